import type { Payload, PayloadRequest } from 'payload'

import { insertMany, newID, updateEach } from '../../../database/bulk'
import { enqueue } from '../../../operations/outbox'
import { recomputePayments } from '../../../operations/payments/recomputePayments'
import { paymentSlugs } from '../collections/slugs'
import { chargeKind } from '../jobs/chargeKindName'
import { newReference } from './newReference'

/** An instalment that is to be charged now. Amount in minor units. */
export type InstalmentToCharge = {
  account: string
  alias: null | string
  amount: number
  /** How often it was tried before. */
  id: string
  attempts: number
  contact: string
  currency: string
  file: string
  institution: string
  mandate: null | string
  payment: string
  run: null | string
  /** For a charge that goes to the bank in a file. */
  debit?: Debit
  site: string
}

/** A charge's place in a file of direct debits. */
export type Debit = {
  collectOn: string
  /** Sealed: what the file says about it. */
  debit: string
  debitFile: string
  sequence: string
}

/**
 * Writes down charges and puts those that a provider makes into the outbox, in the caller's transaction: each attempt on an instalment exists once, whoever
 * asks for it. They are sent after the commit.
 *
 * @throws an error for which `isDuplicateKey` is true when somebody else has started the same attempt
 */
export const writeCharges = async ({
  instalments,
  payload,
  req,
}: {
  instalments: readonly InstalmentToCharge[]
  payload: Payload
  req: PayloadRequest
}): Promise<string[]> => {
  if (!instalments.length) return []
  const charges = instalments.map((instalment) => ({
    id: newID(payload),
    account: instalment.account,
    alias: instalment.alias,
    amount: instalment.amount,
    attemptKey: `${instalment.id}:${instalment.attempts + 1}`,
    collectOn: instalment.debit?.collectOn ?? null,
    contact: instalment.contact,
    currency: instalment.currency,
    debit: instalment.debit?.debit ?? null,
    debitFile: instalment.debit?.debitFile ?? null,
    file: instalment.file,
    instalment: instalment.id,
    institution: instalment.institution,
    kind: 'charge',
    mandate: instalment.mandate,
    payment: instalment.payment,
    reference: newReference(),
    run: instalment.run,
    sequence: instalment.debit?.sequence ?? null,
    site: instalment.site,
    state: 'open',
  }))
  await insertMany({ collection: paymentSlugs.charges as 'sites', docs: charges, payload, req })
  await enqueue({
    payload,
    req,
    rows: charges
      .filter(({ debitFile }) => !debitFile)
      .map(({ id, institution, reference, site }) => ({
        content: {},
        institution,
        key: `charge:${reference}`,
        kind: chargeKind,
        site,
        subject: id,
      })),
  })
  await updateEach({
    collection: 'instalments',
    docs: instalments.map(({ id, attempts }) => ({
      id,
      attempts: attempts + 1,
      nextAttemptAt: null,
      reason: null,
      state: 'pending',
    })),
    payload,
    req,
  })
  await recomputePayments({
    payload,
    paymentIDs: [...new Set(instalments.map(({ payment }) => payment))],
    req,
  })
  return charges.map(({ id }) => id)
}
