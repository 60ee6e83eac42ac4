import type { I18n } from '@payloadcms/translations'

import { formatAdminURL } from 'payload/shared'

import { formatAmount } from '../../../utilities/formatAmount'
import { formatMoment } from '../../../utilities/formatMoment'
import { paymentSlugs } from '../collections/slugs'
import { causeText } from '../translations/causeText'

const COLUMNS = [
  'contact',
  'cause',
  'amount',
  'file',
  'attempts',
  'cardExpiresAt',
  'failedAt',
  'lastReminderAt',
]

export type View = ReturnType<typeof createView>

/** The ways to write the page for this reader: texts, money, days in the zone of their site, addresses in the panel. */
export const createView = ({ adminRoute, i18n }: { adminRoute: string; i18n: I18n<any, any> }) => {
  const { language, t } = i18n
  return {
    amount: (minorUnits: number, currency: string) =>
      formatAmount({ amount: minorUnits, currency, language }),
    cannotCharge: (reason: string): string => t(`payments:cannotCharge:${reason}` as never),
    cause: (code: string) => causeText(code, t),
    closeFailure: t('payments:desk:closeFailureBody' as never) as string,
    day: (at: string, timeZone: string) => formatMoment({ at, language, style: 'day', timeZone }),
    linkTo: (collection: string, id: string) =>
      formatAdminURL({ adminRoute, path: `/collections/${collection}/${id}` }),
    nextStep: (code: string) => causeText(code, t, 'nextSteps'),
    /** The ready-made query of manual 5 as a list: who has a failed payment to work on, with all that one asks about it. */
    openList: () => {
      const query = new URLSearchParams({ columns: JSON.stringify(COLUMNS), sort: '-failedAt' })
      for (const [i, state] of ['open', 'charging'].entries())
        query.append(`where[or][0][and][0][state][in][${i}]`, state)
      return `${formatAdminURL({ adminRoute, path: `/collections/${paymentSlugs.failures}` })}?${query}`
    },
    page: (cause?: string) =>
      `${formatAdminURL({ adminRoute, path: '/failed-payments' })}${cause ? `?cause=${encodeURIComponent(cause)}` : ''}`,
    text: (key: string, values?: Record<string, number | string>): string =>
      t(`payments:screens:${key}` as never, values as never),
  }
}
