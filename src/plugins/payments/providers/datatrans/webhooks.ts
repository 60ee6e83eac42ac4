import { createHmac, timingSafeEqual } from 'crypto'

import type { ProviderEvent } from '../types'
import type { Transaction } from './answers'

import { WebhookRefused } from '../types'

/**
 * Checks and reads a webhook: `Datatrans-Signature: t=…,s0=…`, where `s0` is the HMAC-SHA256 of `t` and the body with the key's bytes
 * (API reference 2.0.45, "Webhook signing"). Its body is what the Status API would answer.
 *
 * The time is signed but not held against the clock: Datatrans promises no limit for its repetitions, and an old webhook that comes
 * again only has the registration asked about again.
 *
 * Only registrations are events: charges that we start send none (docs.datatrans.ch, "Merchant Initiated Payments").
 *
 * @throws WebhookRefused when the signature is missing or wrong
 */
export const parseWebhook = ({
  headers,
  hmacKey,
  rawBody,
}: {
  headers: Record<string, string | undefined>
  hmacKey: string
  rawBody: Buffer
}): ProviderEvent[] => {
  const [, time, given] =
    /^t=(\d+),s0=([0-9a-f]{64})$/i.exec((headers['datatrans-signature'] ?? '').trim()) ?? []
  if (!time) throw new WebhookRefused('There is no signature.')
  if (!/^([0-9a-f]{2}){16,}$/i.test(hmacKey))
    throw new WebhookRefused('The HMAC key is not set up.')
  const expected = createHmac('sha256', Buffer.from(hmacKey, 'hex'))
    .update(time)
    .update(rawBody)
    .digest()
  if (!timingSafeEqual(expected, Buffer.from(given!, 'hex')))
    throw new WebhookRefused('The signature is wrong.')
  return toEvents(readBody(rawBody))
}

const readBody = (rawBody: Buffer): Transaction => {
  try {
    return JSON.parse(rawBody.toString()) as Transaction
  } catch {
    throw new WebhookRefused('The body is no JSON.')
  }
}

const DONE = new Set(['authorized', 'settled', 'transmitted'])

const toEvents = ({
  type,
  card,
  history,
  refno,
  status,
  transactionId,
}: Transaction): ProviderEvent[] => {
  if (type !== 'card_check' && !card?.alias) return []
  const isOver = DONE.has(status) || status === 'failed' || status === 'canceled'
  if (!isOver) return []
  const occurredAt = new Date(history?.at(-1)?.date ?? Date.now()).toISOString()
  return [
    {
      // Datatrans numbers no events: a transaction enters each status once.
      eventID: `${transactionId}:${status}`,
      kind: 'setup',
      occurredAt,
      providerID: transactionId,
      reference: refno,
      status: DONE.has(status) ? 'paid' : 'declined',
    },
  ]
}
