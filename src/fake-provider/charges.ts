import { randomUUID } from 'crypto'
import { z } from 'zod'

import type { Chosen } from './faults'
import type { Behaviour } from './testMeans'
import type { Answer, Merchant, Provider, Step, StoredCharge, StoredToken, Verdict } from './types'

import { disputePart, disputesOf } from './disputes'
import { tell } from './events'
import { Refusal } from './types'

const DAY_S = 86_400
/** How long a bank takes to decide a direct debit, and a customer to take one back. */
const SETTLE_S = 2 * DAY_S
const RETURN_S = 5 * DAY_S

export const amountSchema = z.int().min(1)
export const currencySchema = z.string().regex(/^[A-Z]{3}$/)
export const referenceSchema = z.string().regex(/^[A-Z0-9]{1,20}$/)

export const chargeSchema = z.strictObject({
  amount: amountSchema,
  currency: currencySchema,
  customer: z.string().min(1),
  dueDate: z.iso.date().optional(),
  mandate: z.string().optional(),
  reference: referenceSchema,
  sequence: z.enum(['first', 'once', 'recurring']),
  token: z.string().min(1),
})
export type ChargeRequest = z.infer<typeof chargeSchema>

const PAID: Verdict = { code: null, decline: null, status: 'paid' }
const PENDING: Verdict = { code: null, decline: null, status: 'pending' }
const RETURNED: Verdict = { code: 'chargeback', decline: null, status: 'returned' }
const REGAINED: Verdict = { code: null, decline: null, status: 'regained' }

/**
 * A token that was taken over has no customer yet: it is whose it is charged for first.
 *
 * @throws Refusal when the token is not this merchant's, or another customer's
 */
export const tokenOf = (
  { store }: Provider,
  { customer, merchant, token }: { customer: string; merchant: Merchant; token: string },
): StoredToken => {
  const found = store.get<StoredToken>(
    'SELECT * FROM tokens WHERE token = ? AND merchant = ?',
    token,
    merchant.id,
  )
  if (!found) throw new Refusal(404, 'no_such_token', 'There is no such card or account.')
  if (found.customer && found.customer !== customer)
    throw new Refusal(403, 'wrong_customer', 'This card belongs to another customer.')
  return found
}

