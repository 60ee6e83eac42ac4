import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import type { Row } from '../../src/database/bulk'
import type { PaymentProvider } from '../../src/plugins/payments/providers/types'
import type { House } from '../helpers/builders'
import type { FakeProvider } from './startFakeProvider'

import { readMany } from '../../src/database/bulk'
import { drainOutbox } from '../../src/jobs/outbox/drainOutbox'
import { readRun, runLane } from '../../src/jobs/runs/runLane'
import { recountRuns } from '../../src/operations/payments/runResults'
import { storeCards, storeMandates } from '../../src/operations/payments/storedMeans'
import { createFakeProvider } from '../../src/plugins/payments/providers/fake/createFakeProvider'
import { aHouse, aSoldFile, aSubscriber } from '../helpers/builders'
import { aBatch, finish, start } from '../renewal/aBatch'
import { storeMeans } from './storeMeans'

/** Cards of the fake provider by how they behave when they are charged. */
export const CARDS = {
  expired: '4000 0000 0000 0069',
  good: '4242 4242 4242 4242',
  hard: '4000 0000 0000 9979',
  needsCustomer: '4000 0025 0000 3155',
  soft: '4000 0000 0000 9995',
} as const

export type PayingHouse = Awaited<ReturnType<typeof aPayingHouse>>

/** A house whose site charges cards, in one go and in instalments, and accounts, through the fake provider. */
export const aPayingHouse = async ({
  fake,
  method = {},
  payload,
  timeoutMS,
  webhookURL,
  ...given
}: {
  fake: FakeProvider
  /** What is special about its payment methods. */
  method?: Record<string, unknown>
  payload: Payload
  timeoutMS?: number
  webhookURL?: (accountID: string) => string
} & Partial<Parameters<typeof aHouse>[0]>) => {
  const house = await aHouse({ payload, plugins: ['renewal', 'payments'], ...given })
  const secretKey = `sk_${house.code}`
  const webhookSecret = `whsec_${house.code}`
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
    name: 'Practice',
    address: fake.address,
    provider: 'fake',
    secretKey,
    webhookSecret,
  })
  await fake.openAccount({
    id: house.code,
    secretKey,
    webhookSecret,
    webhookURL: webhookURL?.(account),
  })
  const methodOf = (kind: string) =>
    create('payment-methods', {
      name: kind,
      account,
      code: kind,
      firstDue: 'atOnce',
      kind,
      maxInstalments: 10,
      site: house.site,
      uses: ['renewal', 'counter'],
      ...method,
    })
  const methods = {
    card: await methodOf('card'),
    cardInstalments: await methodOf('cardInstalments'),
    directDebit: await methodOf('directDebit'),
  }
  const provider = createFakeProvider({
    address: fake.address,
    secretKey,
    timeoutMS,
    webhookSecret,
  })
  return { ...house, account, methods, provider, secretKey, webhookSecret }
}

/** Stores a card at the fake provider as the customer does, and keeps its alias with the contact. @returns the alias */
export const aStoredCard = async ({
  contact,
  expiry,
  house,
  number = CARDS.good,
}: {
  contact: string
  expiry?: string
  house: House & { account: string; provider: PaymentProvider }
  number?: string
}): Promise<string> => {
  const { means } = await storeMeans({
    customer: contact,
    expiry,
    number,
    provider: house.provider,
  })
  const [alias] = await storeCards({
    cards: [
      {
        account: house.account,
        brand: means.brand,
        contact,
        expMonth: means.expMonth,
        expYear: means.expYear,
        institution: house.institution,
        last4: means.last4,
        token: means.alias,
      },
    ],
    payload: house.payload,
    replaces: true,
    req: await createLocalReq({}, house.payload),
  })
  return alias!
}

