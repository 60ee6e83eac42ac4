import type { Payload, PayloadRequest } from 'payload'

import type { Party } from '../../../../utilities/bank/directDebits/types'
import type { DebitAccount } from './debitAccount'
import type { DebitContact, DebitDraft, DebitInstalment, DebitMandate } from './debitTypes'

import { dayIn } from '../../../../utilities/dayIn'
import { readMany } from '../../../../database/bulk'
import { loadOrderSums } from '../../../../operations/payments/loadOrderSums'
import { tokenContext } from '../../../../operations/payments/storedMeans'
import { MAX_PURPOSE } from '../../../../utilities/bank/directDebits/checkCollection'
import { toSEPAText } from '../../../../utilities/bank/identifiers/sepaText'
import { nextTargetDay } from '../../../../utilities/bank/identifiers/targetDays'
import { languageOf } from '../../../../utilities/languages'
import { open } from '../../../../utilities/seal'
import { debitPurpose } from '../translations/debitPurpose'
import { inSequence } from './debitSequence'
import { MANDATE_FIELDS } from './debitTypes'
import { newMandates } from './newMandates'

type Args = {
  account: DebitAccount
  /** No day of collection is before it. */
  earliest: string
  /** Those that are taken only if they are in this state still; the others have the problem `notOwed`. */
  expected: readonly string[]
  instalments: readonly DebitInstalment[]
  /** Days that were fixed before; a collection is never earlier than that. */
  notBefore?: ReadonlyMap<string, string>
  payload: Payload
  req?: Partial<PayloadRequest>
  zone: string
}

/**
 * How instalments would be handed in to the bank now: account and name of the debtor, the mandate with what has changed in it, the
 * sequence, and a day on which banks work. What does not belong to the account is left out. A fixed number of queries.
 */
export const draftDebits = async ({
  account,
  earliest,
  expected,
  instalments,
  notBefore,
  payload,
  req,
  zone,
}: Args): Promise<DebitDraft[]> => {
  if (!instalments.length) return []
  const read = async <T extends { id: string }>(
    collection: string,
    ids: (null | string)[],
    select: string[],
  ): Promise<Map<string, T>> =>
    new Map(
      (
        await readMany<T>({
          collection: collection as 'sites',
          payload,
          req,
          select,
          where: { id: [...new Set(ids.filter((id): id is string => Boolean(id)))] },
        })
      ).map((doc) => [doc.id, doc]),
    )
  const payments = await read<Payment>(
    'payments',
    instalments.map(({ payment }) => payment),
    ['instalments', 'mandate', 'order', 'paymentMethod'],
  )
  const methods = await read<{ id: string; account: null | string }>(
    'payment-methods',
    [...payments.values()].map(({ paymentMethod }) => paymentMethod),
    ['account'],
  )
  const own = instalments.filter(({ payment }) => {
    const { mandate, paymentMethod } = payments.get(payment) ?? {}
    return mandate && paymentMethod && methods.get(paymentMethod)?.account === account.id
  })
  if (!own.length) return []
  const mandates = await read<DebitMandate>(
    'mandates',
    own.map(({ payment }) => payments.get(payment)!.mandate),
    MANDATE_FIELDS,
  )
  const inPlace = await newMandates({
    account,
    mandates: [...mandates.values()],
    on: earliest,
    payload,
    req,
  })
  const contacts = await read<DebitContact>(
    'contacts',
    own.map(({ contact }) => contact),
    CONTACT_FIELDS,
  )
  const files = await read<{ id: string; currency: string; number: number; status: string }>(
    'files',
    own.map(({ file }) => file),
    ['currency', 'number', 'status'],
  )
  const sums = await loadOrderSums({
    orderIDs: own.flatMap(({ file, payment }) => {
      const { order } = payments.get(payment)!
      return order && files.get(file)?.status === 'mixed' ? [order] : []
    }),
    payload,
    req,
  })
  const drafts = own.flatMap((instalment): DebitDraft[] => {
    const payment = payments.get(instalment.payment)!
    const former = mandates.get(payment.mandate!)
    const mandate = (former && inPlace.get(former.id)) ?? former
    const file = files.get(instalment.file)
    if (!mandate || !file) return []
    const contact = contacts.get(instalment.contact)
    const due = nextTargetDay(dayIn(instalment.dueAt, zone))
    const fixed = notBefore?.get(instalment.id) ?? due
    const problems: string[] = []
    const iban = openIBAN(mandate.iban, mandate, problems)
    if (!OWED.has(file.status) || !expected.includes(instalment.state)) problems.push('notOwed')
    // Sold with its first part, or not at all.
    else if (
      instalment.index > 1 &&
      (file.status === 'reserved' || sums.get(payment.order ?? '')?.isReserved)
    )
      problems.push('firstNotPaid')
    if (
      mandate.account !== account.id ||
      mandate.contact !== instalment.contact ||
      mandate.institution !== instalment.institution
    )
      problems.push('mandateElsewhere')
    else if (mandate.state === 'revoked') problems.push('mandateRevoked')
    else if (mandate.state === 'stopped') problems.push('mandateStopped')
    else if (mandate.state !== 'active') problems.push('mandateExpired')
    const formerIBAN = mandate.formerIBAN ? openIBAN(mandate.formerIBAN, mandate, []) : ''
    return [
      {
        collectOn: [due, fixed, earliest].sort().at(-1)!,
        contact,
        content: {
          debtor: debtorOf({ contact, iban, mandate }),
          formerIBAN: formerIBAN && iban && formerIBAN !== iban ? formerIBAN : null,
          mandate: {
            lastPresentedOn: mandate.lastPresentedOn?.slice(0, 10) ?? null,
            reference: mandate.reference,
            signedOn: mandate.signedOn?.slice(0, 10) ?? '',
          },
          purpose: purposeOf({ contact, count: payment.instalments, file, instalment }),
        },
        currency: file.currency,
        fileNumber: file.number,
        instalment,
        isNewMandate: mandate !== former,
        mandate,
        problems,
        sequence: 'RCUR',
      },
    ]
  })
  return inSequence({ account, drafts })
}

