import { z } from 'zod'

import { isPermitted } from '../access/ofOwnInstitution'
import { slugs } from '../collections/slugs'
import { decideUnknown } from '../operations/decideUnknown'
import { RepriseError } from '../utilities/errors'
import { defineEndpoint } from './defineEndpoint'

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
    await decideUnknown({ id: params.id, decision: body.decision, req })
    return {}
  },
  input: {
    body: z.object({ decision: z.enum(['again', 'arrived', 'notArrived']) }),
    params: z.object({ id: z.string().min(1).max(64) }),
  },
  method: 'post',
  output: z.object({}),
  path: '/outgoing/:id/decide',
  summary: 'Say of an outgoing item in doubt whether it arrived, did not, or is to be sent again',
  transaction: true,
  who: (req) => isPermitted(req, slugs.outbox, 'read'),
})
