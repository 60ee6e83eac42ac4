/**
 * A server that answers as Datatrans does, for tests: a process of its own with books of its own. Paths, fields and errors are those
 * of Datatrans' OpenAPI specification 2.0.45. It knows what this house asks of Datatrans and refuses everything else.
 */
import type { Call, Reply } from '../serve'

import { createIdempotency } from '../idempotency'
import { serve } from '../serve'
import { ACCOUNT } from './signature'
import { books, settings } from './state'
import {
  authorize,
  credit,
  DatatransRefusal,
  deleteAlias,
  find,
  init,
  readBody,
  sent,
  shown,
  submitPage,
} from './transactions'

const errorReply = (status: number, code: string, message: string): Reply =>
  new DatatransRefusal(code, message, { status }).reply

const idempotent = createIdempotency({
  differs: () =>
    errorReply(422, 'CLIENT_ERROR', 'The Idempotency-Key was used for another request'),
  failure: errorReply(500, 'SERVER_ERROR', 'An error occurred'),
  // The reference says nothing of 500s except that their handling was "fixed" (2.0.42). The cautious reading: what has had an effect is
  // answered again, and so is any other answer.
  isKept: (_, { fault }) => fault !== 'errorBefore',
  ttlMS: settings.ttlMS,
  underWay: errorReply(409, 'CLIENT_ERROR', 'The first request is still being processed'),
})

const post = (call: Call): Reply => {
  const [, , , id, action] = call.path.split('/')
  if (call.path === '/v1/transactions') return init(readBody(call, 'init'))
  if (call.path === '/v1/transactions/authorize') return authorize(readBody(call, 'authorize'))
  if (action === 'credit') return credit(readBody(call, 'credit'), id!)
  throw new DatatransRefusal('CLIENT_ERROR', 'Not found', { status: 404 })
}

const other = ({ method, path }: Call): Reply => {
  const [, , resource, id] = path.split('/')
  if (method === 'GET' && resource === 'transactions')
    return { body: shown(find(id!)), status: 200 }
  if (method === 'DELETE' && resource === 'aliases') return deleteAlias(id!)
  throw new DatatransRefusal('CLIENT_ERROR', 'Not found', { status: 404 })
}

const refusing = (run: () => Reply): Reply => {
  try {
    return run()
  } catch (err) {
    if (err instanceof DatatransRefusal) return err.reply
    throw err
  }
}

const AUTHORIZATION = `Basic ${Buffer.from(`${ACCOUNT.merchantID}:${ACCOUNT.password}`).toString('base64')}`

serve({
  control: {
    ledger: () => {
      const entriesOf = (type: string) =>
        [...books.transactions.values()]
          .filter((transaction) => transaction.type === type)
          .map(({ amount, currency, refno, status, transactionId }) => ({
            amount,
            currency,
            providerID: transactionId,
            reference: refno,
            status: status === 'failed' ? 'declined' : 'paid',
          }))
      return { charges: entriesOf('payment'), refunds: entriesOf('credit') }
    },
    settings: (changed: Partial<typeof settings>) => void Object.assign(settings, changed),
    webhooks: ({ reference }: { reference: string }) =>
      sent.filter((each) => each.reference === reference),
  },
  handle: (call) => {
    if (call.path.startsWith('/v1/start/'))
      return call.method === 'POST'
        ? submitPage(call, call.path.split('/')[3]!)
        : {
            html: '<form method="post"><input name="number"><input name="expiry"></form>',
            status: 200,
          }
    if (call.headers.authorization !== AUTHORIZATION)
      return errorReply(401, 'UNAUTHORIZED', 'The credentials are wrong')
    if (call.method === 'POST') return idempotent(call, () => refusing(() => post(call)))
    return refusing(() => other(call))
  },
  referenceOf: ({ method, path, rawBody }) =>
    method === 'POST' && (path.endsWith('/authorize') || path.endsWith('/credit'))
      ? (JSON.parse(rawBody) as { refno?: string }).refno
      : undefined,
  tooMany: errorReply(429, 'CLIENT_ERROR', 'Too many requests'),
})
