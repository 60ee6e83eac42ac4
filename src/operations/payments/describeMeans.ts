type Card = { expiresAt?: null | string; title?: null | string }
type Mandate = { maskedIBAN?: null | string; reference?: null | string }

/**
 * A stored card as people know it: "Visa •••• 4242, 08/26".
 *
 * @param expiresAt the start of the month after its expiry, as `expiryOf` has it
 */
export const describeCard = ({ expiresAt, title }: Card): string =>
  [title, expiresAt && monthBefore(expiresAt)].filter(Boolean).join(', ')

/** A mandate as people know it: its reference, and the account as far as it is shown. */
export const describeMandate = ({ maskedIBAN, reference }: Mandate): string =>
  [reference, maskedIBAN].filter(Boolean).join(', ')

const monthBefore = (at: string): string => {
  const last = new Date(new Date(at).getTime() - 1)
  const month = String(last.getUTCMonth() + 1).padStart(2, '0')
  return `${month}/${String(last.getUTCFullYear() % 100).padStart(2, '0')}`
}
