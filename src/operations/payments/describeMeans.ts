import { expiryMonth } from './expiryMonth'

type Card = { expiresAt?: null | string; title?: null | string }
type Mandate = { maskedIBAN?: null | string; reference?: null | string }

/**
 * A stored card as people know it: "Visa •••• 4242, 08/26".
 *
 * @param expiresAt the start of the month after its expiry, as `expiryOf` has it
 */
export const describeCard = ({ expiresAt, title }: Card): string =>
  [title, expiresAt && expiryMonth(expiresAt)].filter(Boolean).join(', ')

/** A mandate as people know it: its reference, and the account as far as it is shown. */
export const describeMandate = ({ maskedIBAN, reference }: Mandate): string =>
  [reference, maskedIBAN].filter(Boolean).join(', ')
