import { isSEPACountry } from '../../../../utilities/bank/identifiers/countries'
import { countryOfIBAN, readIBAN } from '../../../../utilities/bank/identifiers/iban'

/**
 * Why nothing can be collected from what somebody typed as an IBAN. Runs in the browser too.
 *
 * @returns the key of a sentence under `payments:debits:problems`, or nothing where all is well
 */
export const ibanProblem = (
  typed: string,
): 'ibanInvalid' | 'ibanNotSEPA' | 'ibanTypedMissing' | undefined => {
  if (!typed.trim()) return 'ibanTypedMissing'
  const { iban } = readIBAN(typed)
  if (!iban) return 'ibanInvalid'
  return isSEPACountry(countryOfIBAN(iban)) ? undefined : 'ibanNotSEPA'
}
