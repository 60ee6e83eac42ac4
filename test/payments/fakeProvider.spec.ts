import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'fs'
import path from 'path'

import type { PaymentProvider } from '../../src/plugins/payments/providers/types'
import type { FakeProvider } from './startFakeProvider'

import { cardDeclinedFrom } from '../../src/fake-provider/testMeans'
import { createFakeProvider } from '../../src/plugins/payments/providers/fake/createFakeProvider'
import { RequestRefused } from '../../src/plugins/payments/providers/types'
import { receiveWebhooks } from './receiveWebhooks'
import { startFakeProvider } from './startFakeProvider'
import { newReference, storeMeans, submitForm } from './storeMeans'

const DAY_S = 86_400

let inbox: Awaited<ReturnType<typeof receiveWebhooks>>
let other: PaymentProvider
let provider: PaymentProvider
let server: FakeProvider

const open = (secretKey: string, address = server.address) =>
  createFakeProvider({ address, secretKey, timeoutMS: 5_000, webhookSecret: 'whsec_one' })

beforeAll(async () => {
  ;[server, inbox] = await Promise.all([startFakeProvider(), receiveWebhooks()])
  const webhookSecret = 'whsec_one'
  const webhookURL = inbox.url
  await server.openAccount({ id: 'one', secretKey: 'sk_one_secret', webhookSecret, webhookURL })
  await server.openAccount({ id: 'two', secretKey: 'sk_two_secret', webhookSecret })
  provider = open('sk_one_secret')
  other = open('sk_two_secret')
})

afterAll(async () => {
  await server?.stop()
  await inbox?.stop()
})

beforeEach(() => server.setFaults({}))

type Stored = Awaited<ReturnType<typeof storeMeans>>
const chargeOf = ({ customer, means }: Stored, more: { amount?: number; key?: string } = {}) => {
  const reference = newReference()
  return {
    alias: means.alias,
    amount: 1_000,
    currency: 'CHF',
    customer,
    key: `charge:${reference}`,
    ...(means.mandateRef && { mandate: means.mandateRef }),
    reference,
    sequence: 'recurring' as const,
    ...more,
  }
}
const charge = (args: ReturnType<typeof chargeOf>, by = provider) => by.chargeAlias(args)
const lookup = ({ reference }: { reference: string }, by = provider) =>
  by.lookup({ kind: 'charge', reference })
const chargesIn = async ({ reference }: { reference: string }) =>
  (await server.ledger()).charges.filter((each) => each.reference === reference)

describe('the ledger', () => {
  it('should keep through kill -9 what was answered, and make nothing twice', async () => {
    const stored = await storeMeans({ provider })
    const answered = new Map<string, string>()
    const all: ReturnType<typeof chargeOf>[] = []
    for (let kill = 0; kill < 5; kill++) {
      const some = Array.from({ length: 30 }, () => chargeOf(stored))
      all.push(...some)
      const over = Promise.all(
        some.map(async (args) => {
          const { providerID, status } = await charge(args)
          if (status === 'paid') answered.set(args.reference, providerID!)
          else expect(status).toBe('unknown')
        }),
      )
      await new Promise((resolve) => setTimeout(resolve, 5 + kill * 15))
      await server.kill()
      await over
      await server.restart()
    }
    const kept = new Map((await server.ledger()).charges.map((each) => [each.reference, each.id]))
    for (const [reference, id] of answered) expect(kept.get(reference)).toBe(id)
    // At least one kill came in the middle, or this proves nothing.
    expect(answered.size).toBeLessThan(all.length)
    for (const args of all) expect(await charge(args)).toMatchObject({ status: 'paid' })
    const references = (await server.ledger()).charges.map(({ reference }) => reference)
    for (const { reference } of all)
      expect(references.filter((each) => each === reference)).toHaveLength(1)
    expect((await server.summary()).paidTwice).toEqual([])
  })

  it('should answer a stored 500 again, with the effect and without', async () => {
    const stored = await storeMeans({ provider })
    for (const [fault, count] of [
      ['errorStored', 0],
      ['errorAfter', 1],
    ] as const) {
      const args = chargeOf(stored)
      await server.script({ fault, match: { reference: args.reference }, times: 1 })
      for (let time = 0; time < 3; time++) expect(await charge(args)).toEqual({ status: 'unknown' })
      expect(await chargesIn(args)).toHaveLength(count)
      expect((await lookup(args)).status).toBe(count ? 'paid' : 'notFound')
    }
  })

  it('should show a merchant who makes up new keys what they have done', async () => {
    const args = chargeOf(await storeMeans({ provider }))
    await charge(args)
    await charge({ ...args, key: `${args.key}:again` })
    const { paidTwice } = await server.summary()
    expect(paidTwice).toEqual([{ count: 2, merchant: 'one', reference: args.reference }])
  })

  it('should take effect late, once, after finding nothing', async () => {
    const args = chargeOf(await storeMeans({ provider }))
    const { reference } = args
    await server.script({
      afterSeconds: 2,
      fault: 'effectLate',
      how: 'cut',
      match: { reference },
      times: 1,
    })
    expect(await charge(args)).toEqual({ status: 'unknown' })
    expect(await lookup(args)).toEqual({ status: 'notFound' })
    // The same key is under way.
    expect(await charge(args)).toEqual({ status: 'unknown' })
    await until(async () => (await lookup(args)).status === 'paid')
    expect(await charge(args)).toMatchObject({ status: 'paid' })
    expect(await chargesIn(args)).toHaveLength(1)
  })
})

