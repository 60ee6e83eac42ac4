import { z } from 'zod'

import type { Provider } from './types'

import { findMeans } from './testMeans'
import { Refusal } from './types'

const tokenSchema = z.strictObject({
  expMonth: z.int().min(1).max(12).nullable().default(null),
  expYear: z.int().min(2000).max(2099).nullable().default(null),
  kind: z.enum(['card', 'sepa']),
  mandateDate: z.iso.date().nullable().default(null),
  mandateRef: z.string().min(1).max(35).nullable().default(null),
  merchant: z.string().min(1),
  /** A test card or account: it says how the token behaves. */
  number: z.string(),
  token: z.string().min(1).max(200),
})

export const takeOverSchema = z.strictObject({ tokens: z.array(tokenSchema).max(500) })

/**
 * Takes over stored cards and accounts from another provider, under the tokens that the merchant knows them by. Whose they are shows
 * when they are charged first. One that is there already stays as it is.
 *
 * @returns how many there were
 * @throws Refusal (400) for a number that is no test card or account; then none is taken over
 */
export const takeOverTokens = (
  { store }: Provider,
  tokens: z.infer<typeof takeOverSchema>['tokens'],
): number =>
  store.transaction(() => {
    for (const { number, ...token } of tokens) {
      const means = findMeans(token.kind, number)
      if (!means) throw new Refusal(400, 'no_test_means', 'This is no test card or account.')
      store.run(
        `INSERT OR IGNORE INTO tokens (token, merchant, customer, kind, brand, last4, expMonth, expYear, behaviour, mandateRef, mandateDate)
         VALUES (?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?)`,
        token.token,
        token.merchant,
        token.kind,
        means.brand,
        means.number.slice(-4),
        token.expMonth,
        token.expYear,
        JSON.stringify(means.behaviour),
        token.mandateRef,
        token.mandateDate,
      )
    }
    return tokens.length
  })
