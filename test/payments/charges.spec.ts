import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'crypto'
import fc from 'fast-check'

import type { PayingHouse } from './aPayingHouse'
import type { FakeProvider } from './startFakeProvider'
import type { Decision } from '../../src/jobs/outbox/types'
import type { ProviderEvent } from '../../src/plugins/payments/providers/types'

import { updateMany } from '../../src/database/bulk'
import { decideOutgoing } from '../../src/endpoints/decideOutgoing'
import { decideUnknown } from '../../src/operations/decideUnknown'
import { openToken, storeCards } from '../../src/operations/payments/storedMeans'
import { chargeDue } from '../../src/plugins/payments/jobs/chargeDue'
import { chargeAgain } from '../../src/plugins/payments/operations/chargeAgain'
import { refundPayment } from '../../src/plugins/payments/operations/refundPayment'
import { fakeKind } from '../../src/plugins/payments/providers/fake'
import { loadRefundable } from '../../src/plugins/payments/views/loadRefundable'
import { codeOf } from '../helpers/codeOf'
import { readerOf } from '../helpers/readerOf'
import { startPayload } from '../helpers/startPayload'
import { requestOf } from './aFailedPayment'
import { anAutomaticSubscriber, aPayingHouse, renewOnly, sendCharges } from './aPayingHouse'
import { receiveFor } from './receiveFor'
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

const { read } = readerOf(() => started.payload)

const ownCharges = async () =>
  (await fake.ledger()).charges.filter(({ merchant }) => merchant === house.code)

const chargeOf = async () => (await read('charges', { institution: house.institution }))[0]!

