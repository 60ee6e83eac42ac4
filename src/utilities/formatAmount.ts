const NO_BREAK = '\u00a0'

/**
 * Minor units as people read them, with two decimals and a blank before each three digits: 123450 → "1 234.50".
 *
 * @param currency set in front where it is known: "CHF 1 234.50"
 */
export const formatAmount = (amount: number, currency?: null | string): string => {
  const units = Math.abs(Math.round(amount))
  const whole = String(Math.floor(units / 100)).replace(/\B(?=(\d{3})+$)/g, NO_BREAK)
  const written = `${amount < 0 ? '−' : ''}${whole}.${String(units % 100).padStart(2, '0')}`
  return currency ? `${currency}${NO_BREAK}${written}` : written
}
