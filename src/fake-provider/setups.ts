import { randomBytes, randomUUID } from 'crypto'
import { z } from 'zod'

import type { Answer, Merchant, Provider, StoredSetup, StoredToken } from './types'

import { referenceSchema } from './charges'
import { tell } from './events'
import { findMeans } from './testMeans'

export const setupSchema = z.strictObject({
  customer: z.string().min(1),
  email: z.string().optional(),
  kind: z.enum(['card', 'sepa']),
  language: z.enum(['de', 'en', 'fr']),
  reference: referenceSchema,
  returnURL: z.url({ protocol: /^https?$/ }),
})

/** Opens a page for a customer; inside a transaction. @param address of this server, without a slash at the end */
export const createSetup = (
  { clock, store }: Provider,
  {
    address,
    merchant,
    request,
  }: { address: string; merchant: Merchant; request: z.infer<typeof setupSchema> },
): Answer => {
  // Whoever has the id has the page: it must not be guessed.
  const id = `set_${randomBytes(24).toString('hex')}`
  const { customer, email = null, kind, language, reference, returnURL } = request
  store.run(
    `INSERT INTO setups (id, merchant, customer, email, kind, language, reference, returnURL, state, createdAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)`,
    id,
    merchant.id,
    customer,
    email,
    kind,
    language,
    reference,
    returnURL,
    clock.iso(),
  )
  return {
    body: { id, object: 'setup', redirectURL: `${address}/pay/${id}`, state: 'open' },
    status: 201,
  }
}

export const findSetup = ({ store }: Provider, id: string): StoredSetup | undefined =>
  store.get<StoredSetup>('SELECT * FROM setups WHERE id = ?', id)

/** A set-up as the merchant sees it, with what was stored. */
export const showSetup = ({ store }: Provider, setup: StoredSetup) => {
  const { id, code, customer, kind, reference, state } = setup
  const token = setup.token
    ? store.get<StoredToken>('SELECT * FROM tokens WHERE token = ?', setup.token)
    : undefined
  return {
    id,
    code,
    customer,
    kind,
    means: token && {
      brand: token.brand,
      expMonth: token.expMonth,
      expYear: token.expYear,
      last4: token.last4,
      mandateDate: token.mandateDate,
      mandateRef: token.mandateRef,
      token: token.token,
    },
    object: 'setup' as const,
    reference,
    state,
  }
}

/** What a customer typed on the page. */
export type Typed = { name?: string; action?: string; expiry?: string; number?: string }

/** Why the page is shown again. */
export type FormError = 'expired' | 'expiry' | 'name' | 'number' | 'refused'

/**
 * Does what the customer asked for. The number is looked at and forgotten: brand, last four digits, expiry and a token are kept.
 *
 * @returns an error to show with the form; nothing when the set-up is over
 */
export const fillSetup = (
  provider: Provider,
  { setup, typed }: { setup: StoredSetup; typed: Typed },
): FormError | undefined => {
  const { clock, store } = provider
  const end = (outcome: Pick<StoredSetup, 'code' | 'state' | 'token'>) => {
    store.run(
      'UPDATE setups SET state = ?, code = ?, token = ? WHERE id = ?',
      outcome.state,
      outcome.code,
      outcome.token,
      setup.id,
    )
    const shown = showSetup(provider, { ...setup, ...outcome })
    const subject = { ...shown, status: outcome.state }
    tell(provider, { kind: 'setup', merchant: setup.merchant, subject })
  }
  return store.transaction(() => {
    if (findSetup(provider, setup.id)?.state !== 'open') return undefined
    if (typed.action === 'cancel')
      return void end({ code: 'canceled', state: 'failed', token: null })
    if (typed.action === 'refuse')
      return void end({ code: 'card_refused', state: 'failed', token: null })
    const means = findMeans(setup.kind, typed.number ?? '')
    if (!means) return 'number'
    const expiry = setup.kind === 'card' ? readExpiry(typed.expiry ?? '') : undefined
    if (setup.kind === 'card' && !expiry) return 'expiry'
    if (expiry && clock.now() >= Date.UTC(expiry.year, expiry.month)) return 'expired'
    if (!typed.name?.trim()) return 'name'
    if (means.refused) return 'refused'
    const token = `tok_${randomUUID().replaceAll('-', '')}`
    const isSEPA = setup.kind === 'sepa'
    store.run(
      `INSERT INTO tokens (token, merchant, customer, kind, brand, last4, expMonth, expYear, behaviour, mandateRef, mandateDate)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      token,
      setup.merchant,
      setup.customer,
      setup.kind,
      means.brand,
      means.number.slice(-4),
      expiry?.month ?? null,
      expiry?.year ?? null,
      JSON.stringify(means.behaviour),
      isSEPA ? `RUM${randomBytes(8).toString('hex').toUpperCase()}` : null,
      isSEPA ? clock.iso().slice(0, 10) : null,
    )
    end({ code: null, state: 'completed', token })
  })
}

/** Where the customer goes on: back to the merchant, who must ask what came of it and believe no address. */
export const returnAddress = ({ id, returnURL }: StoredSetup): string => {
  const url = new URL(returnURL)
  url.searchParams.set('setup', id)
  return url.href
}

/** @returns month 1–12 and the whole year of "12/29", "12/2029", "12 29"; undefined when it is none */
const readExpiry = (text: string): undefined | { month: number; year: number } => {
  const [, month, year] = /^\s*(0?[1-9]|1[0-2])\s*[/\-. ]\s*(?:20)?(\d\d)\s*$/.exec(text) ?? []
  return month ? { month: Number(month), year: 2000 + Number(year) } : undefined
}
