import type { Collection, Creditor, DirectDebitProblem, Party } from './types'

import { isBIC } from '../identifiers/bic'
import { countryOfIBAN, isIBAN } from '../identifiers/iban'
import { isOutsideEEA, isSEPACountry } from '../identifiers/countries'
import { readCreditorID } from '../identifiers/creditorID'
import { hasSubstance, isSEPAReference, toSEPAText } from '../identifiers/sepaText'
import { isDay, isTargetDay } from '../identifiers/targetDays'
import { mandateExpiresOn } from '../mandates/mandateSequence'

/** The most that a direct debit may be: 999 999 999.99 (EPC130-08). */
const MAX_CENTS = 99_999_999_999

/** Signs that banks show of what the money is for (EPC130-08, unstructured remittance information). */
export const MAX_PURPOSE = 140

/**
 * What keeps a collection out of a file. Callers can ask it before, for a list that a person puts right; the file asks it again.
 *
 * @returns all that is wrong, nothing when it can be sent
 */
export const checkCollection = ({
  collection: { amount, currency, date, debtor, endToEndID, mandate, purpose },
  creditor,
}: {
  collection: Collection
  creditor: Pick<Creditor, 'iban'>
}): DirectDebitProblem[] => {
  const problems: DirectDebitProblem[] = checkParty(debtor)
  if (!Number.isSafeInteger(amount) || amount <= 0) problems.push('amountInvalid')
  else if (amount > MAX_CENTS) problems.push('amountTooLarge')
  if (currency !== 'EUR') problems.push('currencyNotEUR')
  const isOpen = isDay(date) && isTargetDay(date)
  if (!isOpen) problems.push('dateNotTarget')
  if (!isSEPAReference(endToEndID)) problems.push('endToEndIDInvalid')
  if (!isSEPAReference(mandate.reference)) problems.push('mandateReferenceInvalid')
  if (!isDay(mandate.signedOn) || mandate.signedOn > date) problems.push('mandateNotSigned')
  else if (
    isOpen &&
    date >
      mandateExpiresOn({
        lastPresentedOn: mandate.lastPresentedOn ?? null,
        signedOn: mandate.signedOn,
      })
  )
    problems.push('mandateExpired')
  problems.push(...checkAmendment(mandate.amendment))
  const isAddressNeeded = [debtor.iban, creditor.iban].some((iban) =>
    isOutsideEEA(countryOfIBAN(iban)),
  )
  if (isAddressNeeded && !debtor.address) problems.push('addressMissing')
  if (toSEPAText(purpose).length > MAX_PURPOSE) problems.push('purposeTooLong')
  return [...new Set(problems)]
}

const checkAmendment = (amendment: Collection['mandate']['amendment']): DirectDebitProblem[] => {
  const { formerCreditorID, formerIBAN, formerReference } = amendment ?? {}
  const problems: DirectDebitProblem[] = []
  if (formerIBAN && formerIBAN !== 'other' && !isIBAN(formerIBAN)) problems.push('ibanInvalid')
  if (formerReference && !isSEPAReference(formerReference)) problems.push('mandateReferenceInvalid')
  if (formerCreditorID && readCreditorID(formerCreditorID) !== formerCreditorID)
    problems.push('creditorIDInvalid')
  return problems
}

const checkParty = ({ name, address, bic, iban }: Party): DirectDebitProblem[] => {
  const problems: DirectDebitProblem[] = []
  if (!hasSubstance(toSEPAText(name))) problems.push('nameMissing')
  if (!isIBAN(iban)) problems.push('ibanInvalid')
  else if (!isSEPACountry(countryOfIBAN(iban))) problems.push('ibanNotSEPA')
  if (bic && !isBIC(bic)) problems.push('bicInvalid')
  if (address) {
    const { buildingNumber, country, postcode, town } = address
    const isComplete = /^[A-Z]{2}$/.test(country) && hasSubstance(toSEPAText(town))
    const isShort = [buildingNumber, postcode].every((part) => toSEPAText(part ?? '').length <= 16)
    if (!isComplete || !isShort) problems.push('addressIncomplete')
  }
  return problems
}

/** What keeps a whole file from being written: its name, or the house itself. */
export const checkHead = ({
  createdAt,
  creditor,
  msgID,
}: {
  createdAt: Date
  creditor: Creditor
  msgID: string
}): DirectDebitProblem[] => {
  const problems = checkParty(creditor)
  if (readCreditorID(creditor.creditorID) !== creditor.creditorID)
    problems.push('creditorIDInvalid')
  if (!isSEPAReference(msgID) || Number.isNaN(createdAt.getTime()))
    problems.push('messageIDInvalid')
  return problems
}
