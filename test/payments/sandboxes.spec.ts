import { describe, expect, it } from '@jest/globals'

import { createDatatransProvider } from '../../src/plugins/payments/providers/datatrans/datatransProvider'
import { RequestRefused } from '../../src/plugins/payments/providers/types'
import { describeProvider } from './contract/providerContract'
import { anySecret, startStripeSandbox } from './counterparts/stripeSandbox'

const {
  DATATRANS_MERCHANT_ID: merchantID,
  DATATRANS_PASSWORD: password,
  STRIPE_TEST_KEY: secretKey,
  STRIPE_WEBHOOK_SECRET: webhookSecret = anySecret(),
} = process.env

const CANNOT = 'the real service cannot be told to'
const BROWSER = 'it needs a browser'

if (secretKey)
  describeProvider({
    name: "Stripe's test mode",
    capabilities: {
      card: true,
      idempotencyTTLHours: 24,
      lookupByReference: true,
      partialRefund: true,
      sepa: true,
      syncResult: true,
      webhooks: true,
    },
    lacks: {
      cancel: BROWSER,
      errorAfter: CANNOT,
      errorBefore: CANNOT,
      expired: 'no test card is stored well and then expired',
      hardDecline: 'no test card is stored well and then stolen',
      malformed: CANNOT,
      pending: CANNOT,
      resetHalfway: CANNOT,
      returned: CANNOT,
      timeoutAfter: CANNOT,
      timeoutBefore: CANNOT,
      tooManyRequests: CANNOT,
    },
    leastAmount: 50,
    start: () => startStripeSandbox({ secretKey, webhookSecret }),
  })
else
  it.skip("should pass the contract on Stripe's test mode (STRIPE_TEST_KEY is not set)", () =>
    undefined)

const MISSING = 'DATATRANS_MERCHANT_ID and DATATRANS_PASSWORD are not set'

describe("Datatrans' sandbox", () => {
  const itReal = (title: string, run: () => Promise<void>) =>
    merchantID && password ? it(title, run) : it.skip(`${title} (${MISSING})`, run)
  const open = (secret = password!) =>
    createDatatransProvider({
      environment: 'sandbox',
      hmacKey: '',
      merchantID: merchantID!,
      password: secret,
    })
  const setup = () => ({
    customer: 'C1',
    key: `setup:${Date.now()}`,
    kind: 'card' as const,
    language: 'de' as const,
    reference: `T${Date.now().toString(36)}`.toUpperCase(),
    returnURL: 'https://example.org/back',
  })

  itReal('should open one page for the same key, and keep it open', async () => {
    const args = setup()
    const [one, two] = [await open().createSetup(args), await open().createSetup(args)]
    expect(two).toEqual(one)
    expect(one.redirectURL).toMatch(/^https:\/\/pay\.sandbox\.datatrans\.com\/v1\/start\/\d{18}$/)
    expect(await open().completeSetup({ setupID: one.setupID })).toEqual({ state: 'open' })
  })

  itReal('should refuse the same key for something else', async () => {
    const args = setup()
    await open().createSetup(args)
    await expect(open().createSetup({ ...args, language: 'fr' })).rejects.toThrow(RequestRefused)
  })

  itReal('should refuse a wrong password', async () => {
    await expect(open(`${password}x`).createSetup(setup())).rejects.toThrow(RequestRefused)
  })

  itReal('should find nothing under an ID that is not there', async () => {
    const asked = { kind: 'charge' as const, providerID: '200101000000000001', reference: 'A' }
    expect(await open().lookup(asked)).toEqual({ status: 'notFound' })
  })

  itReal(
    'should decline a card that it does not know, and forget it without complaint',
    async () => {
      const alias = 'AAABeCBPbiHssdexyrAAAYkaznYWAPY0|12|34|C1'
      const reference = `T${Date.now().toString(36)}`.toUpperCase()
      const charge = {
        alias,
        amount: 100,
        currency: 'CHF',
        customer: 'C1',
        key: reference,
        reference,
      }
      expect(await open().chargeAlias({ ...charge, sequence: 'once' })).toMatchObject({
        decline: 'hard',
        status: 'declined',
      })
      await open().revokeAlias({ alias, customer: 'C1' })
    },
  )
})
