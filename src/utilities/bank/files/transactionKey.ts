import { createHash } from 'node:crypto'

import type { BankTransaction } from './types'

type Facts = Pick<
  BankTransaction,
  'amount' | 'currency' | 'endToEndID' | 'movement' | 'references' | 'uetr' | 'valueDate'
> & {
  account: string
  /** The bank's references of the entry and of the transaction in it. */
  bankReferences: (null | string)[]
  /** Its place among the transactions of the entry. */
  index: number
}

const digest = (parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32)

/**
 * Keys that are the same for the same money in whichever message it is reported: by its UETR (ISO 20022, unique end-to-end transaction
 * reference) where there is one, else by what the bank says of it in every message. The account and the direction belong to it: a payment
 * between two own accounts and a return carry the UETR of the payment.
 */
export const createKeys = () => {
  const seen = new Map<string, number>()
  /** Two payments of the same sum on the same day, of which the bank says nothing that tells them apart, are two. */
  const withOccurrence = (key: string): string => {
    const occurrence = (seen.get(key) ?? 0) + 1
    seen.set(key, occurrence)
    return occurrence > 1 ? `${key}-${occurrence}` : key
  }
  return ({ account, bankReferences, index, ...facts }: Facts) => {
    const { amount, currency, endToEndID, movement, references, uetr, valueDate } = facts
    const fallbackKey = withOccurrence(
      digest([
        [account, movement, amount, currency, valueDate, endToEndID, index],
        bankReferences,
        references.map(({ value }) => value).sort(),
      ]),
    )
    if (!uetr) return { fallbackKey, key: fallbackKey }
    return { fallbackKey, key: withOccurrence(digest([account, movement, uetr])) }
  }
}
