/**
 * The month in which a card ends, as it stands on the card: "08/26".
 *
 * @param expiresAt the start of the month after, in UTC, as `expiryOf` has it
 */
export const expiryMonth = (expiresAt: string): string => {
  const last = new Date(new Date(expiresAt).getTime() - 1)
  const month = String(last.getUTCMonth() + 1).padStart(2, '0')
  return `${month}/${String(last.getUTCFullYear() % 100).padStart(2, '0')}`
}
