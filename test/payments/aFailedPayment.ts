import type { PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import type { Role } from '../../src/access/roles'
import type { Row } from '../../src/database/bulk'
import type { BuiltFile, House } from '../helpers/builders'

import { insertMany, newID, readMany, updateMany } from '../../src/database/bulk'
import { inTransaction } from '../../src/database/inTransaction'
import { recomputeFiles } from '../../src/operations/fileStatus'
import { recomputePayments } from '../../src/operations/payments/recomputePayments'
import { tokenContext } from '../../src/operations/payments/storedMeans'
import { seal } from '../../src/utilities/seal'
import { aMemberOfStaff, aReservedFile, aSoldFile } from '../helpers/builders'

/** Writes a document of the house, past hooks and access. @returns its id */
export const insert = async (collection: string, of: House, doc: Record<string, unknown>) => {
  const id = newID(of.payload)
  await insertMany({
    collection: collection as 'sites',
    docs: [{ id, institution: of.institution, ...doc }],
    payload: of.payload,
  })
  return id
}

/** A request of a member of staff of the house. */
export const requestOf = async (
  of: House,
  role: Role,
  sites: string[] = [],
): Promise<PayloadRequest> => {
  const { id } = await aMemberOfStaff({ house: of, roles: [role], sites })
  const user = await of.payload.findByID({ id, collection: 'users', depth: 0 })
  return createLocalReq({ user: { ...user, collection: 'users' } as never }, of.payload)
}

/** A stored card of a contact that is good until then. @returns its id */
export const aCard = async (
  of: House,
  contact: string,
  expiresAt: string,
  changes: Record<string, unknown> = {},
) => {
  const account = String(
    changes.account ??
      (await insert('payment-accounts', of, { name: 'Practice', provider: 'fake' })),
  )
  return insert('aliases', of, {
    account,
    brand: 'visa',
    contact,
    expiresAt,
    last4: '4242',
    state: 'active',
    title: 'Visa •••• 4242',
    token: seal('token', tokenContext({ account, contact, institution: of.institution })),
    tokenKey: newID(of.payload),
    ...changes,
  })
}

/** A payment that has failed: of a file and its payer, or of a new reservation of a new customer. */
export const aFailure = async (
  of: House,
  { file: given, ...changes }: { file?: BuiltFile } & Record<string, unknown> = {},
) => {
  const {
    id: file,
    number,
    payer,
  } = given ?? (await aReservedFile({ house: of, subscriptions: [{}] }))
  const id = await insert('payment-failures', of, {
    amount: 7000,
    attempts: 1,
    cause: 'declined',
    contact: payer,
    currency: 'CHF',
    failedAt: '2026-11-02T10:00:00.000Z',
    failureKey: newID(of.payload),
    file,
    site: of.site,
    stage: 0,
    state: 'open',
    ...changes,
  })
  return { id, file, number, payer }
}

/**
 * A sold file in three instalments: one is paid, one has failed, with an entry of its own, and the third is planned, for 2049 unless
 * another day is said. `change` writes into an instalment, `states` reads amount, state and reason of each.
 */
export const aFailedPlan = async (of: House, third = '2049-11-01') => {
  const { payload } = of
  const file = await aSoldFile({
    house: of,
    payment: {
      method: 'cardInstalments',
      schedule: ['2026-09-01', '2026-10-01', third].map((day, i) => ({
        amount: i ? 2500 : 3000,
        dueAt: `${day}T08:00:00.000Z`,
      })),
      state: 'planned',
    },
    subscriptions: [{}],
  })
  const read = () =>
    readMany({ collection: 'instalments', payload, sort: 'index', where: { file: file.id } })
  const parts = (await read()) as [Row, Row, Row]
  const change = (id: string, data: Record<string, unknown>) =>
    updateMany({ collection: 'instalments', data, payload, where: { id } })
  await change(parts[0].id, { paidAt: '2026-09-01T08:00:00.000Z', state: 'paid' })
  await change(parts[1].id, {
    nextAttemptAt: '2026-10-04T08:00:00.000Z',
    reason: 'declinedForNow',
    state: 'failed',
  })
  await inTransaction({
    payload,
    work: async (req) => {
      const args = { payload, req }
      await recomputePayments({ ...args, paymentIDs: [parts[0].payment] })
      await recomputeFiles({ ...args, fileIDs: [file.id] })
    },
  })
  const failure = await aFailure(of, {
    amount: 2500,
    cause: 'declinedForNow',
    file,
    instalment: parts[1].id,
    payment: parts[1].payment,
  })
  const states = async () =>
    (await read()).map(({ amount, reason, state }) => [amount, state, reason])
  return { change, failure, file, parts, states }
}
