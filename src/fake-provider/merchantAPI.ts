import type { IncomingMessage, ServerResponse } from 'http'
import type { z } from 'zod'

import type { Chosen } from './faults'
import type { Answer, Merchant, Provider, StoredCharge, StoredRefund, StoredToken } from './types'

import { chargeSchema, createCharge, showCharge, tokenOf } from './charges'
import { readJSON, sendHalf, sendJSON, sendNothing, sendRubbish } from './exchange'
import { once } from './idempotency'
import { createRefund, refundSchema, showRefund } from './refunds'
import { createSetup, findSetup, setupSchema, showSetup } from './setups'
import { Refusal } from './types'

const SLOW_S = 2
const KEY_LIMIT = 255

type Exchange = {
  /** Of this server, without a slash at the end. */
  address: string
  path: string[]
  provider: Provider
  query: URLSearchParams
  request: IncomingMessage
  response: ServerResponse
}

/** The keys under which something is being done: who comes meanwhile is told so. */
export type KeysInUse = Set<string>

/** What merchants call, each with their own secret key. @throws Refusal */
export const answerMerchant = async (exchange: Exchange, inUse: KeysInUse): Promise<void> => {
  const merchant = merchantOf(exchange)
  const { path, request } = exchange
  const [room, id, verb] = path
  if (request.method === 'GET') return answerQuestion(exchange, merchant)
  if (request.method !== 'POST') throw new Refusal(405, 'wrong_method', 'GET or POST.')
  if (room === 'tokens' && verb === 'revoke') return revoke(exchange, merchant, id!)
  if (path.length === 1 && (room === 'charges' || room === 'refunds' || room === 'setups'))
    return answerEffect(exchange, { inUse, merchant, room })
  throw notFound()
}

const merchantOf = ({ provider, request }: Exchange): Merchant => {
  const [, secretKey = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? []
  const merchant = provider.store.get<Merchant>(
    'SELECT * FROM merchants WHERE secretKey = ?',
    secretKey,
  )
  if (!merchant) throw new Refusal(401, 'wrong_secret_key', 'There is no account of this key.')
  return merchant
}

const answerEffect = async (
  exchange: Exchange,
  {
    inUse,
    merchant,
    room,
  }: { inUse: KeysInUse; merchant: Merchant; room: 'charges' | 'refunds' | 'setups' },
): Promise<void> => {
  const { provider, request, response } = exchange
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !key || key.length > KEY_LIMIT)
    throw new Refusal(400, 'no_key', `An Idempotency-Key of 1 to ${KEY_LIMIT} is needed.`)
  const body = parse(SCHEMAS[room], await readJSON(request))
  const name = `${merchant.id}:${key}`
  if (inUse.has(name)) throw new Refusal(409, 'key_in_use', 'This key is under way just now.')

  const chosen = provider.faults.choose({
    amount: 'amount' in body ? body.amount : undefined,
    key: name,
    kind: KINDS[room],
    last4: 'token' in body ? last4Of(exchange, body.token) : undefined,
    reference: body.reference,
  })
  const { afterSeconds = SLOW_S, fault, how } = chosen
  if (fault === 'tooManyRequests') return sendTooMany(response)
  if (fault === 'errorBefore') return sendUnavailable(response)
  if (fault === 'timeoutBefore') return sendNothing(response, how)

  const act = () =>
    once(provider, {
      breaks: fault === 'errorAfter' ? 'after' : fault === 'errorStored' ? 'instead' : undefined,
      effect: () => effectOf(exchange, { body, chosen, key, merchant, room }),
      key,
      merchant,
      request: [room, body],
    })
  if (fault === 'effectLate' || fault === 'slow') {
    inUse.add(name)
    const free = () => void inUse.delete(name)
    if (fault === 'slow') return sendLate(response, { act, afterSeconds, free })
    // By the real clock: somebody is waiting.
    setTimeout(() => {
      free()
      try {
        act()
      } catch (err) {
        if (!(err instanceof Refusal)) throw err
      }
    }, afterSeconds * 1000)
    return sendNothing(response, how)
  }
  const answer = act()
  if (fault === 'timeoutAfter') return sendNothing(response, how)
  if (fault === 'resetHalfway') return sendHalf(response, answer)
  if (fault === 'malformed') return sendRubbish(response, answer.status)
  sendJSON(response, {
    ...answer,
    headers: answer.isReplay ? { 'Idempotent-Replayed': 'true' } : {},
  })
}

