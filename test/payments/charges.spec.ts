import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { PayingHouse } from './aPayingHouse'
import type { FakeProvider } from './startFakeProvider'
import type { ProviderEvent } from '../../src/plugins/payments/providers/types'

import { readMany, updateMany } from '../../src/database/bulk'
import { runLane } from '../../src/jobs/runs/runLane'
import { openToken, storeCards } from '../../src/operations/payments/storedMeans'
import { chargeDue } from '../../src/plugins/payments/jobs/chargeDue'
import { receiveEvents } from '../../src/plugins/payments/operations/receiveEvents'
import { refundPayment } from '../../src/plugins/payments/operations/refundPayment'
import { startPayload } from '../helpers/startPayload'
import { aBatch, start } from '../renewal/aBatch'
import { anAutomaticSubscriber, aPayingHouse, sendCharges } from './aPayingHouse'
import { startFakeProvider } from './startFakeProvider'

type Started = Awaited<ReturnType<typeof startPayload>>

const DAY_MS = 86_400_000

let started: Started
let fake: FakeProvider
let house: PayingHouse

beforeAll(async () => {
  ;[started, fake] = await Promise.all([startPayload(), startFakeProvider()])
})
beforeEach(async () => {
  house = await aPayingHouse({ fake, payload: started.payload, timeoutMS: 500 })
})
afterAll(async () => {
  await started.stop()
  await fake.stop()
})

const read = (collection: string, where: object) =>
  readMany({ collection: collection as 'sites', payload: started.payload, where: where as never })

