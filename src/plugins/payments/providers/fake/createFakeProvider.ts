import type { HTTPResult } from '../http'
import type { ChargeAnswer, PaymentProvider, RefundAnswer } from '../types'

import { outcomeOf, sendHTTP } from '../http'
import { ProviderUnreachable, RequestRefused } from '../types'
import { bestOf, chargeSchema, errorSchema, listSchema, refundSchema, setupSchema } from './answers'
import { parseFakeWebhook } from './parseFakeWebhook'

export type FakeProviderOptions = {
  /** Of the provider, as `http://127.0.0.1:4242`. */
  address: string
  secretKey: string
  timeoutMS?: number
  webhookSecret: string
}

/**
 * Speaks to the fake provider. A charge or refund is `unknown` whenever it may exist: no answer, an answer that breaks off or is about
 * something else, 5xx, 409, 429. Whatever else is no charge was refused as a request, and has changed nothing.
 */
export const createFakeProvider = ({
  address,
  secretKey,
  timeoutMS,
  webhookSecret,
}: FakeProviderOptions): PaymentProvider => {
  const base = address.replace(/\/+$/, '')
  const send = (
    method: 'GET' | 'POST',
    path: string,
    { json, key, signal }: { json?: unknown; key?: string; signal?: AbortSignal } = {},
  ): Promise<HTTPResult> =>
    sendHTTP({
      headers: {
        Authorization: `Bearer ${secretKey}`,
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      json,
      method,
      signal,
      timeoutMS,
      url: `${base}${path}`,
    })

  return {
    capabilities: () => ({
      card: true,
      idempotencyTTLHours: null,
      lookupByReference: true,
      partialRefund: true,
      sepa: true,
      syncResult: true,
      webhooks: true,
    }),

    chargeAlias: async ({ alias, key, signal, ...rest }) => {
      const json = { ...rest, token: alias }
      const result = await send('POST', '/charges', { json, key, signal })
      const charge = chargeSchema.safeParse(bodyOf(result)).data
      if (charge && charge.reference === rest.reference && charge.amount === rest.amount)
        return toAnswer(charge)
      return unknownUnlessRefused(result)
    },

    completeSetup: async ({ setupID, signal }) => {
      const result = await send('GET', `/setups/${encodeURIComponent(setupID)}`, { signal })
      const setup = setupSchema.safeParse(readOrThrow(result)).data
      if (!setup) throw new ProviderUnreachable('The answer cannot be read.')
      if (setup.state !== 'completed')
        return setup.state === 'open'
          ? { state: 'open' }
          : { state: 'failed', ...(setup.code && { code: setup.code }) }
      if (!setup.means) throw new ProviderUnreachable('The answer says nothing of what is stored.')
      const { mandateDate, mandateRef, token, ...means } = setup.means
      return {
        means: {
          ...means,
          alias: token,
          kind: setup.kind,
          ...(mandateDate && { mandateDate }),
          ...(mandateRef && { mandateRef }),
        },
        state: 'completed',
      }
    },

    createSetup: async ({ key, signal, ...json }) => {
      const result = await send('POST', '/setups', { json, key, signal })
      const setup = setupSchema.safeParse(readOrThrow(result)).data
      if (!setup?.redirectURL) throw new ProviderUnreachable('The answer cannot be read.')
      return { redirectURL: setup.redirectURL, setupID: setup.id }
    },

    lookup: async ({ kind, providerID, reference, signal }) => {
      const room = kind === 'charge' ? 'charges' : 'refunds'
      const path = providerID
        ? `/${room}/${encodeURIComponent(providerID)}`
        : `/${room}?reference=${encodeURIComponent(reference)}`
      const result = await send('GET', path, { signal })
      if (isNotFound(result)) return { status: 'notFound' }
      if (outcomeOf(result) !== 'done') return unknownUnlessRefused(result)
      const body = bodyOf(result)
      const schema = kind === 'charge' ? chargeSchema : refundSchema
      const found = providerID ? [body] : (listSchema.safeParse(body).data?.data ?? [undefined])
      const read = found.map((each) => schema.safeParse(each).data)
      if (!read.length) return { status: 'notFound' }
      const sure = read.filter((each) => each !== undefined)
      if (sure.length < read.length) return { status: 'unknown' }
      return toAnswer(bestOf(sure))
    },

    parseWebhook: ({ headers, rawBody }) =>
      parseFakeWebhook({ headers, now: Date.now(), rawBody, secret: webhookSecret }),

    refund: async ({ key, providerID, signal, ...rest }) => {
      const json = { ...rest, charge: providerID }
      const result = await send('POST', '/refunds', { json, key, signal })
      const refund = refundSchema.safeParse(bodyOf(result)).data
      if (refund && refund.reference === rest.reference && refund.amount === rest.amount)
        return toRefundAnswer(refund)
      return unknownUnlessRefused(result)
    },

    revokeAlias: async ({ alias, customer, signal }) => {
      const path = `/tokens/${encodeURIComponent(alias)}/revoke`
      const result = await send('POST', path, { json: { customer }, signal })
      // What is not there cannot be charged either.
      if (!isNotFound(result)) readOrThrow(result)
    },
  }
}

type Moved = {
  id: string
  code?: null | string
  decline?: ChargeAnswer['decline'] | null
  disputes?: ChargeAnswer['disputes']
  status: string
}

const toAnswer = ({ id, code, decline, disputes, status }: Moved): ChargeAnswer => ({
  ...(code && { code }),
  ...(decline && { decline }),
  ...(disputes?.length && { disputes }),
  providerID: id,
  status: status === 'failed' ? 'declined' : (status as ChargeAnswer['status']),
})

const toRefundAnswer = ({ id, status }: Moved): RefundAnswer => ({
  providerID: id,
  status: status as RefundAnswer['status'],
})

const bodyOf = (result: HTTPResult): unknown => (result.kind === 'answer' ? result.body : undefined)

/** The provider's own "not found", not that of something in between. */
const isNotFound = (result: HTTPResult): boolean =>
  result.kind === 'answer' && result.status === 404 && errorSchema.safeParse(result.body).success

/** @throws RequestRefused */
const unknownUnlessRefused = (result: HTTPResult): { status: 'unknown' } => {
  if (outcomeOf(result) === 'refused') throw toRefusal(result)
  return { status: 'unknown' }
}

/** @throws RequestRefused, ProviderUnreachable */
const readOrThrow = (result: HTTPResult): unknown => {
  const outcome = outcomeOf(result)
  if (outcome === 'refused') throw toRefusal(result)
  if (outcome === 'done') return bodyOf(result)
  throw new ProviderUnreachable(result.kind === 'noAnswer' ? result.error : `HTTP ${result.status}`)
}

const toRefusal = (result: HTTPResult): RequestRefused => {
  const { code, message } = errorSchema.safeParse(bodyOf(result)).data ?? {}
  const status = result.kind === 'answer' ? result.status : 0
  return new RequestRefused(code ?? `http_${status}`, message ?? `HTTP ${status}`, status === 401)
}