describe('two merchants', () => {
  it("should not reach each other's cards, charges and set-ups", async () => {
    const stored = await storeMeans({ provider })
    const args = chargeOf(stored)
    const { providerID } = await charge(args)
    const theirs = chargeOf(stored)
    await expect(charge(theirs, other)).rejects.toThrow(RequestRefused)
    expect(await chargesIn(theirs)).toEqual([])
    expect(await lookup(args, other)).toEqual({ status: 'notFound' })
    expect(await other.lookup({ kind: 'charge', providerID, reference: args.reference })).toEqual({
      status: 'notFound',
    })
    await expect(
      other.refund({
        amount: 1,
        currency: 'CHF',
        key: 'r1',
        providerID: providerID!,
        reference: newReference(),
      }),
    ).rejects.toThrow(RequestRefused)
    await other.revokeAlias({ alias: stored.means.alias, customer: stored.customer })
    expect(await charge(chargeOf(stored))).toMatchObject({ status: 'paid' })
    const setup = await provider.createSetup({
      customer: 'C1',
      key: newReference(),
      kind: 'card',
      language: 'de',
      reference: newReference(),
      returnURL: 'http://127.0.0.1:9/back',
    })
    await expect(other.completeSetup({ setupID: setup.setupID })).rejects.toThrow(RequestRefused)
  })

  it('should use the same key for different things', async () => {
    const key = newReference()
    const mine = chargeOf(await storeMeans({ provider }), { key })
    const theirs = chargeOf(await storeMeans({ provider: other }), { amount: 2_000, key })
    expect(await charge(mine)).toMatchObject({ status: 'paid' })
    expect(await charge(theirs, other)).toMatchObject({ status: 'paid' })
  })

  it('should be nobody with a wrong key, and unsure where nobody answers', async () => {
    const args = chargeOf(await storeMeans({ provider }))
    await expect(charge(args, open('sk_wrong'))).rejects.toMatchObject({ code: 'wrong_secret_key' })
    expect(await charge(args, open('sk_one_secret', 'http://127.0.0.1:9'))).toEqual({
      status: 'unknown',
    })
  })
})

