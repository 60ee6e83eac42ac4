import { z } from 'zod'

import { isPermitted } from '../access/ofOwnInstitution'
import { slugs } from '../collections/slugs'
import { loadFileSeats } from '../operations/loadFileSeats'
import { RepriseError } from '../utilities/errors'
import { defineEndpoint } from './defineEndpoint'
import { venueMapSchema, venueSeatSchema } from './venueMapSchema'

const id = z.string().min(1).max(64)

/** The seat map of one file: for one of its performances, or for one of its subscriptions as a whole. */
export const fileSeatMap = defineEndpoint({
  handler: ({ input, req }) => {
    const { performance, subscription } = input.query
    if (!performance && !subscription)
      throw new RepriseError('invalidInput', { field: 'performance' })
    return loadFileSeats({
      fileID: input.params.id,
      performanceID: performance,
      req,
      subscriptionID: subscription,
    })
  },
  input: {
    params: z.object({ id }),
    query: z.object({ performance: id.optional(), subscription: id.optional() }),
  },
  method: 'get',
  output: venueMapSchema.extend({
    seats: z.array(venueSeatSchema.extend({ state: z.enum(['blocked', 'free', 'own', 'taken']) })),
  }),
  path: '/seat-maps/files/:id',
  summary: 'The hall as one file sits in it',
  transaction: false,
  who: (req) => isPermitted(req, slugs.files, 'read') && isPermitted(req, slugs.seats, 'read'),
})
