import type { I18n } from '@payloadcms/translations'

import { formatAdminURL } from 'payload/shared'

import { formatAmount } from '../../../../utilities/formatAmount'
import { formatMoment } from '../../../../utilities/formatMoment'
import { causeText } from '../../translations/causeText'

export type DebitsText = ReturnType<typeof debitsText>

/** The ways to write the page for this reader: texts, money, days, addresses in the panel. */
export const debitsText = ({ adminRoute, i18n }: { adminRoute: string; i18n: I18n<any, any> }) => {
  const { language, t } = i18n
  const say = (key: string, values?: Record<string, number | string>): string =>
    t(`payments:debits:${key}` as never, values as never)
  const page = formatAdminURL({ adminRoute, path: '/direct-debits' })
  return {
    amount: (amount: number, currency: null | string = 'EUR') =>
      formatAmount({ amount, currency, language }),
    cause: (code: string) => causeText(code, t),
    /** How far a collection is, in words. */
    chargeState: (state: string) => say(`charges:${state}`),
    desk: (key: string): string => t(`payments:desk:${key}` as never),
    /** A day of no time zone, `YYYY-MM-DD`. */
    day: (day: string) =>
      formatMoment({ at: `${day}T12:00:00Z`, language, style: 'day', timeZone: 'UTC' }),
    linkTo: (collection: string, id: string) =>
      formatAdminURL({ adminRoute, path: `/collections/${collection}/${id}` }),
    moment: (at: string, timeZone: string) => formatMoment({ at, language, timeZone }),
    page,
    pageOf: (fileID: string) => `${page}?file=${encodeURIComponent(fileID)}`,
    problem: (code: string) => say(`problems:${code}`),
    /** The sequence type of a collection, with the bank's own word for it. */
    sequence: (sequence: string) => say(`sequences:${sequence}`),
    state: (state: string) => say(`states:${state}`),
    step: (step: string) => say(`steps:${step}`),
    text: (key: string, values?: Record<string, number | string>) => say(`text:${key}`, values),
    unmatched: (why: string) => say(`unmatched:${why}`),
  }
}