/** The same for an account and its mandate. @returns the mandate */
export const aStoredMandate = async ({
  contact,
  house,
  iban = 'DE89370400440532013000',
}: {
  contact: string
  house: House & { account: string; provider: PaymentProvider }
  iban?: string
}): Promise<string> => {
  const { means } = await storeMeans({
    customer: contact,
    kind: 'sepa',
    number: iban,
    provider: house.provider,
  })
  const [mandate] = await storeMandates({
    mandates: [
      {
        account: house.account,
        contact,
        institution: house.institution,
        isUsed: true,
        maskedIBAN: `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`,
        reference: means.mandateRef ?? `RUM-${contact}`,
        token: means.alias,
      },
    ],
    payload: house.payload,
    req: await createLocalReq({}, house.payload),
  })
  return mandate!
}

/**
 * A subscriber with a subscription that renews automatically, paid last year by a card that behaves as said; `none` has stored no
 * card. With `beside`, a second subscription on the same file does not renew automatically: the renewal makes one mixed file of it.
 */
export const anAutomaticSubscriber = async ({
  beside,
  card = 'good',
  expiry,
  house,
  instalments,
  seat = 0,
  ...contact
}: {
  /** The seat of the one that does not. */
  beside?: number
  card?: 'none' | keyof typeof CARDS
  expiry?: string
  house: House & { account: string; provider: PaymentProvider }
  /** Paid in so many instalments; in one go when missing. */
  instalments?: number
  seat?: number
} & Record<string, unknown>) => {
  const payer = await aSubscriber({ house, ...contact })
  const alias =
    card === 'none'
      ? null
      : await aStoredCard({ contact: payer, expiry, house, number: CARDS[card] })
  const file = await aSoldFile({
    house,
    payer,
    payment: { alias, instalments, method: instalments ? 'cardInstalments' : 'card' },
    subscriptions: subscriptionsIn({ beside, house, seat }),
  })
  return { alias, file, payer }
}

const subscriptionsIn = ({
  beside,
  house,
  seat,
}: {
  beside: number | undefined
  house: House
  seat: number
}) => {
  const shipmentMode = house.shipmentModes.post
  const automatic = { seat: house.seats[seat], shipmentMode, subscription: 'automatic' as const }
  return beside === undefined
    ? [automatic]
    : [{ seat: house.seats[beside], shipmentMode, subscription: 'seated' as const }, automatic]
}

/** The same, paid by direct debit through a provider. `iban` says how the account behaves. */
export const aDebitedSubscriber = async ({
  beside,
  house,
  iban,
  instalments,
}: {
  beside?: number
  house: House & { account: string; provider: PaymentProvider }
  iban?: string
  instalments?: number
}) => {
  const payer = await aSubscriber({ house })
  const mandate = await aStoredMandate({ contact: payer, house, iban })
  const file = await aSoldFile({
    house,
    payer,
    payment: { instalments, mandate, method: 'directDebit' },
    subscriptions: subscriptionsIn({ beside, house, seat: 0 }),
  })
  return { file, mandate, payer }
}

/** Renews what a house has sold up to where the charges are written down, and nothing is sent yet. @returns the first of its charges */
export const renewOnly = async (
  house: House,
  changes: Record<string, unknown> = {},
): Promise<Row> => {
  const { institution, payload } = house
  const runID = await start(house, await aBatch(house, changes))
  const ended = new AbortController()
  const lane = runLane({ payload, runID, signal: ended.signal })
  while ((await readRun(payload, runID))!.phase !== 2)
    await new Promise((resolve) => setTimeout(resolve, 50))
  ended.abort()
  await lane
  const [charge] = await readMany({
    collection: 'charges',
    payload,
    sort: 'id',
    where: { institution },
  })
  return charge!
}

/** Renews what a house has sold, with the charges sent while the run waits for them. */
export const renewAndCharge = async (house: House, changes: Record<string, unknown> = {}) => {
  const runID = await start(house, await aBatch(house, changes))
  const ended = new AbortController()
  const lane = runLane({ payload: house.payload, runID }).finally(() => ended.abort())
  while (!ended.signal.aborted) {
    await sendCharges(house)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await lane
  await recountRuns({ payload: house.payload })
  return finish(house, runID)
}

/** Sends all charges that are due, and asks about the uncertain ones. */
export const sendCharges = (house: House, until?: Date) =>
  drainOutbox({ kind: 'charge', payload: house.payload, until })
