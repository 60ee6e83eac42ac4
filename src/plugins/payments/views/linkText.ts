import type { Found } from '../../../operations/findAsPerson'
import type { Translate } from '../../../utilities/explain'

import { formatMoment } from '../../../utilities/formatMoment'

/** When a personal link was sent, and what became of it, in a sentence. */
export const linkText = ({
  language,
  link,
  t,
  timeZone,
}: {
  language: string
  link: Found
  t: Translate
  timeZone: string
}): string =>
  t('payments:screens:linkSentOn', {
    day: formatMoment({ at: link.createdAt, language, style: 'day', timeZone }),
    state: t(`payments:screens:${stateOf(link)}`),
  })

const stateOf = ({ expiresAt, mailState, openedAt, state }: Found): string => {
  if (state === 'used') return 'linkUsed'
  if (state === 'withdrawn') return 'linkWithdrawn'
  if (mailState === 'failed') return 'linkFailed'
  if (new Date(expiresAt) <= new Date()) return 'linkOver'
  return openedAt ? 'linkOpened' : 'linkWaiting'
}
