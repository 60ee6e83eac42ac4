import type { Counterpart, CustomerAct } from '../contract/types'
import type { RunningCounterpart } from './startCounterpart'

import { createStripeProvider } from '../../../src/plugins/payments/providers/stripe/stripeProvider'
import { startCounterpart } from './startCounterpart'
import { ACCOUNT, sign } from './stripe/signature'

/** How the bank behind the stored card or account answers later; see `stripe/bank.ts`. */
const BANK: Record<Exclude<CustomerAct, 'cancel'>, string> = {
  expired: 'expired_card',
  good: 'good',
  hardDecline: 'stolen_card',
  needsCustomer: 'authentication_required',
  softDecline: 'insufficient_funds',
}

export type StripeCounterpart = Counterpart & { server: RunningCounterpart }

/** Stripe's counterpart with the adapter that speaks to it. */
export const startStripe = async (): Promise<StripeCounterpart> => {
  const server = await startCounterpart('stripe')
  const provider = createStripeProvider({
    baseURL: server.baseURL,
    ...ACCOUNT,
    timeoutMS: 1_000,
  })
  return {
    act: async ({ act, kind, setup }) => {
      if (act === 'cancel') return
      const form = new URLSearchParams({
        bank: BANK[act],
        ...(kind === 'card' ? { number: '4242424242424242' } : { iban: 'DE89370400440532013000' }),
      })
      const answer = await fetch(setup.redirectURL, {
        body: form,
        method: 'POST',
        redirect: 'manual',
      })
      if (answer.status !== 303) throw new Error(`The page says ${await answer.text()}`)
    },
    ledger: () => server.control('ledger'),
    provider,
    script: (args) => server.control('script', args),
    server,
    settle: (args) => server.control('settle', args),
    sign: ({ rawBody, ...how }) => ({
      headers: sign({ rawBody: rawBody.toString(), ...how }),
      rawBody,
    }),
    stop: server.stop,
    webhooks: async (reference) => {
      const sent = await server.control<{ headers: Record<string, string>; rawBody: string }[]>(
        'webhooks',
        { reference },
      )
      return sent.map(({ headers, rawBody }) => ({ headers, rawBody: Buffer.from(rawBody) }))
    },
  }
}
