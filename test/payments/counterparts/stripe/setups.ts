import type { Call, Reply } from '../serve'
import type { Parameters } from './parameters'
import type { Bank, Session } from './state'

import { CARDS } from './bank'
import { missing, StripeRefusal } from './errors'
import { checkParameters, listOf, required } from './parameters'
import { books, newID, nowS } from './state'
import { emit } from './webhooks'

export const createCustomer = (read: Parameters): Reply => {
  checkParameters(read, ['email', 'metadata[*]'])
  const customer = {
    id: newID('cus'),
    created: nowS(),
    email: (read.email as string) ?? null,
    metadata: { ...(read.metadata as Record<string, string>) },
    object: 'customer' as const,
  }
  books.customers.set(customer.id, customer)
  return { body: customer, status: 200 }
}

/** From the API reference, "Create a Checkout Session", version 2026-10-28: there is no `payment_method_types` any more. */
const SESSION = [
  'allowed_payment_method_types[*]',
  'cancel_url',
  'client_reference_id',
  'currency',
  'customer',
  'locale',
  'metadata[*]',
  'mode',
  'setup_intent_data[metadata][*]',
  'success_url',
]

export const createSession = (read: Parameters, origin: string): Reply => {
  checkParameters(read, SESSION)
  required(read, 'mode', 'success_url')
  const types = listOf(read.allowed_payment_method_types)
  if (!types.length) required(read, 'currency')
  if (!books.customers.has(read.customer as string))
    throw new StripeRefusal(400, missing('customer', read.customer as string, 'customer').error)
  if (!/^(auto|de|en|fr)$/.test(read.locale as string))
    throw new StripeRefusal(400, { message: 'Invalid locale', param: 'locale' })
  const id = newID('cs_test')
  const intent = {
    id: newID('seti'),
    customer: read.customer as string,
    mandate: null,
    metadata: { ...((read.setup_intent_data as Parameters)?.metadata as Record<string, string>) },
    object: 'setup_intent' as const,
    payment_method: null,
    status: 'requires_payment_method' as const,
  }
  books.setupIntents.set(intent.id, intent)
  books.sessions.set(id, {
    id,
    cancel_url: read.cancel_url as string,
    created: nowS(),
    customer: read.customer as string,
    metadata: { ...(read.metadata as Record<string, string>) },
    mode: 'setup',
    object: 'checkout.session',
    payment_method_types: types,
    setup_intent: intent.id,
    status: 'open',
    success_url: read.success_url as string,
  })
  return {
    body: { ...shown(books.sessions.get(id)!, []), url: `${origin}/c/pay/${id}` },
    status: 200,
  }
}

/** A session with what was asked to be expanded. */
const shown = (session: Session, expand: string[]): Record<string, unknown> => {
  if (!expand.length) return session
  const intent = books.setupIntents.get(session.setup_intent)!
  const method = books.paymentMethods.get(intent.payment_method ?? '')
  return {
    ...session,
    setup_intent: {
      ...intent,
      mandate: expand.includes('setup_intent.mandate')
        ? (books.mandates.get(intent.mandate ?? '') ?? null)
        : intent.mandate,
      payment_method: expand.includes('setup_intent.payment_method')
        ? (method ?? null)
        : intent.payment_method,
    },
    url: null,
  }
}

export const retrieveSession = (id: string, expand: string[]): Reply => {
  const session = books.sessions.get(id)
  if (!session) throw missing('checkout.session', id, 'session')
  return { body: shown(session, expand), status: 200 }
}

export const showPage = (id: string): Reply => {
  const session = books.sessions.get(id)
  if (session?.status !== 'open') return { html: '<p>This page has expired.</p>', status: 404 }
  const field = session.payment_method_types.includes('sepa_debit') ? 'iban' : 'number'
  return {
    html: `<form method="post"><input name="${field}"><input name="bank"><button>Save</button></form><a href="${session.cancel_url}">Back</a>`,
    status: 200,
  }
}

/** What the customer's browser sends. `bank` is the counterpart's own field: how the bank will answer a charge. */
export const submitPage = ({ rawBody }: Call, id: string): Reply => {
  const session = books.sessions.get(id)
  if (session?.status !== 'open') return { html: '<p>This page has expired.</p>', status: 404 }
  const form = new URLSearchParams(rawBody)
  const iban = form.get('iban')
  const card = CARDS[form.get('number') ?? '']
  if (!iban && (!card || 'refused' in card))
    return { html: '<p>Your card was declined.</p>', status: 200 }
  store(session, {
    bank: form.get('bank') as Bank | null,
    brand: card && 'brand' in card ? card.brand : '',
    form,
  })
  return { headers: { Location: session.success_url }, status: 303 }
}

const store = (
  session: Session,
  { bank, brand, form }: { bank: Bank | null; brand: string; form: URLSearchParams },
): void => {
  const iban = form.get('iban')
  const number = form.get('number') ?? ''
  const card = CARDS[number]
  const id = newID('pm')
  books.paymentMethods.set(id, {
    id,
    bank: bank ?? (card && 'bank' in card ? card.bank : 'good'),
    created: nowS(),
    customer: session.customer,
    ...(iban
      ? { type: 'sepa_debit', sepa_debit: { country: iban.slice(0, 2), last4: iban.slice(-4) } }
      : { type: 'card', card: { brand, exp_month: 12, exp_year: 2034, last4: number.slice(-4) } }),
  })
  const intent = books.setupIntents.get(session.setup_intent)!
  if (iban) {
    intent.mandate = newID('mandate')
    books.mandates.set(intent.mandate, {
      id: intent.mandate,
      customer_acceptance: { type: 'online', accepted_at: nowS() },
      object: 'mandate',
      payment_method_details: {
        type: 'sepa_debit',
        sepa_debit: {
          reference: newID('R').toUpperCase().replace('_', ''),
          url: 'https://hooks.stripe.com/',
        },
      },
    })
  }
  intent.payment_method = id
  intent.status = 'succeeded'
  session.status = 'complete'
  emit('checkout.session.completed', session, session.metadata.reference ?? '')
}

/** Checkout closes a session a day after it was opened. */
export const expireSession = (id: string): void => {
  const session = books.sessions.get(id)!
  session.status = 'expired'
  emit('checkout.session.expired', session, session.metadata.reference ?? '')
}

export const detach = (id: string): Reply => {
  const method = books.paymentMethods.get(id)
  if (!method) throw missing('PaymentMethod', id, 'payment_method')
  if (!method.customer)
    throw new StripeRefusal(400, {
      message:
        'The payment method you provided is not attached to a customer so detachment is impossible.',
    })
  method.customer = null
  return { body: { ...method, object: 'payment_method' }, status: 200 }
}