/** Charges a card or account; inside a transaction. */
export const createCharge = (
  provider: Provider,
  {
    chosen,
    key,
    merchant,
    request,
  }: { chosen: Chosen; key: string; merchant: Merchant; request: ChargeRequest },
): Answer => {
  const { clock, store } = provider
  const token = tokenOf(provider, { customer: request.customer, merchant, token: request.token })
  if (token.kind === 'sepa' && request.mandate !== token.mandateRef)
    throw new Refusal(400, 'wrong_mandate', 'This is not the mandate of the account.')
  store.run(
    'UPDATE tokens SET charges = charges + 1, customer = ? WHERE token = ?',
    request.customer,
    token.token,
  )
  const [verdict, ...steps] = decide({ chosen, clock, request, token })
  const createdAt = clock.iso()
  const charge: StoredCharge = {
    ...request,
    ...verdict!,
    id: `ch_${randomUUID().replaceAll('-', '')}`,
    createdAt,
    dueDate: request.dueDate ?? null,
    key,
    mandate: request.mandate ?? null,
    merchant: merchant.id,
    nextAt: steps[0]?.at ?? null,
    plan: JSON.stringify(steps),
    updatedAt: createdAt,
  }
  const names = Object.keys(charge) as (keyof StoredCharge)[]
  store.run(
    `INSERT INTO charges (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...names.map((name) => charge[name]),
  )
  tell(provider, { kind: 'charge', merchant: merchant.id, subject: showCharge(provider, charge) })
  return {
    body: showCharge(provider, charge),
    status: verdict!.decline || verdict!.status === 'needsCustomer' ? 402 : 201,
  }
}

/** @returns what becomes of it now, and later */
const decide = ({
  chosen: { afterSeconds, fault, settleTo = 'paid' },
  clock,
  request,
  token,
}: {
  chosen: Chosen
  clock: Provider['clock']
  request: ChargeRequest
  token: StoredToken
}): [Verdict, ...Step[]] => {
  if (token.revokedAt) return [{ code: 'token_revoked', decline: 'hard', status: 'declined' }]
  const behaviour = JSON.parse(token.behaviour) as Behaviour
  const acts = token.charges + 1 >= behaviour.from
  const scripted = fault && fault in REFUSALS ? REFUSALS[fault as keyof typeof REFUSALS] : undefined
  const refusal =
    scripted ??
    (hasExpired(token, clock.now()) ? REFUSALS.expired : acts ? refusalOf(behaviour) : undefined)
  const isReturned = fault === 'returned' || (acts && behaviour.outcome === 'returned')
  const start = request.dueDate
    ? Math.max(clock.now(), Date.parse(`${request.dueDate}T00:00:00Z`))
    : clock.now()
  const later = (verdict: Verdict, seconds: number): Step => ({
    ...verdict,
    at: new Date(start + seconds * 1000).toISOString(),
  })
  const returned = later(
    acts && behaviour.code && behaviour.outcome === 'returned'
      ? { ...RETURNED, code: behaviour.code }
      : RETURNED,
    fault === 'returned' ? (afterSeconds ?? RETURN_S) : RETURN_S,
  )
  if (token.kind === 'sepa' || fault === 'pending') {
    const settled =
      refusal ?? (settleTo === 'declined' && fault === 'pending' ? REFUSALS.soft : PAID)
    // Nobody asks the holder of an account while a debit is under way.
    const end = settled.status === 'needsCustomer' ? REFUSALS.hard : settled
    const settleS = (fault === 'pending' ? afterSeconds : undefined) ?? SETTLE_S
    return [PENDING, later(end, settleS), ...(isReturned && end === PAID ? [returned] : [])]
  }
  if (refusal) return [refusal]
  return isReturned ? [PAID, returned] : [PAID]
}

const REFUSALS = {
  expired: { code: 'expired_card', decline: 'expired', status: 'declined' },
  hard: { code: 'do_not_honor', decline: 'hard', status: 'declined' },
  needsCustomer: { code: 'authentication_required', decline: null, status: 'needsCustomer' },
  soft: { code: 'insufficient_funds', decline: 'soft', status: 'declined' },
} as const satisfies Record<string, Verdict>

const refusalOf = ({ code, outcome }: Behaviour): undefined | Verdict => {
  if (outcome === 'paid' || outcome === 'returned') return undefined
  return { ...REFUSALS[outcome], code: code ?? REFUSALS[outcome].code }
}

/** A card is good to the end of its month. */
const hasExpired = ({ expMonth, expYear }: StoredToken, now: number): boolean =>
  expMonth !== null && expYear !== null && now >= Date.UTC(expYear, expMonth)

/** Moves a charge on and tells the merchant; inside a transaction. */
const moveCharge = (
  provider: Provider,
  { charge, rest, verdict }: { charge: StoredCharge; rest: Step[]; verdict: Verdict },
): void => {
  const updatedAt = provider.clock.iso()
  const { code, decline, status } = verdict
  const nextAt = rest[0]?.at ?? null
  const plan = JSON.stringify(rest)
  provider.store.run(
    'UPDATE charges SET status = ?, code = ?, decline = ?, updatedAt = ?, plan = ?, nextAt = ? WHERE id = ?',
    status,
    code,
    decline,
    updatedAt,
    plan,
    nextAt,
    charge.id,
  )
  const moved = { ...charge, code, decline, nextAt, plan, status, updatedAt }
  tell(provider, {
    kind: 'charge',
    merchant: charge.merchant,
    subject: showCharge(provider, moved),
  })
}

/** Does what the clock says is due. */
export const settleDue = (provider: Provider): void => {
  const { clock, store } = provider
  for (;;) {
    const due = store.all<StoredCharge>(
      'SELECT * FROM charges WHERE nextAt IS NOT NULL AND nextAt <= ? ORDER BY nextAt LIMIT 200',
      clock.iso(),
    )
    if (!due.length) return
    store.transaction(() => {
      for (const charge of due) {
        const [step, ...rest] = JSON.parse(charge.plan) as Step[]
        const { code, decline, status } = step!
        moveCharge(provider, { charge, rest, verdict: { code, decline, status } })
      }
    })
  }
}

const SETTLED = {
  declined: { from: 'pending', verdict: REFUSALS.soft },
  paid: { from: 'pending', verdict: PAID },
  regained: { from: 'returned', verdict: REGAINED },
  returned: { from: 'paid', verdict: RETURNED },
} as const

/** What can be said of a charge by hand. */
export type Settled = keyof typeof SETTLED

/**
 * Decides a pending charge now, takes a paid one back, or gives back one that was taken; of the latter two also a part.
 *
 * @throws Refusal when there is no charge it could be said of
 */
export const settleNow = (
  provider: Provider,
  { amount, reference, status }: { amount?: number; reference: string; status: Settled },
): void =>
  provider.store.transaction(() => {
    const isPart = amount !== undefined && (status === 'regained' || status === 'returned')
    const { from, verdict } = SETTLED[isPart ? 'returned' : status]
    const charge = provider.store.get<StoredCharge>(
      'SELECT * FROM charges WHERE reference = ? AND status = ? ORDER BY createdAt LIMIT 1',
      reference,
      from,
    )
    if (!charge) throw new Refusal(409, 'nothing_to_settle', `No charge of it is ${from}.`)
    if (isPart) return disputePart(provider, { amount, charge, status })
    const rest = (JSON.parse(charge.plan) as Step[]).filter(
      (step) => status === 'paid' && step.status === 'returned',
    )
    moveCharge(provider, { charge, rest, verdict })
  })

/** A charge as the merchant sees it. */
export const showCharge = (
  provider: Provider,
  { merchant: _merchant, nextAt: _nextAt, plan: _plan, ...charge }: StoredCharge,
) => ({
  ...charge,
  disputes: disputesOf(provider, charge.id),
  object: 'charge' as const,
})