describe('the page', () => {
  const newSetup = (language: 'de' | 'en' | 'fr', kind: 'card' | 'sepa' = 'card') =>
    provider.createSetup({
      customer: 'C1',
      key: newReference(),
      kind,
      language,
      reference: newReference(),
      returnURL: 'http://127.0.0.1:9/back?file=7',
    })

  it.each([
    ['de', 'Karte hinterlegen', 'Konto für den Lastschrifteinzug hinterlegen'],
    ['en', 'Store a card', 'Store an account for direct debit'],
    ['fr', 'Enregistrer une carte', 'Enregistrer un compte pour le prélèvement'],
  ] as const)('should speak %s', async (language, card, account) => {
    for (const [kind, title] of [
      ['card', card],
      ['sepa', account],
    ] as const) {
      const { redirectURL } = await newSetup(language, kind)
      const html = await (await fetch(redirectURL)).text()
      expect(html).toContain(`<html lang="${language}">`)
      expect(html).toContain(`<h1>${title}</h1>`)
    }
  })

  it.each([
    ['a number that might be a real card', { number: '4111111111111111' }],
    ['a number that is none', { number: '4242' }],
    ['a card that the bank refuses', { number: '4000000000000002' }],
    ['an expiry in the past', { expiry: '11/20' }],
    ['an expiry that is none', { expiry: '13/49' }],
    ['a missing name', { name: ' ' }],
  ])('should ask again for %s', async (_, wrong) => {
    const { redirectURL, setupID } = await newSetup('en')
    const good = { name: 'A', action: 'save', expiry: '12/49', number: '4242424242424242' }
    const answer = await submitForm(redirectURL, { ...good, ...wrong })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('role="alert"')
    expect(await provider.completeSetup({ setupID })).toEqual({ state: 'open' })
    expect((await submitForm(redirectURL, good)).status).toBe(303)
    expect(await provider.completeSetup({ setupID })).toMatchObject({ state: 'completed' })
  })

  it('should send the customer back, and store once', async () => {
    const { redirectURL, setupID } = await newSetup('fr')
    const fields = { name: 'A', action: 'save', expiry: '12/49', number: '5555555555554444' }
    const { headers } = await submitForm(redirectURL, fields)
    expect(headers.get('location')).toBe(`http://127.0.0.1:9/back?file=7&setup=${setupID}`)
    const stored = await provider.completeSetup({ setupID })
    await submitForm(redirectURL, { ...fields, action: 'cancel' })
    expect(await provider.completeSetup({ setupID })).toEqual(stored)
  })

  it('should say that a bank refused', async () => {
    const { redirectURL, setupID } = await newSetup('de')
    await submitForm(redirectURL, { action: 'refuse' })
    expect(await provider.completeSetup({ setupID })).toEqual({
      code: 'card_refused',
      state: 'failed',
    })
  })

  it('should show typed text as text', async () => {
    const { redirectURL } = await newSetup('en')
    const name = `"><script>alert(1)</script>`
    const answer = await submitForm(redirectURL, { name, action: 'save', number: '1' })
    expect(await answer.text()).not.toContain('<script>')
  })

  it('should keep no number', async () => {
    await storeMeans({ number: '4242 4242 4242 4242', provider })
    await storeMeans({ kind: 'sepa', number: 'DE89 3704 0044 0532 0130 00', provider })
    const files = readdirSync(server.folder)
    expect(files).toContain('fake-provider.db')
    const kept = files.map((name) => readFileSync(path.join(server.folder, name), 'latin1')).join()
    expect(kept).toContain('4242')
    expect(kept).not.toMatch(/4242\s?4242\s?4242/)
    expect(kept).not.toMatch(/3704\s?0044\s?0532/)
  })

  it('should be there for those who try the demo', async () => {
    const html = await (await fetch(server.address)).text()
    expect(html).toContain('<h2>Charges</h2><table>')
    expect((await fetch(`${server.address}/pay/set_none`)).status).toBe(404)
  })
})

describe('cards that change', () => {
  it('should be declined from the n-th charge on', async () => {
    const stored = await storeMeans({ number: cardDeclinedFrom(3), provider })
    const statuses = []
    for (let time = 0; time < 4; time++) statuses.push((await charge(chargeOf(stored))).status)
    expect(statuses).toEqual(['paid', 'paid', 'declined', 'declined'])
  })

  it('should be declined by amount and by card, as scripted', async () => {
    const stored = await storeMeans({ provider })
    await server.script(
      { fault: 'soft', match: { amount: 4_321 } },
      { fault: 'hard', match: { last4: '4444' } },
    )
    expect(await charge(chargeOf(stored, { amount: 4_321 }))).toMatchObject({ decline: 'soft' })
    expect(await charge(chargeOf(stored))).toMatchObject({ status: 'paid' })
    const mastercard = await storeMeans({ number: '5555555555554444', provider })
    expect(await charge(chargeOf(mastercard))).toMatchObject({ decline: 'hard' })
  })

  it('should refuse a refund to a closed account', async () => {
    const args = chargeOf(await storeMeans({ provider }))
    const { providerID } = await charge(args)
    const refund = {
      amount: 1_000,
      currency: 'CHF',
      key: newReference(),
      providerID: providerID!,
      reference: newReference(),
    }
    await server.script({ fault: 'hard', match: { reference: refund.reference }, times: 1 })
    expect(await provider.refund(refund)).toMatchObject({ status: 'failed' })
    const again = { ...refund, key: newReference(), reference: newReference() }
    expect(await provider.refund(again)).toMatchObject({ status: 'paid' })
  })
})

describe('questions', () => {
  it.each(['errorBefore', 'timeoutBefore', 'tooManyRequests'] as const)(
    'should not be answered with "not found" after %s',
    async (fault) => {
      const args = chargeOf(await storeMeans({ provider }))
      await charge(args)
      await server.script({ fault, match: { kind: 'lookup', reference: args.reference }, times: 1 })
      expect(await lookup(args)).toEqual({ status: 'unknown' })
      expect(await lookup(args)).toMatchObject({ status: 'paid' })
    },
  )
})

