import type { Payload, PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import type { Role } from '../../src/access/roles'
import type { House } from '../helpers/builders'

import { readMany } from '../../src/database/bulk'
import { storeMandates } from '../../src/operations/payments/storedMeans'
import { maskIBAN } from '../../src/utilities/bank/identifiers/iban'
import { aHouse, aMemberOfStaff, aSoldFile, aSubscriber } from '../helpers/builders'

export type DebitHouse = Awaited<ReturnType<typeof aDebitHouse>>

export const CREDITOR = {
  creditorBIC: 'COBADEFFXXX',
  creditorCountry: 'DE',
  creditorHouseNumber: '1',
  creditorIBAN: 'DE89 3704 0044 0532 0130 00',
  creditorID: 'DE98ZZZ09999999999',
  creditorName: 'Städtische Bühnen',
  creditorPostcode: '80331',
  creditorStreet: 'Am Theater',
  creditorTown: 'München',
}

/** A house that collects by file, and two people who may. */
export const aDebitHouse = async ({
  account: changes = {},
  payload,
  ...given
}: { account?: Record<string, unknown>; payload: Payload } & Partial<
  Parameters<typeof aHouse>[0]
>) => {
  const house = await aHouse({
    currency: 'EUR',
    payload,
    plugins: ['payments', 'renewal'],
    ...given,
  })
  const create = async (collection: string, data: object) =>
    String(
      (
        await payload.create({
          collection: collection as 'sites',
          data: { institution: house.institution, ...data } as never,
          depth: 0,
        })
      ).id,
    )
  const account = await create('payment-accounts', {
    name: 'House bank',
    provider: 'sepaFile',
    ...CREDITOR,
    ...changes,
  })
  const method = await create('payment-methods', {
    name: 'Direct debit',
    account,
    code: 'dd',
    kind: 'directDebit',
    maxInstalments: 10,
    retries: 1,
    site: house.site,
    uses: ['renewal'],
  })
  const person = async (roles: Role[], more: { sites?: string[] } = {}) => {
    const staff = await aMemberOfStaff({ house, roles, ...more })
    const user = {
      ...(await payload.findByID({ id: staff.id, collection: 'users', depth: 0 })),
      collection: 'users',
    }
    return {
      ...staff,
      req: (): Promise<PayloadRequest> => createLocalReq({ user: user as never }, payload),
    }
  }
  return {
    ...house,
    account,
    method,
    people: { first: await person(['accountant']), second: await person(['salesManager']) },
    person,
  }
}

let count = 0

/** Somebody who pays a subscription by direct debit: a mandate, a sold file, and instalments that are due on some days. */
export const aDebtor = async ({
  amounts = [10_000, 10_000],
  due,
  house,
  iban = 'AT611904300234573201',
  isUsed = true,
  lastPresentedOn,
  onDecline,
  signedOn = '2024-05-02T00:00:00.000Z',
  ...contact
}: {
  amounts?: number[]
  due: string[]
  house: Omit<DebitHouse, 'people' | 'person'> & House
  iban?: null | string
  isUsed?: boolean
  lastPresentedOn?: string
  onDecline?: 'nothing' | 'reservation'
  signedOn?: null | string
} & Record<string, unknown>) => {
  const { payload } = house
  const at = count++
  const payer = await aSubscriber({ house, ...contact })
  const [mandate] = await storeMandates({
    mandates: [
      {
        account: house.account,
        contact: payer,
        iban,
        institution: house.institution,
        isUsed,
        maskedIBAN: iban && maskIBAN(iban),
        reference: `RUM-${at}`,
        signedOn,
      },
    ],
    payload,
    req: await createLocalReq({}, payload),
  })
  if (lastPresentedOn)
    await payload.db.updateOne({ id: mandate!, collection: 'mandates', data: { lastPresentedOn } })
  const file = await aSoldFile({
    house,
    payer,
    payment: {
      mandate,
      mandateReference: `RUM-${at}`,
      method: 'directDebit',
      onDecline,
      paidAt: null,
      paymentMethod: house.method,
      schedule: due.map((dueAt, i) => ({ amount: amounts[i]!, dueAt })),
      state: 'planned',
    },
    subscriptions: [{ amount: due.reduce((sum, _, i) => sum + amounts[i]!, 0) }],
  })
  const instalments = await readMany({
    collection: 'instalments',
    payload,
    sort: 'index',
    where: { file: file.id },
  })
  return { file, instalments, mandate: mandate!, payer, reference: `RUM-${at}` }
}
