import type { Amendment } from './types'

/**
 * How a changed account is told to the bank. Only a former account that is known to be at the same bank is named; everything else is
 * SMNDA, which is right for any bank (EPC130-08, original debtor account).
 *
 * @returns nothing when the account is the same
 */
export const formerAccount = ({
  bic,
  formerBIC,
  formerIBAN,
  iban,
}: {
  bic?: null | string
  formerBIC?: null | string
  formerIBAN: string
  iban: string
}): Amendment | null => {
  if (formerIBAN === iban) return null
  const isSameBank = Boolean(bic && formerBIC) && bic!.slice(0, 8) === formerBIC!.slice(0, 8)
  return { formerIBAN: isSameBank ? formerIBAN : 'other' }
}
