import { z } from 'zod'

import { isPermitted } from '../access/ofOwnInstitution'
import { slugs } from '../collections/slugs'
import { decideUnknown } from '../operations/decideUnknown'
import { isCardNumber } from '../utilities/cardRanges'
import { RepriseError } from '../utilities/errors'
import { defineEndpoint } from './defineEndpoint'

/** What a provider calls a payment: anything that is written in one piece. */
const PRINTABLE = /^[\x21-\x7e]{1,100}$/

/**
 * Whether a card number was typed in place of an ID. Only as a whole: a provider's own long numbers, which begin with the date, have
 * the beginning of a card number one time in ten.
 */
const isCard = (typed: string): boolean => isCardNumber(typed.replace(/[^\da-z]/gi, ''))

/** Says of an outgoing item in doubt whether it arrived, did not, or is to be sent again. */
export const decideOutgoing = defineEndpoint({
  handler: async ({ input: { body, params }, req }) => {
    const { docs } = await req.payload.find({
      collection: slugs.outbox,
      depth: 0,
      limit: 1,
      overrideAccess: false,
      // A page is found and counted at once, which MongoDB refuses as the first step of a transaction.
      pagination: false,
      req,
      where: { id: { equals: params.id } },
    })
    if (!docs[0]) throw new RepriseError('notFound')
    await decideUnknown({ id: params.id, ...body, req })
    return {}
  },
  input: {
    body: z.object({
      decision: z.enum(['again', 'arrived', 'notArrived']),
      providerID: z
        .string()
        .trim()
        .regex(PRINTABLE, 'reprise:outbox:idRefused')
        .refine((typed) => !isCard(typed), 'reprise:outbox:idIsCard')
        .optional(),
    }),
    params: z.object({ id: z.string().min(1).max(64) }),
  },
  method: 'post',
  output: z.object({}),
  path: '/outgoing/:id/decide',
  summary: 'Say of an outgoing item in doubt whether it arrived, did not, or is to be sent again',
  transaction: true,
  who: (req) => isPermitted(req, slugs.outbox, 'read'),
})
