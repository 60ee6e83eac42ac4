import { createHmac, timingSafeEqual } from 'crypto'
import { z } from 'zod'

import type { ProviderEvent } from '../types'

import { WebhookRefused } from '../types'
import { chargeSchema, disputeSchema, eventSchema, refundSchema, setupSchema } from './answers'

/** How old a signature may be, and how far ahead another clock, in seconds; as Stripe's libraries have it. */
const TOLERANCE_S = 300

/**
 * Reads a notification of the fake provider. A set-up that is completed counts as `paid`, one that failed as `declined`; kinds that are
 * not known here are passed over.
 *
 * @param now milliseconds since 1970
 * @throws WebhookRefused when the signature is missing, wrong or not of these minutes, or the signed text cannot be read
 */
export const parseFakeWebhook = ({
  headers,
  now,
  rawBody,
  secret,
}: {
  headers: Record<string, string | undefined>
  now: number
  rawBody: Buffer
  secret: string
}): ProviderEvent[] => {
  const name = Object.keys(headers).find((each) => each.toLowerCase() === 'fake-signature')
  checkSignature({ now, rawBody, secret, signature: (name && headers[name]) || '' })
  const event = eventSchema.safeParse(parse(rawBody)).data
  if (!event) throw new WebhookRefused('The notification cannot be read.')
  const told = whatIsTold(event)
  return told ? [{ ...told, eventID: event.id, occurredAt: event.createdAt }] : []
}

const whatIsTold = ({
  type,
  data,
}: {
  type: string
  data?: unknown
}): Omit<ProviderEvent, 'eventID' | 'occurredAt'> | undefined => {
  const [kind] = type.split('.')
  if (kind === 'charge') {
    const { id, code, decline, reference, status } = mustRead(chargeSchema.safeParse(data).data)
    return {
      ...(code && { code }),
      ...(decline && { decline }),
      kind,
      providerID: id,
      reference,
      status,
    }
  }
  if (kind === 'dispute') {
    const { charge, ...dispute } = mustRead(
      disputeSchema.extend({ charge: z.string() }).safeParse(data).data,
    )
    const { status } = dispute
    // As with others, the bank knows nothing of our reference.
    return { dispute, kind: 'charge', providerID: charge, reference: '', status }
  }
  if (kind === 'refund') {
    const { id, reference, status } = mustRead(refundSchema.safeParse(data).data)
    return { kind, providerID: id, reference, status: status === 'failed' ? 'declined' : status }
  }
  if (kind === 'setup') {
    const { id, code, reference = '', state } = mustRead(setupSchema.safeParse(data).data)
    return {
      ...(code && { code }),
      kind,
      providerID: id,
      reference,
      status: state === 'completed' ? 'paid' : 'declined',
    }
  }
  return undefined
}

const mustRead = <Read>(read: Read | undefined): Read => {
  if (!read) throw new WebhookRefused('The notification cannot be read.')
  return read
}

/** `t=<seconds>,v1=<HMAC-SHA256 of "t.body">`, v1 more than once while a secret is being changed. */
const checkSignature = ({
  now,
  rawBody,
  secret,
  signature,
}: {
  now: number
  rawBody: Buffer
  secret: string
  signature: string
}): void => {
  const parts = signature.split(',').map((part) => part.trim().split('='))
  const time = parts.find(([name]) => name === 't')?.[1]
  // Without a secret anybody could sign.
  if (!secret || !time || !/^\d+$/.test(time)) throw new WebhookRefused('There is no signature.')
  const expected = createHmac('sha256', secret).update(`${time}.`).update(rawBody).digest()
  const isSigned = parts.some(([name, value = '']) => {
    const given = Buffer.from(value, 'hex')
    return name === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
  if (!isSigned) throw new WebhookRefused('The signature is wrong.')
  if (Math.abs(now / 1000 - Number(time)) > TOLERANCE_S)
    throw new WebhookRefused('The signature is not of these minutes.')
}

const parse = (rawBody: Buffer): unknown => {
  try {
    return JSON.parse(rawBody.toString('utf8'))
  } catch {
    return undefined
  }
}
