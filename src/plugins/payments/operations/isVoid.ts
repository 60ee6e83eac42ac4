/** A mandate that was not used for so long is void (SEPA Direct Debit Core Rulebook, 36 months). */
const MANDATE_MONTHS = 36

/** Whether a mandate was last presented, or else signed, so long ago that it may not be used any more. */
export const isVoid = (
  { lastPresentedOn, signedOn }: { lastPresentedOn: null | string; signedOn: null | string },
  now: Date,
): boolean => {
  const last = lastPresentedOn ?? signedOn
  return Boolean(last) && monthsAfter(new Date(last!), MANDATE_MONTHS) <= now
}

const monthsAfter = (date: Date, months: number): Date => {
  const later = new Date(date)
  later.setUTCMonth(later.getUTCMonth() + months)
  return later
}
