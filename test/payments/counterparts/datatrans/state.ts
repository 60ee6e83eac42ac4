/** How the bank behind a stored card answers when it is charged: the error of the API, or nothing when it pays. */
export type Bank = '' | 'BLOCKED_CARD' | 'DECLINED' | 'EXPIRED_CARD' | 'SOFT_DECLINED'

export type Alias = {
  alias: string
  bank: Bank
  expiryMonth: string
  expiryYear: string
  masked: string
}

export type Transaction = {
  amount: number
  card?: {
    alias?: string
    expiryMonth: string
    expiryYear: string
    info: { brand: string }
    masked: string
  }
  /** What has been credited of it. */
  type: 'card_check' | 'credit' | 'payment'
  credited: number
  currency: string
  detail: Record<string, unknown>
  history: { action: string; amount?: number; date: string; source: string; success: boolean }[]
  paymentMethod?: string
  redirect?: { cancelUrl: string; errorUrl: string; successUrl: string }
  refno: string
  refno2?: string
  status: 'authorized' | 'canceled' | 'failed' | 'initialized' | 'settled'
  transactionId: string
}

/** The books, in the order of writing. */
export const books = {
  aliases: new Map<string, Alias>(),
  transactions: new Map<string, Transaction>(),
}

/** Whether Datatrans refuses a reference that was used before; it does so where the merchant had it switched on. */
export const settings = { ttlMS: 3_600_000, uniqueRefno: false }

let made = 0
/** Eighteen digits, as Datatrans numbers. */
export const newTransactionID = (): string =>
  `${Date.now()}`.slice(-12) + `${made++}`.padStart(6, '0')

export const newAlias = (): string =>
  `AAAB${Date.now().toString(36)}-${(made++).toString(36).padStart(8, '0')}_`
