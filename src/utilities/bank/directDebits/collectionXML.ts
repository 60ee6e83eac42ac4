import type { Amendment, Collection, Creditor, DirectDebitFile, Party } from './types'

import { toSEPAText } from '../identifiers/sepaText'

/** Signs that banks take of a name, a street and a town (EPC130-08; longer ones are cut there too). */
const MAX_NAME = 70
const MAX_TOWN = 35

export type Version = NonNullable<DirectDebitFile['version']>

/** An element with what is in it, nothing for an empty one. Only allowed signs come here, so nothing needs escaping but `&` and brackets. */
export const element = (
  name: string,
  ...content: (false | null | string | undefined)[]
): string => {
  const inner = content.filter(Boolean).join('')
  return inner && `<${name}>${inner}</${name}>`
}

const text = (name: string, value: null | string | undefined, length?: number): string =>
  element(
    name,
    toSEPAText(value ?? '')
      .slice(0, length)
      .trim(),
  )

/** Cents as the schema wants them: "110.00". */
export const decimal = (cents: bigint | number): string => {
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The creditor identifier where a party is named by it. */
export const schemeID = (creditorID: string): string =>
  element(
    'Id',
    element(
      'PrvtId',
      element('Othr', element('Id', creditorID), element('SchmeNm', element('Prtry', 'SEPA'))),
    ),
  )

/** A bank: by its BIC, or as the EPC says when the IBAN alone is to tell. */
export const agent = (bic: null | string | undefined, version: Version): string => {
  if (!bic) return element('FinInstnId', element('Othr', element('Id', 'NOTPROVIDED')))
  return element('FinInstnId', element(version === '08' ? 'BICFI' : 'BIC', bic))
}

export const account = (iban: string): string => element('Id', element('IBAN', iban))

/** Name and structured address. */
export const party = ({ name, address }: Pick<Party, 'address' | 'name'>): string =>
  text('Nm', name, MAX_NAME) +
  element(
    'PstlAdr',
    text('StrtNm', address?.street, MAX_NAME),
    text('BldgNb', address?.buildingNumber),
    text('PstCd', address?.postcode),
    text('TwnNm', address?.town, MAX_TOWN),
    element('Ctry', address?.country),
  )

/**
 * What has changed in a mandate. A former account is named by its IBAN where it was at the same bank, else by SMNDA, "same mandate, new
 * debtor account", which since November 2016 stands for the account and may be at any bank (EPC130-08).
 */
const amendmentDetails = ({
  formerCreditorID,
  formerCreditorName,
  formerIBAN,
  formerReference,
}: Amendment): string =>
  element(
    'AmdmntInfDtls',
    element('OrgnlMndtId', formerReference),
    element(
      'OrgnlCdtrSchmeId',
      text('Nm', formerCreditorName, MAX_NAME),
      formerCreditorID && schemeID(formerCreditorID),
    ),
    formerIBAN &&
      element(
        'OrgnlDbtrAcct',
        formerIBAN === 'other'
          ? element('Id', element('Othr', element('Id', 'SMNDA')))
          : account(formerIBAN),
      ),
  )

/** One collection, in the order of the schema. */
export const collectionXML = (
  { amount, debtor, endToEndID, mandate, purpose }: Collection,
  version: Version,
): string => {
  const amendment = mandate.amendment ? amendmentDetails(mandate.amendment) : ''
  return element(
    'DrctDbtTxInf',
    element('PmtId', element('EndToEndId', endToEndID)),
    `<InstdAmt Ccy="EUR">${decimal(amount)}</InstdAmt>`,
    element(
      'DrctDbtTx',
      element(
        'MndtRltdInf',
        element('MndtId', mandate.reference),
        element('DtOfSgntr', mandate.signedOn),
        amendment && element('AmdmntInd', 'true'),
        amendment,
      ),
    ),
    element('DbtrAgt', agent(debtor.bic, version)),
    element('Dbtr', party(debtor)),
    element('DbtrAcct', account(debtor.iban)),
    element('RmtInf', text('Ustrd', purpose)),
  )
}

/** What stands before the collections of one part of the file. */
export const partHead = ({
  id,
  batchBooking,
  count,
  creditor,
  date,
  scheme,
  sequence,
  sum,
  version,
}: {
  id: string
  batchBooking: boolean
  count: number
  creditor: Creditor
  date: string
  scheme: string
  sequence: string
  sum: bigint
  version: Version
}): string =>
  [
    element('PmtInfId', id),
    element('PmtMtd', 'DD'),
    element('BtchBookg', String(batchBooking)),
    element('NbOfTxs', String(count)),
    element('CtrlSum', decimal(sum)),
    element(
      'PmtTpInf',
      element('SvcLvl', element('Cd', 'SEPA')),
      element('LclInstrm', element('Cd', scheme)),
      element('SeqTp', sequence),
    ),
    element('ReqdColltnDt', date),
    element('Cdtr', party(creditor)),
    element('CdtrAcct', account(creditor.iban)),
    element('CdtrAgt', agent(creditor.bic, version)),
    element('ChrgBr', 'SLEV'),
    element('CdtrSchmeId', schemeID(creditor.creditorID)),
  ].join('')
