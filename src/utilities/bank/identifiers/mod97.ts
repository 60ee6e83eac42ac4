/**
 * The remainder by 97 of a text in which each letter stands for two digits, A = 10 to Z = 35 (ISO/IEC 7064, MOD 97-10).
 *
 * @param text digits and capital letters
 */
export const mod97 = (text: string): number => {
  let remainder = 0
  for (const sign of text) {
    const value = parseInt(sign, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}

/** Whether a text ends, once its first four signs stand at its end, in a remainder of 1: how IBAN, creditor identifier and RF reference are checked. */
export const hasValidCheckDigits = (text: string): boolean =>
  mod97(text.slice(4) + text.slice(0, 4)) === 1
