import type { StoringAccounts } from '../../../operations/payments/paymentMethods'
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
  const account = line.method === 'cardInstalments' ? accounts.cardInstalments : accounts.card
  if (!account) {
    notes.push('cardNotKept')
    return null
  }
  return {
    account,
    brand: line.cardBrand ?? '',
    expMonth: line.cardExpiry?.month ?? null,
    expYear: line.cardExpiry?.year ?? null,
    institution,
    isNew: true,
    last4: line.cardLast4 ?? '',
    token: line.aliasReference,
  }
}

const mandateOf = ({ accounts, institution, line, notes }: Args): LineMeans['mandate'] => {
  const { directDebit } = accounts
  if (!directDebit) {
    notes.push('mandateNotKept')
    return null
  }
  const token = directDebit.isByFile || line.method !== 'directDebit' ? null : line.aliasReference
  if (!line.mandateReference || !(directDebit.isByFile ? line.iban : token)) {
    notes.push('mandateIncomplete')
    return null
  }
  const wasUsed = line.paid > 0
  return {
    account: directDebit.account,
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
