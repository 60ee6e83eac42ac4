import type { SoldFile } from './newSoldFile'
import type { SiteSpec } from './types'

import { TEST_CARDS, TEST_IBANS } from '../fake-provider/testMeans'
import { createRandom } from './random'

type Outcome = (typeof TEST_CARDS)[number]['behaviour']['outcome']

/** The card that a file was paid with. */
export type SaleCard = {
  brand: string
  expMonth: number
  expYear: number
  /** Of a card that exists at no bank; what it does when it is charged depends on it. */
  number: string
}

/** How the cards of a house come out when they are charged; so many of a hundred. */
const CARD_ODDS: readonly (readonly [Outcome, number])[] = [
  ['paid', 86],
  ['soft', 5],
  ['hard', 3],
  ['needsCustomer', 4],
  ['expired', 2],
]
/** Most cards are good for years; some ended before the new season. */
const ENDED = 0.06
const MONTHS = { ended: [3, 7], good: [26, 58] } as const

const ACCOUNT_ODDS: readonly (readonly [Outcome, number])[] = [
  ['paid', 90],
  ['soft', 5],
  ['hard', 3],
  ['returned', 2],
]

/** The card of a file that was paid with one and left an alias; the same each time. */
export const cardOfSale = ({ payment, soldAt }: SoldFile): SaleCard | undefined => {
  if (!payment.alias || payment.method === 'directDebit') return undefined
  const random = createRandom(`card:${payment.alias}`)
  const outcome = random.weighted(CARD_ODDS)
  const { brand, number } = random.pick(
    TEST_CARDS.filter(({ behaviour, refused }) => behaviour.outcome === outcome && !refused),
  )
  const [from, to] = random.chance(ENDED) || outcome === 'expired' ? MONTHS.ended : MONTHS.good
  const end = new Date(
    Date.UTC(soldAt.getUTCFullYear(), soldAt.getUTCMonth() + random.int(from, to), 1),
  )
  return { brand, expMonth: end.getUTCMonth() + 1, expYear: end.getUTCFullYear(), number }
}

/** The account that a file was debited from. What the provider collects is one of its test accounts. */
export const accountOfSale = ({
  payment,
  site,
  soldAt,
}: { site: SiteSpec } & Pick<SoldFile, 'payment' | 'soldAt'>):
  { iban: string; signedOn: Date } | undefined => {
  if (!payment.mandate) return undefined
  const random = createRandom(`account:${payment.mandate}`)
  const signedOn = new Date(soldAt.getTime() - random.int(0, 2000) * 86_400_000)
  if (site.directDebit !== 'provider')
    return {
      iban: withCheckDigits(
        'AT',
        `60000${String(random.int(0, 99_999_999_999)).padStart(11, '0')}`,
      ),
      signedOn,
    }
  const outcome = random.weighted(ACCOUNT_ODDS)
  return {
    iban: random.pick(TEST_IBANS.filter(({ behaviour }) => behaviour.outcome === outcome)).number,
    signedOn,
  }
}

/** An IBAN that reads well (ISO 13616). */
const withCheckDigits = (country: string, account: string): string => {
  let rest = 0
  for (const sign of `${account}${country}00`) rest = Number(`${rest}${parseInt(sign, 36)}`) % 97
  return `${country}${String(98 - rest).padStart(2, '0')}${account}`
}
