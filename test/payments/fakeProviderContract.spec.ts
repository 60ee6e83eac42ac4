import type { CustomerAct, Fault } from './contract/types'

import { signWebhook } from '../../src/fake-provider/webhooks'
import { createFakeProvider } from '../../src/plugins/payments/providers/fake/createFakeProvider'
import { describeProvider } from './contract/providerContract'
import { receiveWebhooks } from './receiveWebhooks'
import { startFakeProvider } from './startFakeProvider'
import { submitForm } from './storeMeans'

const CARDS: Record<Exclude<CustomerAct, 'cancel'>, string> = {
  expired: '4000 0000 0000 0069',
  good: '4242 4242 4242 4242',
  hardDecline: '4000 0000 0000 9979',
  needsCustomer: '4000 0025 0000 3155',
  softDecline: '4000 0000 0000 9995',
}
const IBAN = 'DE89 3704 0044 0532 0130 00'
const webhookSecret = 'whsec_contract'

const toEntry = <Entry extends { id: string }>({ id, ...entry }: Entry) => ({
  ...entry,
  providerID: id,
})

describeProvider({
  name: 'The fake provider',
  capabilities: {
    card: true,
    idempotencyTTLHours: null,
    lookupByReference: true,
    partialRefund: true,
    sepa: true,
    syncResult: true,
    webhooks: true,
  },
  start: async () => {
    const [server, inbox] = await Promise.all([startFakeProvider(), receiveWebhooks()])
    const secretKey = 'sk_contract'
    await server.openAccount({ id: 'contract', secretKey, webhookSecret, webhookURL: inbox.url })
    return {
      act: async ({ act, kind, setup }) => {
        const number = act === 'cancel' ? '' : kind === 'card' ? CARDS[act] : IBAN
        const fields = {
          name: 'Maria Muster',
          action: act === 'cancel' ? 'cancel' : 'save',
          number,
        }
        const { status } = await submitForm(setup.redirectURL, { ...fields, expiry: '12/49' })
        if (status !== 303) throw new Error(`The page answers ${status}.`)
      },
      ledger: async () => {
        const { charges, refunds } = await server.ledger()
        return { charges: charges.map(toEntry), refunds: refunds.map(toEntry) }
      },
      provider: createFakeProvider({
        address: server.address,
        secretKey,
        timeoutMS: 3_000,
        webhookSecret,
      }),
      script: ({ fault, reference }: { fault: Fault; reference: string }) =>
        server.script({ fault, how: 'hold', match: { reference }, times: 1 }),
      settle: ({ amount, reference, status }) => server.settle(reference, status, amount),
      sign: ({ ageSeconds = 0, rawBody, secret = webhookSecret }) => {
        const seconds = Math.floor(Date.now() / 1000) - ageSeconds
        const signature = signWebhook({ body: rawBody.toString(), seconds, secret })
        return { headers: { 'fake-signature': signature }, rawBody }
      },
      stop: async () => {
        await server.stop()
        await inbox.stop()
      },
      webhooks: async (reference) => {
        await server.flush()
        return inbox.about(reference)
      },
    }
  },
})