const sendLate = async (
  response: ServerResponse,
  { act, afterSeconds, free }: { act: () => Answer; afterSeconds: number; free: () => void },
): Promise<void> => {
  try {
    const answer = act()
    await wait(afterSeconds)
    sendJSON(response, answer)
  } finally {
    free()
  }
}

type Requests = { [Room in keyof typeof SCHEMAS]: z.infer<(typeof SCHEMAS)[Room]> }
type AnyRequest = Requests[keyof Requests]
const SCHEMAS = { charges: chargeSchema, refunds: refundSchema, setups: setupSchema }
const KINDS = { charges: 'charge', refunds: 'refund', setups: 'setup' } as const

const effectOf = (
  { address, provider }: Exchange,
  {
    body,
    chosen,
    key,
    merchant,
    room,
  }: {
    body: AnyRequest
    chosen: Chosen
    key: string
    merchant: Merchant
    room: keyof typeof SCHEMAS
  },
): Answer => {
  // Which of the three it is was checked by the schema of its room.
  if (room === 'charges')
    return createCharge(provider, { chosen, key, merchant, request: body as Requests['charges'] })
  if (room === 'refunds')
    return createRefund(provider, { chosen, key, merchant, request: body as Requests['refunds'] })
  return createSetup(provider, { address, merchant, request: body as Requests['setups'] })
}

const answerQuestion = async (exchange: Exchange, merchant: Merchant): Promise<void> => {
  const { path, provider, query, request, response } = exchange
  const { store } = provider
  const [room, id] = path
  const reference = query.get('reference') ?? undefined
  const {
    afterSeconds = SLOW_S,
    fault,
    how,
  } = provider.faults.choose({
    key: `${merchant.id}:${request.url}`,
    kind: 'lookup',
    reference,
  })
  if (fault === 'tooManyRequests') return sendTooMany(response)
  if (fault === 'errorBefore') return sendUnavailable(response)
  if (fault === 'timeoutBefore') return sendNothing(response, how)
  if (fault === 'slow') await wait(afterSeconds)

  const send = (body: unknown) => sendJSON(response, { body, status: 200 })
  if (room === 'setups' && id) {
    const setup = findSetup(provider, id)
    if (setup?.merchant === merchant.id) return send(showSetup(provider, setup))
  }
  const find = <Row>(table: 'charges' | 'refunds'): Row[] =>
    id
      ? store.all<Row>(`SELECT * FROM ${table} WHERE id = ? AND merchant = ?`, id, merchant.id)
      : store.all<Row>(
          `SELECT * FROM ${table} WHERE reference = ? AND merchant = ? ORDER BY rowid`,
          reference ?? '',
          merchant.id,
        )
  if (room === 'charges' || room === 'refunds') {
    const found =
      room === 'charges'
        ? find<StoredCharge>(room).map((charge) => showCharge(provider, charge))
        : find<StoredRefund>(room).map(showRefund)
    if (!id) return send({ data: found, object: 'list' })
    if (found[0]) return send(found[0])
  }
  throw notFound()
}

/** Idempotent by nature: what is revoked stays so. */
const revoke = async (
  { provider, request, response }: Exchange,
  merchant: Merchant,
  token: string,
): Promise<void> => {
  const { customer } = (await readJSON(request)) as { customer?: unknown }
  provider.store.transaction(() => {
    tokenOf(provider, { customer: String(customer), merchant, token })
    provider.store.run(
      'UPDATE tokens SET revokedAt = coalesce(revokedAt, ?) WHERE token = ?',
      provider.clock.iso(),
      token,
    )
  })
  sendJSON(response, { body: { object: 'token', revoked: true, token }, status: 200 })
}

const last4Of = ({ provider: { store } }: Exchange, token: string): string | undefined =>
  store.get<StoredToken>('SELECT last4 FROM tokens WHERE token = ?', token)?.last4

/** @throws Refusal (400) that names what does not fit */
export const parse = <Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> => {
  const { data, error } = schema.safeParse(body)
  if (!error) return data as z.output<Schema>
  const [issue] = error.issues
  throw new Refusal(400, 'invalid', `${issue!.path.join('.')}: ${issue!.message}`)
}

export const notFound = (): Refusal => new Refusal(404, 'not_found', 'There is nothing here.')

const sendTooMany = (response: ServerResponse): void =>
  sendJSON(response, {
    body: { code: 'rate_limit', message: 'Too many requests.', object: 'error' },
    headers: { 'Retry-After': '1' },
    status: 429,
  })

const sendUnavailable = (response: ServerResponse): void =>
  sendJSON(response, {
    body: { code: 'unavailable', message: 'Try again later.', object: 'error' },
    status: 503,
  })

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))
