import { z } from 'zod'

/** A part of a charge that the bank has taken. */
export const disputeSchema = z.object({
  id: z.string(),
  amount: z.int(),
  currency: z.string(),
  status: z.enum(['regained', 'returned']),
})

/** What the fake provider answers, as far as it is read. */
export const chargeSchema = z.object({
  id: z.string(),
  amount: z.int(),
  code: z.string().nullable(),
  decline: z.enum(['expired', 'hard', 'soft']).nullable(),
  disputes: z.array(disputeSchema),
  object: z.literal('charge'),
  reference: z.string(),
  status: z.enum(['declined', 'needsCustomer', 'paid', 'pending', 'regained', 'returned']),
})

export const refundSchema = z.object({
  id: z.string(),
  amount: z.int(),
  object: z.literal('refund'),
  reference: z.string(),
  status: z.enum(['failed', 'paid', 'pending']),
})

export const setupSchema = z.object({
  id: z.string(),
  code: z.string().nullish(),
  kind: z.enum(['card', 'sepa']).default('card'),
  means: z
    .object({
      brand: z.string(),
      expMonth: z.int().nullable(),
      expYear: z.int().nullable(),
      last4: z.string(),
      mandateDate: z.string().nullable(),
      mandateRef: z.string().nullable(),
      token: z.string(),
    })
    .nullish(),
  object: z.literal('setup'),
  redirectURL: z.string().optional(),
  reference: z.string().optional(),
  state: z.enum(['completed', 'failed', 'open']),
})

export const listSchema = z.object({ data: z.array(z.unknown()), object: z.literal('list') })

export const errorSchema = z.object({
  code: z.string(),
  message: z.string(),
  object: z.literal('error'),
})

export const eventSchema = z.object({
  id: z.string().min(1),
  type: z.string(),
  createdAt: z.iso.datetime(),
  data: z.unknown(),
})

/** Of several under one reference, the one with the most to it: money that moved must not hide behind a refusal. */
export const bestOf = <Found extends { status: string }>(found: Found[]): Found =>
  found.reduce((best, each) =>
    RANK.indexOf(each.status) < RANK.indexOf(best.status) ? each : best,
  )

const RANK = ['paid', 'regained', 'pending', 'returned', 'needsCustomer', 'declined', 'failed']