/** Renews up to where the charges are written down, and nothing is sent yet. */
const renewOnly = async (changes: Record<string, unknown> = {}) => {
  const runID = await start(house, await aBatch(house, changes))
  const ended = new AbortController()
  const lane = runLane({ payload: house.payload, runID, signal: ended.signal })
  for (;;) {
    const [run] = await read('runs', { id: runID })
    if (run!.phase === 2) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  ended.abort()
  await lane
  return runID
}

const ownCharges = async () =>
  (await fake.ledger()).charges.filter(({ merchant }) => merchant === house.code)

const chargeOf = async () => (await read('charges', { institution: house.institution }))[0]!

describe('a charge', () => {
  it('should be written down before it is sent, and hold the seat meanwhile', async () => {
    await anAutomaticSubscriber({ house })
    await renewOnly()
    expect(await ownCharges()).toEqual([])
    const charge = await chargeOf()
    expect(charge).toMatchObject({ state: 'open' })
    expect((await read('files', { id: charge.file }))[0]).toMatchObject({
      paid: 0,
      status: 'charging',
    })
    await sendCharges(house)
    expect(await chargeOf()).toMatchObject({ state: 'paid' })
  })

  it.each([
    ['timeoutAfter', 'the answer was lost'],
    ['timeoutBefore', 'it never arrived'],
    ['errorBefore', 'something in front failed'],
    ['errorAfter', 'it failed after its effect'],
    ['resetHalfway', 'the line broke in the answer'],
    ['malformed', 'the answer was rubbish'],
  ] as const)('should be made exactly once when there is a %s: %s', async (fault, _why) => {
    await anAutomaticSubscriber({ house })
    await renewOnly()
    const { reference } = await chargeOf()
    await fake.script({ fault, how: 'cut', match: { reference }, times: 1 })
    await sendCharges(house)
    for (let i = 1; i < 5 && (await chargeOf()).state !== 'paid'; i++)
      await sendCharges(house, new Date(Date.now() + i * 120_000))
    expect(await chargeOf()).toMatchObject({ state: 'paid' })
    expect((await ownCharges()).filter(({ status }) => status === 'paid')).toHaveLength(1)
    expect((await read('files', { id: (await chargeOf()).file }))[0]).toMatchObject({
      balance: 0,
      status: 'sold',
    })
  })

  it('should come to the same whatever the order and number of the messages about it', async () => {
    await anAutomaticSubscriber({ house })
    await renewOnly()
    const { file, instalment, reference } = await chargeOf()
    const event = (status: ProviderEvent['status'], i: number): ProviderEvent => ({
      eventID: `${reference}-${i}-${status}`,
      kind: 'charge',
      occurredAt: new Date().toISOString(),
      providerID: 'ch_1',
      reference,
      status,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(['pending', 'paid', 'unknown', 'pending', 'paid'] as const, {
          minLength: 5,
        }),
        async (order) => {
          const events = order.map(event)
          await receiveEvents({
            account: { id: house.account, institution: house.institution },
            events: [...events, ...events],
            payload: house.payload,
          })
          expect(await chargeOf()).toMatchObject({ state: 'paid' })
          expect((await read('instalments', { id: instalment }))[0]).toMatchObject({
            state: 'paid',
          })
          expect((await read('files', { id: file }))[0]).toMatchObject({
            paid: 21_000,
            status: 'sold',
          })
        },
      ),
      { numRuns: 8 },
    )
  })

  it('should not listen to messages of another account about it', async () => {
    const other = await aPayingHouse({ fake, payload: started.payload })
    await anAutomaticSubscriber({ house })
    await renewOnly()
    const { reference } = await chargeOf()
    await receiveEvents({
      account: { id: other.account, institution: other.institution },
      events: [
        {
          eventID: 'x',
          kind: 'charge',
          occurredAt: new Date().toISOString(),
          providerID: 'ch_x',
          reference,
          status: 'paid',
        },
      ],
      payload: house.payload,
    })
    expect(await chargeOf()).toMatchObject({ state: 'open' })
    await sendCharges(house)
  })

  it('should not be possible with the card of another contact, nor of another institution', async () => {
    const { alias } = await anAutomaticSubscriber({ house })
    const { payer: other } = await anAutomaticSubscriber({ card: 'none', house, seat: 1 })
    // Somebody has copied a card to another contact, past every rule of the product.
    await updateMany({
      collection: 'aliases',
      data: { contact: other },
      payload: house.payload,
      where: { id: alias! },
    })
    await renewOnly()
    await sendCharges(house)
    expect(await ownCharges()).toEqual([])
    // A token that is known is not stored a second time for somebody else.
    const neighbour = await anAutomaticSubscriber({ house, seat: 2 })
    const [row] = await read('aliases', { id: neighbour.alias })
    expect(row!.token).not.toContain('tok')
    const [stored] = await storeCards({
      cards: [
        {
          account: house.account,
          brand: 'visa',
          contact: other,
          expMonth: 12,
          expYear: 2049,
          institution: house.institution,
          last4: '4242',
          token: openToken(row!.token, row as never),
        },
      ],
      payload: house.payload,
      req: {},
    })
    expect(stored).toBeNull()
    await updateMany({
      collection: 'outbox',
      data: { dueAt: null, state: 'cancelled' },
      payload: house.payload,
      where: { institution: house.institution, state: ['unknown', 'waiting'] },
    })
  })
})

describe('instalments', () => {
  it('should be charged when their day comes, each once, also when several look at once', async () => {
    await anAutomaticSubscriber({ house, instalments: 3 })
    await renewOnly()
    await sendCharges(house)
    const { file } = await chargeOf()
    const now = new Date(Date.now() + 32 * DAY_MS)
    await Promise.all([1, 2, 3].map(() => chargeDue({ now, payload: house.payload })))
    await sendCharges(house)
    expect(await ownCharges()).toHaveLength(2)
    expect((await read('files', { id: file }))[0]).toMatchObject({ balance: 7000, paid: 14_000 })
  })
})

describe('a refund', () => {
  it('should never exceed what came in, whatever is asked at the same time', async () => {
    await anAutomaticSubscriber({ house })
    await renewOnly()
    await sendCharges(house)
    const { id, file } = await chargeOf()
    const answers = await Promise.allSettled(
      [9000, 9000, 9000, 9000].map((amount) =>
        refundPayment({ amount, chargeID: id, payload: house.payload }),
      ),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    await expect(
      refundPayment({ amount: 3001, chargeID: id, payload: house.payload }),
    ).rejects.toMatchObject({ data: { code: 'refundTooHigh' } })
    await sendCharges(house)
    const { refunds } = await fake.ledger()
    const own = refunds.filter(({ merchant }) => merchant === house.code)
    expect(own.map(({ amount }) => amount)).toEqual([9000, 9000])
    expect((await read('files', { id: file }))[0]).toMatchObject({ balance: 18_000, paid: 3000 })
  })
})
