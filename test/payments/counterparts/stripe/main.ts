/**
 * A server that answers as Stripe does, for tests: a process of its own with books of its own. Fields and errors are those of
 * docs.stripe.com, API reference, version 2026-10-28. It knows what this house asks of Stripe and refuses everything else.
 */
import type { Call, Reply } from '../serve'

import { createIdempotency } from '../idempotency'
import { serve } from '../serve'
import { createIntent, listDisputes, listIntents, retrieveIntent, settle } from './charges'
import { differs, FAILURE, StripeRefusal, TOO_MANY, UNDER_WAY } from './errors'
import { listOf, readParameters } from './parameters'
import { createRefund, listRefunds, retrieveRefund } from './refunds'
import { search } from './search'
import {
  createCustomer,
  createSession,
  detach,
  expireSession,
  retrieveSession,
  showPage,
  submitPage,
} from './setups'
import { ACCOUNT } from './signature'
import { books, newID, nowS, settings } from './state'
import { sentAbout } from './webhooks'

const DAY_MS = 86_400_000

const idempotent = createIdempotency({
  differs,
  failure: FAILURE,
  // "we save the resulting status code and body of the first request …, regardless of whether it succeeds or fails … including 500
  // errors"; what fails validation is not saved, nor what conflicts (API reference, "Idempotent requests").
  isKept: ({ status }) => status < 400 || status === 402 || status === 500,
  ttlMS: DAY_MS,
  underWay: UNDER_WAY,
})

const parametersOf = ({ query, rawBody }: Call) =>
  readParameters(rawBody ? new URLSearchParams(rawBody) : query)

const post = (call: Call): Reply => {
  const read = parametersOf(call)
  const [, , resource, id, action] = call.path.split('/')
  if (resource === 'customers' && !id) return createCustomer(read)
  if (call.path === '/v1/checkout/sessions')
    return createSession(read, `http://${call.headers.host}`)
  if (resource === 'payment_intents' && !id) return createIntent(read, call)
  if (resource === 'payment_methods' && action === 'detach') return detach(id!)
  if (resource === 'refunds' && !id) return createRefund(read)
  throw unknownURL(call)
}

const get = (call: Call): Reply => {
  const query = parametersOf(call)
  const [, , resource, id, second] = call.path.split('/')
  if (call.path === '/v1/customers/search') return search(books.customers.values(), query)
  if (call.path === '/v1/payment_intents/search')
    return search(books.paymentIntents.values(), query)
  if (resource === 'checkout' && second) return retrieveSession(second, listOf(query.expand))
  if (resource === 'payment_intents') return id ? retrieveIntent(id, query) : listIntents(query)
  if (resource === 'refunds') return id ? retrieveRefund(id) : listRefunds(query)
  if (resource === 'disputes' && !id) return listDisputes(query)
  throw unknownURL(call)
}

const unknownURL = ({ method, path }: Call) =>
  new StripeRefusal(404, {
    message: `Unrecognized request URL (${method}: ${path}).`,
  })

const refusing = (run: () => Reply): Reply => {
  try {
    return run()
  } catch (err) {
    if (err instanceof StripeRefusal) return err.reply
    throw err
  }
}

const page = (call: Call): Reply => {
  const id = call.path.split('/')[3]!
  return call.method === 'POST' ? submitPage(call, id) : showPage(id)
}

serve({
  control: {
    /** Makes a charge older, in seconds. */
    age: ({ reference, seconds }: { reference: string; seconds: number }) => {
      for (const intent of books.paymentIntents.values())
        if (intent.metadata.reference === reference) intent.created -= seconds
    },
    expire: ({ setupID }: { setupID: string }) => expireSession(setupID),
    /** Fills the books with charges of other customers. */
    fill: ({ count }: { count: number }) => {
      const [like] = books.paymentIntents.values()
      for (let i = 0; i < count; i++) {
        const id = newID('pi')
        books.paymentIntents.set(id, {
          ...like!,
          id,
          created: nowS(),
          customer: 'cus_other',
          metadata: {},
        })
      }
    },
    ledger: () => ({
      charges: [...books.paymentIntents.values()].map(
        ({ id, amount, currency, last_payment_error, metadata, status }) => ({
          amount,
          currency: currency.toUpperCase(),
          providerID: id,
          reference: metadata.reference,
          status: last_payment_error ? 'declined' : status === 'processing' ? 'pending' : 'paid',
        }),
      ),
      customers: books.customers.size,
      refunds: [...books.refunds.values()].map(({ id, amount, currency, metadata }) => ({
        amount,
        currency: currency.toUpperCase(),
        providerID: id,
        reference: metadata.reference,
        status: 'paid',
      })),
    }),
    settings: (changed: Partial<typeof settings>) => void Object.assign(settings, changed),
    settle,
    webhooks: ({ reference }: { reference: string }) => sentAbout(reference),
  },
  handle: (call) => {
    if (call.path.startsWith('/c/pay/')) return page(call)
    const key = /^Bearer (.*)$/.exec(call.headers.authorization ?? '')?.[1]
    if (key !== ACCOUNT.secretKey)
      return new StripeRefusal(401, {
        message: `Invalid API Key provided: ${key?.slice(0, 7)}****`,
      }).reply
    if (call.method === 'POST') return idempotent(call, () => refusing(() => post(call)))
    return refusing(() => get(call))
  },
  referenceOf: ({ method, path, rawBody }) =>
    method === 'POST' && ['/v1/payment_intents', '/v1/refunds'].includes(path)
      ? (new URLSearchParams(rawBody).get('metadata[reference]') ?? undefined)
      : undefined,
  tooMany: TOO_MANY,
})
