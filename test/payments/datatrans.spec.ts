import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { DatatransCounterpart } from './counterparts/datatransCounterpart'

import {
  adoptAlias,
  readAlias,
  toCustomer,
  writeAlias,
} from '../../src/plugins/payments/providers/datatrans/alias'
import { standingOf } from '../../src/plugins/payments/providers/datatrans/answers'
import { createDatatransProvider } from '../../src/plugins/payments/providers/datatrans/datatransProvider'
import { RequestRefused, WebhookRefused } from '../../src/plugins/payments/providers/types'
import { describeProvider } from './contract/providerContract'
import { startDatatrans } from './counterparts/datatransCounterpart'

describeProvider({
  name: 'Datatrans',
  capabilities: {
    card: true,
    idempotencyTTLHours: 1,
    lookupByReference: false,
    partialRefund: true,
    sepa: false,
    syncResult: true,
    webhooks: false,
  },
  lacks: {
    pending: 'a charge is answered at once',
    returned: 'chargebacks are told by the acquirer, not by Datatrans',
  },
  start: startDatatrans,
})

describe("Datatrans' own", () => {
  let server: DatatransCounterpart
  beforeAll(async () => {
    server = await startDatatrans()
  })
  afterAll(() => server?.stop())

  let made = 0
  const newReference = () => `D${Date.now().toString(36)}${made++}`.toUpperCase()
  const open = async (customer = 'C1') => {
    const reference = newReference()
    const setup = await server.provider.createSetup({
      customer,
      key: `setup:${reference}`,
      kind: 'card',
      language: 'de',
      reference,
      returnURL: 'http://127.0.0.1:9/back?file=7',
    })
    return { reference, setup }
  }
  it('should charge an alias that another program has stored, with its expiry and for its customer', async () => {
    const { means } = await store()
    const known = readAlias(means.alias)!
    const taken = {
      customer: 'C1',
      expMonth: Number(known.expiryMonth),
      expYear: 2000 + Number(known.expiryYear),
      kind: 'card',
    } as const
    expect(adoptAlias({ ...taken, expMonth: null, token: known.alias })).toBeUndefined()
    expect(adoptAlias({ ...taken, token: 'no alias' })).toBeUndefined()
    const alias = adoptAlias({ ...taken, token: known.alias })!
    const reference = newReference()
    const charge = (customer: string) =>
      server.provider.chargeAlias({
        alias,
        amount: 1000,
        currency: 'CHF',
        customer,
        key: `charge:${reference}`,
        reference,
        sequence: 'recurring',
      })
    await expect(charge('C2')).rejects.toThrow(RequestRefused)
    expect(await charge('C1')).toMatchObject({ status: 'paid' })
  })

  const store = async (customer = 'C1') => {
    const { reference, setup } = await open(customer)
    await server.act({ act: 'good', kind: 'card', setup })
    const result = await server.provider.completeSetup({ setupID: setup.setupID })
    if (result.state !== 'completed') throw new Error(`The set-up is ${result.state}.`)
    return { means: result.means, reference, setup }
  }
  const chargeOf = (alias: string, customer = 'C1') => {
    const reference = newReference()
    const key = `charge:${reference}`
    return {
      alias,
      amount: 500,
      currency: 'CHF',
      customer,
      key,
      reference,
      sequence: 'once' as const,
    }
  }

  it('should carry the expiry in the alias, which the service wants with it', async () => {
    const { means } = await store()
    expect(readAlias(means.alias)).toMatchObject({
      customer: 'C1',
      expiryMonth: '12',
      expiryYear: '31',
    })
    expect(means).toMatchObject({ brand: 'visa', expMonth: 12, expYear: 2031, last4: '4242' })
  })

  it('should know whose card it is by a name of any length', async () => {
    const customer = 'a very long name of a customer | with a bar, longer than forty'
    const { means } = await store(customer)
    expect(await server.provider.chargeAlias(chargeOf(means.alias, customer))).toMatchObject({
      status: 'paid',
    })
    const other = chargeOf(means.alias, `${customer}!`)
    await expect(server.provider.chargeAlias(other)).rejects.toThrow(RequestRefused)
    expect(toCustomer(customer)).toHaveLength(40)
  })

  it('should read back what it wrote, and nothing else', () => {
    const alias = { alias: 'AAABc-_12', customer: 'a|b', expiryMonth: '01', expiryYear: '30' }
    expect(readAlias(writeAlias(alias))).toEqual(alias)
    for (const text of ['', 'card|cus_1|pm_1|C1', 'AAABc-_12|1|30|C1', 'AAABc-_12|01|30|'])
      expect(readAlias(text)).toBeUndefined()
  })

  it('should decide an unknown charge by sending it again within the hour', async () => {
    const { means } = await store()
    const args = chargeOf(means.alias)
    await server.script({ fault: 'timeoutAfter', reference: args.reference })
    expect(await server.provider.chargeAlias(args)).toMatchObject({ status: 'unknown' })
    expect(
      await server.provider.lookup({ kind: 'charge', reference: args.reference }),
    ).toMatchObject({ status: 'unknown' })
    const { providerID, status } = await server.provider.chargeAlias(args)
    expect(status).toBe('paid')
    expect(
      (await server.ledger()).charges.filter(({ reference }) => reference === args.reference),
    ).toMatchObject([{ providerID }])
  })

  it('should stay unknown, and charge nothing, where references are unique and the key is forgotten', async () => {
    const { means } = await store()
    const args = chargeOf(means.alias)
    await server.provider.chargeAlias(args)
    await server.server.control('settings', { uniqueRefno: true })
    const again = await server.provider.chargeAlias({ ...args, key: `${args.key}:forgotten` })
    await server.server.control('settings', { uniqueRefno: false })
    expect(again).toMatchObject({ code: 'DUPLICATE_REFNO', status: 'unknown' })
    const { charges } = await server.ledger()
    expect(charges.filter(({ reference }) => reference === args.reference)).toHaveLength(1)
  })

  it('should find nothing under an ID that is not there', async () => {
    const asked = { kind: 'charge' as const, providerID: '123456789012345678', reference: 'A' }
    expect(await server.provider.lookup(asked)).toEqual({ status: 'notFound' })
  })

  it('should refuse a wrong password, a direct debit and an environment that is none', async () => {
    const { baseURL } = server.server
    const account = { baseURL, hmacKey: '', merchantID: '1', password: 'wrong' }
    const provider = createDatatransProvider(account)
    await expect(provider.completeSetup({ setupID: '1' })).rejects.toThrow(RequestRefused)
    await expect(provider.chargeAlias(chargeOf('AAABc-_12|01|30|C1'))).rejects.toThrow(
      RequestRefused,
    )
    const setup = {
      customer: 'C1',
      key: 'k',
      kind: 'sepa',
      language: 'de',
      reference: 'A',
      returnURL: '',
    }
    await expect(server.provider.createSetup(setup as never)).rejects.toThrow(RequestRefused)
    expect(() =>
      createDatatransProvider({ ...account, baseURL: undefined, environment: 'sandbxo' }),
    ).toThrow('sandbxo')
  })

  describe('webhooks of a registration', () => {
    const received = async () => {
      const { reference, setup } = await store()
      const [request] = await server.webhooks(reference)
      return { reference, request: request!, setup }
    }
    const refused = (request: Parameters<typeof server.provider.parseWebhook>[0]) =>
      expect(() => server.provider.parseWebhook(request)).toThrow(WebhookRefused)

    it('should tell that a card is stored, with the same ID each time', async () => {
      const { reference, request, setup } = await received()
      const events = server.provider.parseWebhook(request)
      expect(events).toMatchObject([
        { kind: 'setup', providerID: setup.setupID, reference, status: 'paid' },
      ])
      const again = server.sign({ ageSeconds: -7, rawBody: request.rawBody })
      expect(server.provider.parseWebhook(again)).toEqual(events)
    })

    it('should tell that the customer has turned back', async () => {
      const { reference, setup } = await open()
      await server.act({ act: 'cancel', kind: 'card', setup })
      const [request] = await server.webhooks(reference)
      expect(server.provider.parseWebhook(request!)).toMatchObject([
        { reference, status: 'declined' },
      ])
    })

    it('should be refused unsigned, signed by somebody else, changed, or no JSON', async () => {
      const { request } = await received()
      const { headers, rawBody } = request
      refused({ headers: {}, rawBody })
      refused({ headers: { 'datatrans-signature': 't=1,s0=00' }, rawBody })
      refused(server.sign({ rawBody, secret: 'ab'.repeat(32) }))
      refused({
        headers,
        rawBody: Buffer.from(rawBody.toString().replace('authorized', 'settled')),
      })
      const time = headers['datatrans-signature']!.replace(/t=\d/, 't=9')
      refused({ headers: { 'datatrans-signature': time }, rawBody })
      refused(server.sign({ rawBody: Buffer.from('{"id":') }))
    })

    it('should be refused where no key is set up, however it is signed', async () => {
      const { request } = await received()
      const provider = createDatatransProvider({ hmacKey: '', merchantID: '1', password: '2' })
      const signed = server.sign({ rawBody: request.rawBody, secret: '' })
      expect(() => provider.parseWebhook(signed)).toThrow(WebhookRefused)
    })
  })

  it.each([
    ['settled', undefined, { status: 'paid' }],
    ['transmitted', undefined, { status: 'paid' }],
    ['authorized', undefined, { status: 'pending' }],
    ['failed', 'declined', { decline: 'soft', status: 'declined' }],
    ['failed', 'card_invalid', { decline: 'hard', status: 'declined' }],
    ['failed', 'soft_declined', { status: 'needsCustomer' }],
    ['canceled', undefined, { status: 'declined' }],
    ['a_status_of_next_year', undefined, { status: 'unknown' }],
  ])('should read a transaction that is %s (%s)', (status, reason, expected) => {
    const detail = reason ? { fail: { reason } } : {}
    expect(standingOf({ detail, refno: 'A', status, transactionId: '1' })).toMatchObject(expected)
  })
})
