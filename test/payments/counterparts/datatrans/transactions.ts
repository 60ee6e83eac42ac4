import type { Call, Reply } from '../serve'
import type { Bank, Transaction } from './state'

import { sign } from './signature'
import { books, newAlias, newTransactionID, settings } from './state'

/** An error as Datatrans sends it (API reference 2.0.45, "Errors"). */
export class DatatransRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly more: { status?: number; transactionId?: string } = {},
  ) {
    super(message)
  }

  get reply(): Reply {
    const { status = 400, transactionId } = this.more
    return {
      body: {
        ...(transactionId && { transactionId }),
        error: { code: this.code, message: this.message },
      },
      status,
    }
  }
}

type Body = Record<string, any>

/** Fields by request, from the same reference; Datatrans refuses what it does not know. */
const FIELDS = {
  authorize: { amount: 1, autoSettle: 0, card: 1, currency: 1, refno: 1, refno2: 0 },
  credit: { amount: 0, currency: 1, refno: 1, refno2: 0 },
  init: {
    amount: 0,
    currency: 1,
    customer: 0,
    language: 0,
    option: 0,
    paymentMethods: 0,
    redirect: 0,
    refno: 1,
    refno2: 0,
    webhook: 0,
  },
} satisfies Record<string, Record<string, 0 | 1>>

export const readBody = (call: Call, kind: keyof typeof FIELDS): Body => {
  let body: Body
  try {
    body = JSON.parse(call.rawBody)
  } catch {
    throw new DatatransRefusal('INVALID_JSON_PAYLOAD', 'The request is no JSON')
  }
  const fields: Record<string, 0 | 1> = FIELDS[kind]
  for (const name of Object.keys(body))
    if (!(name in fields)) throw new DatatransRefusal('UNRECOGNIZED_PROPERTY', `${kind}.${name}`)
  for (const [name, isRequired] of Object.entries(fields))
    if (isRequired && body[name] === undefined)
      throw new DatatransRefusal('INVALID_PROPERTY', `${kind}.${name} must not be null`)
  if (!/^[A-Z]{3}$/.test(body.currency))
    throw new DatatransRefusal(
      'INVALID_PROPERTY',
      `${kind}.currency The given currency does not have the right format`,
    )
  for (const name of ['refno', 'refno2'])
    if (body[name] !== undefined && !/^.{1,40}$/.test(body[name]))
      throw new DatatransRefusal(
        'INVALID_PROPERTY',
        `${kind}.${name} length must be between 1 and 40`,
      )
  if (body.amount !== undefined && !(Number.isSafeInteger(body.amount) && body.amount > 0))
    throw new DatatransRefusal('INVALID_PROPERTY', `${kind}.amount`)
  if (
    settings.uniqueRefno &&
    [...books.transactions.values()].some(({ refno }) => refno === body.refno)
  )
    throw new DatatransRefusal('DUPLICATE_REFNO', 'the refno was used before')
  return body
}

const write = (
  body: Body,
  rest: Pick<Transaction, 'status' | 'type'> & Partial<Transaction>,
  action: keyof typeof FIELDS,
): Transaction => {
  const transaction: Transaction = {
    amount: body.amount ?? 0,
    credited: 0,
    currency: body.currency,
    detail: {},
    history: [],
    refno: body.refno,
    ...(body.refno2 && { refno2: body.refno2 }),
    transactionId: newTransactionID(),
    ...rest,
  }
  note(transaction, action, rest.status !== 'failed')
  books.transactions.set(transaction.transactionId, transaction)
  return transaction
}

const note = (transaction: Transaction, action: string, success: boolean): void =>
  void transaction.history.push({
    action,
    amount: transaction.amount,
    date: new Date().toISOString(),
    source: 'api',
    success,
  })

export const init = (body: Body): Reply => {
  if (body.amount === undefined && !body.option?.createAlias)
    throw new DatatransRefusal('INVALID_PROPERTY', 'init.initRequest.amount must not be null')
  if (body.language && !/^(de|en|fr|it)$/.test(body.language))
    throw new DatatransRefusal('INVALID_PROPERTY', 'init.initRequest.language')
  const { transactionId } = write(
    body,
    { type: 'card_check', redirect: body.redirect, status: 'initialized' },
    'init',
  )
  return {
    body: { transactionId },
    headers: { Location: `/v1/start/${transactionId}` },
    status: 201,
  }
}

