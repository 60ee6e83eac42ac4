import type Stripe from 'stripe'

import type { ProviderEvent } from '../types'

import { WebhookRefused } from '../types'
import { answerOf, readMoved } from './charges'
import { asChargeAnswer, refundAnswerOf } from './refunds'

/** How old, or how far in the future, a signature may be, in seconds; Stripe's own default. */
const TOLERANCE_S = 300

/** What a house chooses in Stripe's dashboard; anything else that is sent is read and has no effect. */
export const WEBHOOK_EVENTS = [
  'charge.dispute.closed',
  'charge.dispute.created',
  'checkout.session.completed',
  'checkout.session.expired',
  'payment_intent.canceled',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'payment_intent.succeeded',
  'refund.failed',
  'refund.updated',
] as const satisfies Stripe.Event.Type[]

/**
 * Checks the signature with Stripe's own code and reads the event. What was not asked for by us (nothing of it carries our
 * reference) is no event of ours. (docs.stripe.com, "Receive Stripe events in your webhook endpoint")
 *
 * @throws WebhookRefused when the signature is missing, wrong, or not of the last five minutes
 */
export const parseWebhook = (
  stripe: Stripe,
  {
    headers,
    rawBody,
    secret,
  }: { headers: Record<string, string | undefined>; rawBody: Buffer; secret: string },
): ProviderEvent[] => {
  const signature = headers['stripe-signature'] ?? ''
  const event = verified(stripe, { rawBody, secret, signature })
  const read = readEvent(event)
  if (!read) return []
  return [
    {
      ...read,
      eventID: event.id,
      occurredAt: new Date(event.created * 1000).toISOString(),
    },
  ]
}

const verified = (
  stripe: Stripe,
  { rawBody, secret, signature }: { rawBody: Buffer; secret: string; signature: string },
): Stripe.Event => {
  // Stripe's check knows only "too old".
  const signedAt = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1])
  if (signedAt - Date.now() / 1000 > TOLERANCE_S)
    throw new WebhookRefused('The signature is of the future.')
  try {
    return stripe.webhooks.constructEvent(rawBody, signature, secret, TOLERANCE_S)
  } catch (err) {
    throw new WebhookRefused((err as Error).message)
  }
}

type Read = Omit<ProviderEvent, 'eventID' | 'occurredAt'>

const readEvent = (event: Stripe.Event): Read | undefined => {
  switch (event.type) {
    case 'charge.dispute.closed':
    case 'charge.dispute.created':
      return readDispute(event.data.object)
    case 'checkout.session.completed':
    case 'checkout.session.expired':
      return readSession(event.data.object)
    case 'payment_intent.canceled':
    case 'payment_intent.payment_failed':
    case 'payment_intent.processing':
    case 'payment_intent.succeeded': {
      const intent = event.data.object
      if (!intent.metadata.reference) return undefined
      // The event says that the attempt has ended, so nothing of it is under way any more.
      const { code, decline, status } = answerOf(intent, Infinity)
      return {
        ...(code && { code }),
        ...(decline && { decline }),
        kind: 'charge',
        providerID: intent.id,
        reference: intent.metadata.reference,
        status,
      }
    }
    case 'refund.failed':
    case 'refund.updated': {
      const made = event.data.object
      if (!made.metadata?.reference) return undefined
      const { code, decline, status } = asChargeAnswer(refundAnswerOf(made))
      return {
        ...(code && { code }),
        ...(decline && { decline }),
        kind: 'refund',
        providerID: made.id,
        reference: made.metadata.reference,
        status,
      }
    }
  }
  return undefined
}

/** A set-up that is done or has run out. What was stored is asked for with `completeSetup`. */
const readSession = ({ id, metadata, mode, status }: Stripe.Checkout.Session): Read | undefined =>
  mode === 'setup' && metadata?.reference
    ? {
        kind: 'setup',
        providerID: id,
        reference: metadata.reference,
        status: status === 'complete' ? 'paid' : 'declined',
      }
    : undefined

/**
 * A dispute, or the return of a direct debit. Stripe names the PaymentIntent and none of its metadata: whoever reads this finds the
 * charge by Stripe's ID. An inquiry, or one that was prevented, moves no money and is no event.
 */
const readDispute = (dispute: Stripe.Dispute): Read | undefined => {
  const { payment_intent } = dispute
  const providerID = typeof payment_intent === 'string' ? payment_intent : payment_intent?.id
  const moved = readMoved(dispute)
  if (!providerID || !moved) return undefined
  const { code, status } = moved
  return { code, dispute: moved, kind: 'charge', providerID, reference: '', status }
}
