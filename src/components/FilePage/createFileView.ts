import type { I18n } from '@payloadcms/translations'
import type { Payload, SelectField } from 'payload'

import { getTranslation } from '@payloadcms/translations'
import { formatAdminURL } from 'payload/shared'

import type { Translate } from '../../utilities/explain'
import type { FilePageData, FileView } from './types'

import { slugs } from '../../collections/slugs'
import { causeText } from '../../operations/payments/paymentMethods'
import { dayIn } from '../../utilities/dayIn'
import { formatAmount } from '../../utilities/formatAmount'
import { formatMoment } from '../../utilities/formatMoment'
import { idOf } from '../../utilities/idOf'

const NOT_PAID = new Set(['failed', 'returned'])

/** Joins the data of a file with the ways to write it: the reader's language, the site's time zone, the file's currency. */
export const createFileView = ({
  data,
  i18n,
  payload,
}: {
  data: FilePageData
  i18n: I18n<any, any>
  payload: Payload
}): FileView => {
  const { language, t } = i18n
  const timeZone = data.names.get(slugs.sites, data.file.site)?.timeZone ?? 'UTC'
  const adminRoute = payload.config.routes.admin
  return {
    ...data,
    amount: (minorUnits) =>
      formatAmount({ amount: minorUnits, currency: data.file.currency, language }),
    causeOf: ({ reason, state }) =>
      reason && NOT_PAID.has(state) ? causeText(reason, t as Translate) : undefined,
    day: (at) => formatMoment({ at, language, style: 'day', timeZone }),
    i18n,
    isoDay: (at) => dayIn(at, timeZone),
    linkTo: (collection, value) =>
      formatAdminURL({ adminRoute, path: `/collections/${collection}/${idOf(value)}` }),
    moment: (at) => formatMoment({ at, language, timeZone }),
    option: (collection, field, value) => {
      const { options = [] } = (payload.collections[collection]?.config.flattenedFields.find(
        ({ name }) => name === field,
      ) ?? {}) as Partial<SelectField>
      const option = options.find((one) => typeof one === 'object' && one.value === value)
      return typeof option === 'object'
        ? getTranslation(option.label as string, i18n)
        : String(value ?? '')
    },
    payload,
    performance: (at) => formatMoment({ at, language, style: 'performance', timeZone }),
    text: (key, values) => t(`reprise:filePage:${key}` as never, values as never),
  }
}
