import type { Counterpart, CustomerAct, SignedRequest } from '../contract/types'
import type { RunningCounterpart } from './startCounterpart'

import { createDatatransProvider } from '../../../src/plugins/payments/providers/datatrans/datatransProvider'
import { ACCOUNT, sign } from './datatrans/signature'
import { startCounterpart } from './startCounterpart'

/** How the bank behind the stored card answers later; see `datatrans/state.ts`. */
const BANK: Record<Exclude<CustomerAct, 'cancel'>, string> = {
  expired: 'EXPIRED_CARD',
  good: '',
  hardDecline: 'BLOCKED_CARD',
  needsCustomer: 'SOFT_DECLINED',
  softDecline: 'DECLINED',
}

export type DatatransCounterpart = Counterpart & { server: RunningCounterpart }

/** Datatrans' counterpart with the adapter that speaks to it. */
export const startDatatrans = async (): Promise<DatatransCounterpart> => {
  const server = await startCounterpart('datatrans')
  const provider = createDatatransProvider({
    ...ACCOUNT,
    baseURL: server.baseURL,
    timeoutMS: 1_000,
  })
  return {
    act: async ({ act, setup }) => {
      const form: Record<string, string> =
        act === 'cancel'
          ? { action: 'cancel' }
          : { bank: BANK[act], expiry: '12/31', number: '4242424242424242' }
      const answer = await fetch(setup.redirectURL, {
        body: new URLSearchParams(form),
        method: 'POST',
        redirect: 'manual',
      })
      if (answer.status !== 303) throw new Error(`The page says ${await answer.text()}`)
    },
    ledger: () => server.control('ledger'),
    provider,
    script: (args) => server.control('script', args),
    server,
    settle: () => Promise.reject(new Error('Nothing is pending here.')),
    sign: ({ rawBody, ...how }) => ({
      headers: sign({ rawBody: rawBody.toString(), ...how }),
      rawBody,
    }),
    stop: server.stop,
    webhooks: async (reference): Promise<SignedRequest[]> => {
      const sent = await server.control<{ headers: Record<string, string>; rawBody: string }[]>(
        'webhooks',
        { reference },
      )
      return sent.map(({ headers, rawBody }) => ({ headers, rawBody: Buffer.from(rawBody) }))
    },
  }
}