type Payment = {
  id: string
  instalments: number
  mandate: null | string
  order: null | string
  paymentMethod: null | string
}

const CONTACT_FIELDS = [
  'city',
  'company',
  'country',
  'displayName',
  'email',
  'firstName',
  'houseNumber',
  'kind',
  'language',
  'lastName',
  'postcode',
  'street',
]

/** What is reserved is collected where it was planned anew, and sold when it is paid. */
const OWED = new Set(['mixed', 'reserved', 'sold'])

const openIBAN = (sealed: null | string, mandate: DebitMandate, problems: string[]): string => {
  if (!sealed) {
    problems.push('ibanMissing')
    return ''
  }
  try {
    return open(sealed, tokenContext(mandate))
  } catch {
    problems.push('ibanMissing')
    return ''
  }
}

const debtorOf = ({
  contact,
  iban,
  mandate,
}: {
  contact: DebitContact | undefined
  iban: string
  mandate: DebitMandate
}): Party => ({
  name: mandate.holder || nameOf(contact),
  // Half an address is none: it is only needed outside the EEA, and the check says so there.
  address:
    contact?.city && /^[A-Z]{2}$/.test(contact.country ?? '')
      ? {
          buildingNumber: short(contact.houseNumber),
          country: contact.country!,
          postcode: short(contact.postcode),
          street: contact.street,
          town: contact.city,
        }
      : null,
  bic: mandate.bic?.trim().toUpperCase() || null,
  iban,
})

/** As people write their names, not as lists sort them. */
export const nameOf = (contact: DebitContact | undefined): string =>
  (contact?.kind === 'company' && contact.company) ||
  [contact?.firstName, contact?.lastName].filter(Boolean).join(' ') ||
  contact?.displayName ||
  ''

/** Banks take sixteen signs of a house number and a postcode; a longer one is something else. */
const short = (part: null | string): null | string =>
  toSEPAText(part ?? '').length > 16 ? null : part

const purposeOf = ({
  contact,
  count,
  file,
  instalment,
}: {
  contact: DebitContact | undefined
  count: number
  file: { number: number }
  instalment: DebitInstalment
}): string =>
  toSEPAText(
    debitPurpose[languageOf(contact?.language)]({
      count,
      file: file.number,
      index: instalment.index,
    }),
  ).slice(0, MAX_PURPOSE)
