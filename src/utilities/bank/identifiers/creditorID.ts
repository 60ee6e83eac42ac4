import { mod97 } from './mod97'

/**
 * A creditor identifier as it was typed (EPC262-08): country, two check digits, a business code of three signs that the house may choose,
 * and the national number of at most 28 signs. The business code does not count in the check.
 *
 * @returns the identifier without blanks, in capitals; `undefined` for what is none
 */
export const readCreditorID = (typed: string): string | undefined => {
  const text = typed.replace(/\s/g, '').toUpperCase()
  const parts = /^([A-Z]{2})(\d{2})[A-Z0-9]{3}([A-Z0-9]{1,28})$/.exec(text)
  if (!parts) return undefined
  const [, country, digits, national] = parts
  return mod97(`${national}${country}${digits}`) === 1 ? text : undefined
}