describe('the dice', () => {
  /** What becomes of the same 40 charges, in a given order. */
  const play = async ({ isReversed = false, seed }: { isReversed?: boolean; seed: number }) => {
    const stored = await storeMeans({ provider })
    await server.setFaults({ probabilities: { errorBefore: 0.2, tooManyRequests: 0.3 }, seed })
    const statuses: number[] = []
    const indexes = Array.from({ length: 40 }, (_, index) => index)
    for (const index of isReversed ? indexes.reverse() : indexes) {
      const { alias: token, ...args } = chargeOf(stored)
      // By hand, for the status, and for a customer who is refused: so the same key can be used again.
      const answer = await fetch(`${server.address}/charges`, {
        body: JSON.stringify({ ...args, customer: 'nobody', key: undefined, token }),
        headers: { Authorization: 'Bearer sk_one_secret', 'Idempotency-Key': `dice${index}` },
        method: 'POST',
      })
      statuses[index] = answer.status
    }
    await server.setFaults({})
    return statuses
  }

  it('should fall by seed and key, in whatever order', async () => {
    const first = await play({ seed: 7 })
    for (const status of [403, 429, 503]) expect(first).toContain(status)
    expect(first.filter((status) => status === 403).length).toBeGreaterThan(10)
    expect(await play({ isReversed: true, seed: 7 })).toEqual(first)
    expect(await play({ seed: 8 })).not.toEqual(first)
  })
})

describe('webhooks', () => {
  const told = (reference: string) =>
    inbox.about(reference).map((request) => provider.parseWebhook(request)[0]!)

  it('should be sent again until they are taken', async () => {
    inbox.answer(500)
    const args = chargeOf(await storeMeans({ provider }))
    await charge(args)
    await until(() => inbox.about(args.reference).length >= 2)
    inbox.answer(200)
    await server.flush()
    const count = inbox.about(args.reference).length
    await server.flush()
    expect(inbox.about(args.reference)).toHaveLength(count)
    expect(new Set(told(args.reference).map(({ eventID }) => eventID)).size).toBe(1)
  })

  it('should come twice, late or never, as scripted', async () => {
    const stored = await storeMeans({ provider })
    const send = async (webhook: 'delay' | 'duplicate' | 'lose') => {
      const args = chargeOf(stored)
      await server.script({
        afterSeconds: 3_600,
        match: { reference: args.reference },
        times: 1,
        webhook,
      })
      await charge(args)
      return args.reference
    }
    const [twice, late, never] = [await send('duplicate'), await send('delay'), await send('lose')]
    await until(() => inbox.about(twice).length === 2)
    const [one, two] = told(twice)
    expect(two).toEqual(one)
    expect(inbox.about(late)).toEqual([])
    await server.advance(3_601)
    await until(() => inbox.about(late).length === 1)
    await server.flush()
    expect(inbox.about(never)).toEqual([])
  })

  it('should be overtaken by what happens next', async () => {
    const args = chargeOf(await storeMeans({ provider }))
    const { reference } = args
    await server.script(
      { fault: 'pending', match: { reference }, times: 1 },
      { match: { reference }, times: 1, webhook: 'reorder' },
    )
    await charge(args)
    await server.settle(reference, 'paid')
    await until(() => inbox.about(reference).length === 2)
    expect(told(reference).map(({ status }) => status)).toEqual(['paid', 'pending'])
  })
})

// Last: the clock goes ahead for good.
describe('the clock', () => {
  it('should decide what is pending', async () => {
    const args = chargeOf(await storeMeans({ provider }))
    await server.script({
      afterSeconds: 600,
      fault: 'pending',
      match: { reference: args.reference },
      settleTo: 'declined',
      times: 1,
    })
    expect(await charge(args)).toMatchObject({ status: 'pending' })
    await server.advance(590)
    expect(await lookup(args)).toMatchObject({ status: 'pending' })
    await server.advance(20)
    expect(await lookup(args)).toMatchObject({ decline: 'soft', status: 'declined' })
  })

  it.each([
    ['DE89370400440532013000', ['pending', 'paid', 'paid']],
    ['DE62370400440532013001', ['pending', 'declined', 'declined']],
    ['DE08370400440532013003', ['pending', 'paid', 'returned']],
  ])('should carry a direct debit from %s through its days', async (number, expected) => {
    const args = chargeOf(await storeMeans({ kind: 'sepa', number, provider }))
    const seen = [(await charge(args)).status]
    for (const days of [3, 4]) {
      await server.advance(days * DAY_S)
      seen.push((await lookup(args)).status)
    }
    expect(seen).toEqual(expected)
  })

  it('should let cards expire at the end of their month, and go on after kill -9', async () => {
    const stored = await storeMeans({ expiry: '12/49', provider })
    const set = (now: string) =>
      fetch(`${server.address}/control/clock`, { body: JSON.stringify({ now }), method: 'POST' })
    await set('2049-12-31T23:59:00Z')
    expect(await charge(chargeOf(stored))).toMatchObject({ status: 'paid' })
    await set('2050-01-01T00:00:00Z')
    await server.kill()
    await server.restart()
    expect(await charge(chargeOf(stored))).toMatchObject({ decline: 'expired', status: 'declined' })
  })
})

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 15_000; !(await holds());) {
    if (Date.now() > end) throw new Error('It did not come to that in time.')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
