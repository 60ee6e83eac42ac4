import type { StoringAccount, StoringAccounts } from '../../../operations/payments/paymentMethods'
import type { Adopt } from '../../../operations/payments/storedMeans'
import type { LineMeans, NoteCode, ResolvedLine } from './types'

import { contactName } from '../../../hooks/keepContactName'
import { maskIBAN } from '../../../utilities/bank/identifiers/iban'

const HOLDER_LENGTH = 70

/**
 * What a line says of a stored card or mandate, with the account that renewals of the site charge through. The alias of a direct debit
 * is what the provider calls the mandate; any other is a card, whatever last season was paid by: a renewal falls back on it (manual 2,
 * “Paiement automatique”).
 */
export const meansOf = ({
  accounts,
  institution,
  line,
}: {
  accounts: StoringAccounts
  institution: string
  line: ResolvedLine
}): LineMeans => {
  const notes: NoteCode[] = []
  const isDebit = line.method === 'directDebit'
  return {
    card: isDebit ? null : cardOf({ accounts, institution, line, notes }),
    mandate:
      isDebit || line.mandateReference ? mandateOf({ accounts, institution, line, notes }) : null,
    notes,
  }
}

type Args = { notes: NoteCode[] } & Parameters<typeof meansOf>[0]

const cardOf = ({ accounts, institution, line, notes }: Args): LineMeans['card'] => {
  if (!line.aliasReference) return null
  const storing = line.method === 'cardInstalments' ? accounts.cardInstalments : accounts.card
  if (!storing) {
    notes.push('cardNotKept')
    return null
  }
  const card = {
    expMonth: line.cardExpiry?.month ?? null,
    expYear: line.cardExpiry?.year ?? null,
    token: line.aliasReference,
  }
  if (!isOfProvider(storing, card)) {
    notes.push('cardUnknown')
    return null
  }
  return {
    ...storing,
    ...card,
    brand: line.cardBrand ?? '',
    institution,
    isNew: true,
    last4: line.cardLast4 ?? '',
  }
}

/** Whether the provider could charge by this token, whoever's it is. */
const isOfProvider = ({ adopt }: StoringAccount, card: Omit<Parameters<Adopt>[0], 'contact'>) =>
  Boolean(adopt({ ...card, contact: 'anybody' }))

const mandateOf = ({ accounts, institution, line, notes }: Args): LineMeans['mandate'] => {
  const { directDebit } = accounts
  if (!directDebit) {
    notes.push('mandateNotKept')
    return null
  }
  const hasToken = !directDebit.isByFile && line.method === 'directDebit' && line.aliasReference
  const token = hasToken && isOfProvider(directDebit, { token: hasToken }) ? hasToken : null
  if (!line.mandateReference || !(directDebit.isByFile ? line.iban : token)) {
    notes.push('mandateIncomplete')
    return null
  }
  const wasUsed = line.paid > 0
  return {
    account: directDebit.account,
    adopt: directDebit.adopt,
    holder: contactName(line.payer).slice(0, HOLDER_LENGTH),
    iban: line.iban,
    institution,
    isNew: true,
    isUsed: wasUsed,
    // What was collected last season is not void, however old the signature is.
    lastPresentedOn: wasUsed ? line.soldAt : null,
    maskedIBAN: line.iban ? maskIBAN(line.iban) : null,
    reference: line.mandateReference,
    signedOn: line.mandateSignedOn,
    token,
  }
}