export const authorize = (body: Body): Reply => {
  const { type, alias: name, expiryMonth, expiryYear } = body.card
  if (type !== undefined && type !== 'ALIAS')
    throw new DatatransRefusal('INVALID_PROPERTY', 'authorize.card.type')
  if (!/^\d\d$/.test(expiryMonth) || !/^\d\d$/.test(expiryYear))
    throw new DatatransRefusal('INVALID_PROPERTY', 'authorize.card.expiryMonth')
  const alias = books.aliases.get(name)
  if (!alias) throw new DatatransRefusal('INVALID_ALIAS', 'the alias is not known')
  const isFailed =
    Boolean(alias.bank) || expiryMonth !== alias.expiryMonth || expiryYear !== alias.expiryYear
  const transaction = write(
    body,
    {
      card: { expiryMonth, expiryYear, info: { brand: 'VISA CREDIT' }, masked: alias.masked },
      ...(isFailed && {
        detail: {
          fail: {
            message: alias.bank,
            reason: alias.bank === 'SOFT_DECLINED' ? 'soft_declined' : 'declined',
          },
        },
      }),
      type: 'payment',
      paymentMethod: 'VIS',
      status: isFailed ? 'failed' : body.autoSettle ? 'settled' : 'authorized',
    },
    'authorize',
  )
  const { transactionId } = transaction
  if (isFailed)
    throw new DatatransRefusal(alias.bank || 'INVALID_CARD', 'the transaction was declined', {
      transactionId,
    })
  return {
    body: { acquirerAuthorizationCode: '101500', card: { masked: alias.masked }, transactionId },
    status: 200,
  }
}

export const credit = (body: Body, id: string): Reply => {
  const payment = find(id)
  if (payment.status !== 'settled' || payment.type !== 'payment')
    throw new DatatransRefusal('INVALID_TRANSACTION_STATUS', 'the transaction cannot be credited')
  const amount = body.amount ?? payment.amount - payment.credited
  if (body.currency !== payment.currency || payment.credited + amount > payment.amount)
    throw new DatatransRefusal('INVALID_PROPERTY', 'credit.amount')
  payment.credited += amount
  note(payment, 'credit', true)
  const { transactionId } = write(
    { ...body, amount },
    { type: 'credit', status: 'settled' },
    'credit',
  )
  return { body: { acquirerAuthorizationCode: '101501', transactionId }, status: 200 }
}

export const find = (id: string): Transaction => {
  if (!/^\d{18}$/.test(id))
    throw new DatatransRefusal('INVALID_PROPERTY', 'status transactionId length must be 18 digits')
  const transaction = books.transactions.get(id)
  if (!transaction)
    throw new DatatransRefusal('TRANSACTION_NOT_FOUND', 'the transaction was not found')
  return transaction
}

/** What the Status API tells, and the webhook too. */
export const shown = ({ credited: _, redirect: __, ...transaction }: Transaction) => ({
  ...transaction,
  merchantId: '1100000000',
})

export const deleteAlias = (alias: string): Reply => {
  if (!books.aliases.delete(alias))
    throw new DatatransRefusal('ALIAS_NOT_FOUND', 'the alias was not found')
  return { status: 204 }
}

type Sent = { headers: Record<string, string>; rawBody: string; reference: string }
export const sent: Sent[] = []

/**
 * What the customer's browser sends. `bank` is the counterpart's own field: how the bank will answer a charge; the sandbox of
 * Datatrans has no card that is stored well and then turns out blocked or expired.
 */
export const submitPage = (call: Call, id: string): Reply => {
  const transaction = books.transactions.get(id)
  if (transaction?.status !== 'initialized')
    return { html: '<p>This page has expired.</p>', status: 404 }
  const form = new URLSearchParams(call.rawBody)
  const isCanceled = form.get('action') === 'cancel'
  if (isCanceled) transaction.status = 'canceled'
  else store(transaction, form)
  note(transaction, isCanceled ? 'cancel' : 'authorize', true)
  const rawBody = JSON.stringify(shown(transaction))
  sent.push({ headers: sign({ rawBody }), rawBody, reference: transaction.refno })
  const to = new URL(
    isCanceled ? transaction.redirect!.cancelUrl : transaction.redirect!.successUrl,
  )
  to.searchParams.set('datatransTrxId', id)
  return { headers: { Location: to.href }, status: 303 }
}

const store = (transaction: Transaction, form: URLSearchParams): void => {
  const number = form.get('number') ?? ''
  const [expiryMonth, expiryYear] = (form.get('expiry') ?? '').split('/') as [string, string]
  const masked = `${number.slice(0, 6)}xxxxxx${number.slice(-4)}`
  const alias = newAlias()
  books.aliases.set(alias, {
    alias,
    bank: (form.get('bank') ?? '') as Bank,
    expiryMonth,
    expiryYear,
    masked,
  })
  transaction.card = { alias, expiryMonth, expiryYear, info: { brand: 'VISA CREDIT' }, masked }
  transaction.paymentMethod = 'VIS'
  transaction.status = 'authorized'
}