describe('a charge', () => {
  it('should be written down before it is sent, and hold the seat meanwhile', async () => {
    await anAutomaticSubscriber({ house })
    await renewOnly(house)
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
    await renewOnly(house)
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

  it('should wait while the provider refuses the account, and be made once its key is right', async () => {
    const useKey = (secretKey: string) =>
      house.payload.update({
        id: house.account,
        collection: 'payment-accounts' as 'sites',
        data: { secretKey } as never,
      })
    await anAutomaticSubscriber({ house })
    const { id } = await renewOnly(house)
    await useKey('sk_mistyped')
    await sendCharges(house)
    expect(await chargeOf()).toMatchObject({ sentAt: null, state: 'open' })
    expect((await read('outbox', { subject: id }))[0]).toMatchObject({
      error: expect.stringContaining('wrong_secret_key'),
      state: 'waiting',
    })
    await useKey(house.secretKey)
    await sendCharges(house, new Date(Date.now() + 11 * 60_000))
    expect(await chargeOf()).toMatchObject({ state: 'paid' })
    expect(await ownCharges()).toHaveLength(1)
  })

  it('should fail at once, by a cause of its own, where the provider refuses the request', async () => {
    const { payer } = await anAutomaticSubscriber({ house })
    const card = { account: house.account, brand: 'visa', expMonth: 12, expYear: 2049, last4: '' }
    await storeCards({
      cards: [
        { ...card, contact: payer, institution: house.institution, token: `nowhere-${house.code}` },
      ],
      payload: house.payload,
      replaces: true,
      req: {},
    })
    await renewOnly(house)
    await sendCharges(house)
    expect(await chargeOf()).toMatchObject({ reason: 'providerRefused', state: 'declined' })
    const [failure] = await read('payment-failures', { site: house.site })
    expect(failure).toMatchObject({ cause: 'providerRefused', state: 'open' })
  })

  it('should be made where the card is stored, whatever account its payment method has by now', async () => {
    await anAutomaticSubscriber({ house, instalments: 2 })
    await renewOnly(house)
    await sendCharges(house)
    const { id: other } = await house.payload.create({
      collection: 'payment-accounts' as 'sites',
      data: {
        name: 'Another',
        address: fake.address,
        institution: house.institution,
        provider: 'fake',
        secretKey: 'sk_other',
        webhookSecret: 'whsec_other',
      } as never,
    })
    await updateMany({
      collection: 'payment-methods',
      data: { account: other },
      payload: house.payload,
      where: { site: house.site },
    })
    await chargeDue({ now: new Date(Date.now() + 400 * DAY_MS), payload: house.payload })
    await sendCharges(house)
    const charges = await read('charges', { institution: house.institution })
    expect(charges.map(({ account, state }) => [account, state])).toEqual([
      [house.account, 'paid'],
      [house.account, 'paid'],
    ])
  })

  describe('that cannot be asked about by its reference', () => {
    const { open } = fakeKind
    beforeAll(() => {
      fakeKind.open = (args) => {
        const provider = open(args)
        const capabilities = () => ({
          ...provider.capabilities(),
          idempotencyTTLHours: 1,
          lookupByReference: false,
        })
        return { ...provider, capabilities }
      }
    })
    afterAll(() => {
      fakeKind.open = open
    })
    /** It was taken, and the answer was lost. @returns how it was sent */
    const aLostAnswer = async () => {
      const subscriber = await anAutomaticSubscriber({ house })
      await renewOnly(house)
      const { reference } = await chargeOf()
      await fake.script({ fault: 'timeoutAfter', how: 'cut', match: { reference }, times: 1 })
      await sendCharges(house)
      expect(await chargeOf()).toMatchObject({ state: 'unknown' })
      return subscriber
    }
    const inMinutes = (count: number) => new Date(Date.now() + count * 60_000)

    it('should be asked about under its key, although its card is revoked meanwhile', async () => {
      const { alias } = await aLostAnswer()
      const { id, sentAt } = await chargeOf()
      // It had waited for hours before it was sent: the provider knows nothing of that.
      await house.payload.db.updateOne({
        collection: 'outbox',
        data: { createdAt: inMinutes(-300).toISOString() },
        where: { subject: { equals: id } },
      })
      await updateMany({
        collection: 'aliases',
        data: { state: 'revoked' },
        payload: house.payload,
        where: { id: alias! },
      })
      await sendCharges(house, inMinutes(2))
      await sendCharges(house, inMinutes(4))
      expect(await chargeOf()).toMatchObject({ sentAt, state: 'paid' })
      expect(await ownCharges()).toHaveLength(1)
    })

    it.each([
      ['arrived', 'paid', { balance: 0, paid: 21_000, status: 'sold' }, []],
      [
        'notArrived',
        'declined',
        { balance: 21_000, paid: 0, status: 'reserved' },
        ['declinedForNow open'],
      ],
    ] as const)(
      'should be decided by a person once its key is forgotten: %s, so it is %s',
      async (decision, state, ledger, listed) => {
        await aLostAnswer()
        const charge = await chargeOf()
        await updateMany({
          collection: 'charges' as 'sites',
          data: { sentAt: inMinutes(-60).toISOString() },
          payload: house.payload,
          where: { id: charge.id },
        })
        const outgoing = async () => (await read('outbox', { subject: charge.id }))[0]!
        const { id } = await outgoing()
        const req = await requestOf(house, 'salesManager')
        const decide = (said: Decision) => codeOf(decideUnknown({ id, decision: said, req }))
        // As long as it is asked about by itself, nobody is to guess.
        expect(await decide(decision)).toBe('conflict')
        await sendCharges(house, inMinutes(2))
        expect(await outgoing()).toMatchObject({ dueAt: null, state: 'unknown' })
        expect(await decide('again')).toBe('conflict')
        await decideUnknown({ id, decision, req })
        expect(await decide('arrived')).toBe('conflict')
        expect(await outgoing()).toMatchObject({ error: null, state: 'done' })
        expect(await chargeOf()).toMatchObject({ state })
        expect((await read('files', { id: charge.file }))[0]).toMatchObject(ledger)
        const failures = await read('payment-failures', { site: house.site })
        expect(failures.map(({ cause, state: of }) => `${cause} ${of}`)).toEqual(listed)
        const noted = await read('journal', { institution: house.institution, user: req.user!.id })
        expect(noted.map(({ noun }) => noun).sort()).toEqual(['outbox', 'payments'])
        expect(await ownCharges()).toHaveLength(1)
      },
    )
  })

  it('should be decided by a person once its provider was silent for long, also where that is denied later', async () => {
    await anAutomaticSubscriber({ house })
    await renewOnly(house)
    const { id: chargeID, file, reference } = await chargeOf()
    await fake.script({ fault: 'timeoutBefore', how: 'cut', match: { reference } })
    await sendCharges(house)
    const outgoing = async () => (await read('outbox', { subject: chargeID }))[0]!
    const { id } = await outgoing()
    const req = await requestOf(house, 'accountant')
    const decide = () => codeOf(decideUnknown({ id, decision: 'arrived', req }))
    const set = (data: Record<string, unknown>) =>
      updateMany({ collection: 'outbox', data, payload: house.payload, where: { id } })
    expect(await decide()).toBe('conflict')
    await set({ attempts: 16 })
    expect(await outgoing()).toMatchObject({ dueAt: expect.any(String), state: 'unknown' })
    // What was accepted is decided by the provider; and while somebody asks, nobody guesses.
    await set({ answer: { status: 'pending' } })
    expect(await decide()).toBe('conflict')
    await set({ answer: null, state: 'sending' })
    expect(await decide()).toBe('conflict')
    await set({ state: 'unknown' })
    await decideUnknown({ id, decision: 'arrived', req })
    expect(await outgoing()).toMatchObject({ dueAt: null, state: 'done' })
    expect((await read('files', { id: file }))[0]).toMatchObject({ balance: 0, paid: 21_000 })
    // The answer comes after all, twice.
    for (const eventID of ['late-1', 'late-2'])
      await receiveFor(house, {
        decline: 'soft',
        eventID,
        providerID: 'ch_late',
        reference,
        status: 'declined',
      })
    expect(await chargeOf()).toMatchObject({ state: 'paid' })
    expect(await read('payment-failures', { file })).toMatchObject([
      { amount: 21_000, cause: 'decisionDenied', state: 'open' },
    ])
  })

  describe('that a person says was paid', () => {
    /** It was taken, and nobody has answered for long. @returns the charge, its outgoing item, and the provider's ID of it */
    const aSilentCharge = async (seat = 0) => {
      await anAutomaticSubscriber({ house, seat })
      await renewOnly(house)
      const open = { institution: house.institution, state: 'open' }
      const { id, reference } = (await read('charges', open))[0]!
      await fake.script({ fault: 'timeoutAfter', how: 'cut', match: { reference }, times: 1 })
      await sendCharges(house)
      await updateMany({
        collection: 'outbox',
        data: { attempts: 16 },
        payload: house.payload,
        where: { subject: id },
      })
      const providerID = (await ownCharges()).find((one) => one.reference === reference)!.id
      return { id, outgoing: (await read('outbox', { subject: id }))[0]!, providerID }
    }
    const say = async (id: string, body: Record<string, unknown>) => {
      const req = Object.assign(await requestOf(house, 'accountant'), {
        headers: new Headers({ 'content-type': 'application/json' }),
        routeParams: { id },
        text: () => Promise.resolve(JSON.stringify(body)),
      })
      const answer = (await decideOutgoing.handler(req)) as Response
      return { json: await answer.json(), status: answer.status }
    }
    const refund = async (chargeID: string) => {
      const id = await refundPayment({
        amount: 5000,
        chargeID,
        key: randomUUID(),
        payload: house.payload,
        req: await requestOf(house, 'salesManager'),
      })
      await sendCharges(house)
      return (await read('charges', { id }))[0]
    }
    const ownRefunds = async () =>
      (await fake.ledger()).refunds.filter(({ merchant }) => merchant === house.code)

    it('should be refunded there under the ID that the person has found', async () => {
      const { id, outgoing, providerID } = await aSilentCharge()
      const body = { decision: 'arrived', providerID: ` ${providerID} ` }
      expect(await say(outgoing.id, body)).toEqual({ json: {}, status: 200 })
      expect(await chargeOf()).toMatchObject({ providerID, state: 'paid' })
      expect(await refund(id)).toMatchObject({ kind: 'refund', state: 'paid' })
      expect(await ownRefunds()).toMatchObject([{ amount: 5000, charge: providerID }])
    })

    it('should not be refunded from here without one', async () => {
      const { id, outgoing } = await aSilentCharge()
      expect(await say(outgoing.id, { decision: 'arrived' })).toMatchObject({ status: 200 })
      expect(await chargeOf()).toMatchObject({ providerID: null, state: 'paid' })
      expect(await refund(id)).toMatchObject({ code: 'charge_unknown', state: 'declined' })
      expect(await ownRefunds()).toEqual([])
    })

    it('should keep the ID that is known when the person has none', async () => {
      const { id, outgoing, providerID } = await aSilentCharge()
      await updateMany({
        collection: 'charges' as 'sites',
        data: { providerID },
        payload: house.payload,
        where: { id },
      })
      await say(outgoing.id, { decision: 'arrived' })
      expect(await chargeOf()).toMatchObject({ providerID, state: 'paid' })
    })

    it('should not be booked under the ID of another payment', async () => {
      const other = await aSilentCharge()
      await say(other.outgoing.id, { decision: 'arrived', providerID: other.providerID })
      const { id, outgoing } = await aSilentCharge(1)
      const taken = { decision: 'arrived', providerID: other.providerID }
      expect(await say(outgoing.id, taken)).toMatchObject({
        json: { errors: [{ data: { code: 'notUnique', field: 'providerID' } }] },
        status: 400,
      })
      expect((await read('charges', { id }))[0]).toMatchObject({
        providerID: null,
        state: 'unknown',
      })
      expect((await read('outbox', { id: outgoing.id }))[0]).toMatchObject({ state: 'unknown' })
    })

    it('should not be booked with what is no ID, and say so in words', async () => {
      const { outgoing } = await aSilentCharge()
      const stands = async () => [await chargeOf(), (await read('outbox', { id: outgoing.id }))[0]]
      const before = await stands()
      for (const [providerID, message] of [
        ['ch 1', /without spaces/],
        ['ch_ü', /without spaces/],
        [' ', /without spaces/],
        ['c'.repeat(101), /without spaces/],
        ['4111111111111111', /number of a card/],
        ['4111-1111-1111-1111', /number of a card/],
      ] as const)
        expect([
          providerID,
          await say(outgoing.id, { decision: 'arrived', providerID }),
        ]).toMatchObject([
          providerID,
          {
            json: {
              errors: [
                {
                  data: { code: 'invalidInput', field: 'providerID' },
                  message: expect.stringMatching(message),
                },
              ],
            },
            status: 400,
          },
        ])
      // Nor is it asked for where nothing was paid.
      const denied = { decision: 'notArrived', providerID: 'ch_1' }
      expect((await say(outgoing.id, denied)).json.errors[0].data).toMatchObject({
        code: 'invalidInput',
        field: 'providerID',
      })
      expect(await stands()).toEqual(before)
      // A provider's number that begins with the date is none of a card, though sixteen of its digits could be: it is the item that is not there.
      const own = { decision: 'arrived', providerID: '260601103042148201' }
      expect(await say('nowhere', own)).toMatchObject({ status: 404 })
    })
  })

  it('should come to the same whatever the order and number of the messages about it', async () => {
    type Status = ProviderEvent['status']
    const said: Status[] = ['declined', 'paid', 'pending', 'unknown']
    const sets: Status[][] = [said, [...said, 'returned'], [...said, 'regained', 'returned']]
    const ORDERS = 3
    // Always the worst: a refusal first, then the last word before what led to it.
    const orders = sets.flatMap((set) => [
      [set[0]!, ...set.slice(1).reverse()],
      ...fc.sample(fc.shuffledSubarray(set, { minLength: set.length }), ORDERS - 1),
    ])
    for (const seat of orders.keys()) await anAutomaticSubscriber({ house, seat })
    await renewOnly(house, { onFailure: 'reservation' })
    const charges = await read('charges', { institution: house.institution })
    expect(charges).toHaveLength(orders.length)
    for (const [i, order] of orders.entries()) {
      const { reference } = charges[i]!
      await receiveFor(
        house,
        ...[...order, ...order].map((status, at) => ({
          eventID: `${reference}-${at}`,
          providerID: `ch_${reference}`,
          reference,
          status,
          ...(status === 'declined' && { decline: 'hard' as const }),
        })),
      )
    }
    const ends = await Promise.all(
      charges.map(async (charge) => {
        const { file, instalment, payment } = charge
        const of = async (collection: string, id: string) => (await read(collection, { id }))[0]!
        const [part, whole, sold] = [
          await of('instalments', instalment),
          await of('payments', payment),
          await of('files', file),
        ]
        const open = await read('payment-failures', { file, state: 'open' })
        return {
          charge: (await of('charges', charge.id)).state,
          file: [sold.status, sold.paid, sold.balance],
          instalment: part.state,
          open: open.map(({ amount, cause }) => [amount, cause]),
          payment: [whole.state, whole.paid],
        }
      }),
    )
    const taken = {
      file: ['sold', 21_000, 0],
      instalment: 'paid',
      open: [],
      payment: ['paid', 21_000],
    }
    const owed = {
      charge: 'returned',
      file: ['sold', 0, 21_000],
      instalment: 'returned',
      open: [[21_000, 'returned']],
      payment: ['returned', 0],
    }
    const expected = [{ ...taken, charge: 'paid' }, owed, { ...taken, charge: 'regained' }]
    expect(ends.map((end, i) => ({ ...end, order: orders[i] }))).toEqual(
      orders.map((order, i) => ({ ...expected[Math.floor(i / ORDERS)]!, order })),
    )
    await sendCharges(house)
    expect(await ownCharges()).toEqual([])
  })

  it('should not listen to messages of another account about it', async () => {
    const other = await aPayingHouse({ fake, payload: started.payload })
    await anAutomaticSubscriber({ house })
    await renewOnly(house)
    const { reference } = await chargeOf()
    await receiveFor(other, { providerID: 'ch_x', reference, status: 'paid' })
    expect(await chargeOf()).toMatchObject({ state: 'open' })
    await sendCharges(house)
  })

  it('should not be possible with the card of another contact, nor of another institution', async () => {
    const { alias, payer } = await anAutomaticSubscriber({ house })
    const { payer: other } = await anAutomaticSubscriber({ card: 'none', house, seat: 1 })
    const giveTo = (contact: string) =>
      updateMany({
        collection: 'aliases',
        data: { contact },
        payload: house.payload,
        where: { id: alias! },
      })
    // Somebody has copied a card to another contact, past every rule of the product.
    await giveTo(other)
    await renewOnly(house)
    await sendCharges(house)
    expect(await ownCharges()).toEqual([])
    await giveTo(payer)
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

describe('money that the bank takes back', () => {
  const tellOf = async (
    { providerID, reference }: Record<string, any>,
    ...statuses: ProviderEvent['status'][]
  ) => {
    for (const status of statuses)
      // A dispute comes with the provider's own id only.
      await receiveFor(house, { providerID, status, ...(status === 'paid' && { reference }) })
  }
  const tell = async (...statuses: ProviderEvent['status'][]) =>
    tellOf(await chargeOf(), ...statuses)
  const standing = async () => {
    const charge = await chargeOf()
    const [file] = await read('files', { id: charge.file })
    const [instalment] = await read('instalments', { id: charge.instalment })
    const failures = await read('payment-failures', { site: house.site })
    return [
      charge.state,
      instalment!.state,
      file!.balance,
      ...failures.map(({ cause, state }) => `${cause} ${state}`),
    ]
  }
  const aTakenCharge = async () => {
    const subscriber = await anAutomaticSubscriber({ house })
    await renewOnly(house)
    await sendCharges(house)
    await tell('returned')
    expect(await standing()).toEqual(['returned', 'returned', 21_000, 'returned open'])
    return subscriber
  }

  it('should be booked again when the bank gives it back, be asked for no more, and may be refunded', async () => {
    await aTakenCharge()
    await tell('paid', 'regained', 'returned', 'regained', 'paid')
    expect(await standing()).toEqual(['regained', 'paid', 0, 'returned paid'])
    const [failure] = await read('payment-failures', { site: house.site })
    await expect(
      chargeAgain({ failureID: failure!.id, payload: house.payload }),
    ).rejects.toMatchObject({ data: { code: 'nothingDue' } })
    const { id, file, reference } = await chargeOf()
    const req = await requestOf(house, 'accountant')
    const refundable = await loadRefundable({ file: { id: file, site: house.site }, req })
    expect(refundable).toMatchObject([{ id, left: 21_000 }])
    const key = randomUUID()
    const refund = await refundPayment({
      amount: 1000,
      chargeID: id,
      key,
      payload: house.payload,
      req,
    })
    await fake.settle(reference, 'returned')
    await fake.settle(reference, 'regained')
    await sendCharges(house)
    expect((await read('charges', { id: refund }))[0]).toMatchObject({ state: 'paid' })
  })

  it('should be booked to the cent where it is a part, part after part, in whatever order it is told', async () => {
    await anAutomaticSubscriber({ house })
    await renewOnly(house)
    await sendCharges(house)
    const { id, file, instalment, providerID, reference } = await chargeOf()
    const events: ProviderEvent[] = []
    /** A message about a part, as it comes, and all that came before once more. */
    const tellOfPart = async (name: string, amount: number, status: 'regained' | 'returned') => {
      events.push({
        dispute: { id: `du_${name}`, amount, currency: 'CHF', status },
        eventID: randomUUID(),
        kind: 'charge',
        occurredAt: new Date().toISOString(),
        providerID,
        reference: '',
        status,
      })
      const again = events.map((event) => ({ ...event, eventID: randomUUID() }))
      await receiveFor(house, ...events, ...again)
    }
    const sums = async () => {
      const [found] = await read('files', { id: file })
      const open = await read('payment-failures', { file, state: 'open' }, 'failedAt')
      const req = await requestOf(house, 'accountant')
      const [refundable] = await loadRefundable({ file: { id: file, site: house.site }, req })
      return [
        found!.paid,
        found!.balance,
        refundable?.left,
        ...open.map(({ amount, cause }) => `${amount} ${cause}`),
      ]
    }
    await tellOfPart('a', 5_001, 'returned')
    expect(await sums()).toEqual([15_999, 5_001, 15_999, '5001 partReturned'])
    await tellOfPart('b', 999, 'returned')
    expect(await sums()).toEqual([15_000, 6_000, 15_000, '5001 partReturned', '999 partReturned'])
    // The first one is won; and one that is told to be won before it was told to be taken.
    await tellOfPart('a', 5_001, 'regained')
    await tellOfPart('c', 700, 'regained')
    await tellOfPart('c', 700, 'returned')
    expect(await sums()).toEqual([20_001, 999, 20_001, '999 partReturned'])
    expect((await read('charges', { id }))[0]).toMatchObject({ state: 'paid' })
    expect((await read('instalments', { id: instalment }))[0]).toMatchObject({ state: 'paid' })
    const noted = await read('journal', { documentTitle: reference, file }, 'createdAt')
    expect(noted.map(({ after: { amount, state } }) => `${amount} ${state}`)).toEqual([
      '21000 paid',
      '5001 returned',
      '999 returned',
      '5001 paid',
    ])
    // Nobody charges it by themselves, and nobody but a person says that it is settled.
    const [failure] = await read('payment-failures', { file, state: 'open' })
    await expect(
      chargeAgain({ failureID: failure!.id, payload: house.payload }),
    ).rejects.toMatchObject({ data: { code: 'nothingDue' } })
    // In another currency it says nothing about a part: the bank has the whole.
    await receiveFor(house, {
      ...events[0]!,
      dispute: { id: 'du_d', amount: 19_000, currency: 'EUR', status: 'returned' },
      eventID: randomUUID(),
    })
    expect((await read('charges', { id }))[0]).toMatchObject({ state: 'returned' })
  })

  it('should be booked where a part was taken before anybody knew that it was paid', async () => {
    await anAutomaticSubscriber({ house })
    await renewOnly(house)
    const { reference } = await chargeOf()
    await fake.script({ fault: 'timeoutAfter', how: 'cut', match: { reference }, times: 1 })
    await sendCharges(house)
    expect(await chargeOf()).toMatchObject({ state: 'unknown' })
    await fake.settle(reference, 'returned', 4_321)
    await sendCharges(house, new Date(Date.now() + 120_000))
    const charge = await chargeOf()
    expect(charge).toMatchObject({ state: 'paid' })
    expect((await read('files', { id: charge.file }))[0]).toMatchObject({
      balance: 4_321,
      paid: 16_679,
    })
  })

  it('should be for a person to give back where it was paid a second time meanwhile', async () => {
    await aTakenCharge()
    const [failure] = await read('payment-failures', { site: house.site })
    await chargeAgain({ failureID: failure!.id, payload: house.payload })
    await sendCharges(house)
    const [first, second] = await read('charges', { institution: house.institution }, 'createdAt')
    expect([first!.state, second!.state]).toEqual(['returned', 'paid'])
    await tellOf(first!, 'regained')
    expect((await read('charges', { id: first!.id }))[0]).toMatchObject({
      reason: 'paidTooLate',
      state: 'regained',
    })
    expect((await read('files', { id: first!.file }))[0]).toMatchObject({
      balance: 0,
      paid: 21_000,
    })
    expect(await read('payment-failures', { site: house.site })).toMatchObject([
      { amount: 21_000, cause: 'paidTooLate', state: 'open' },
    ])
  })
})

describe('instalments', () => {
  it('should be charged when their day comes, each once, also when several look at once', async () => {
    await anAutomaticSubscriber({ house, instalments: 3 })
    await renewOnly(house)
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
    await renewOnly(house)
    await sendCharges(house)
    const { id, file } = await chargeOf()
    const answers = await Promise.allSettled(
      [9000, 9000, 9000, 9000].map((amount) =>
        refundPayment({ amount, chargeID: id, key: randomUUID(), payload: house.payload }),
      ),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    await expect(
      refundPayment({ amount: 3001, chargeID: id, key: randomUUID(), payload: house.payload }),
    ).rejects.toMatchObject({ data: { code: 'refundTooHigh' } })
    await sendCharges(house)
    const { refunds } = await fake.ledger()
    const own = refunds.filter(({ merchant }) => merchant === house.code)
    expect(own.map(({ amount }) => amount)).toEqual([9000, 9000])
    expect((await read('files', { id: file }))[0]).toMatchObject({ balance: 18_000, paid: 3000 })
  })
})
