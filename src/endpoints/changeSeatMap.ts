import { z } from 'zod'

import { isPermitted } from '../access/ofOwnInstitution'
import { slugs } from '../collections/slugs'
import { changeVenueSeats } from '../operations/changeVenueSeats'
import { defineEndpoint } from './defineEndpoint'
import { venueMapSchema } from './venueMapSchema'

/** More than the largest hall; what a person changes in one go is far less. */
const LIMIT = 20_000

const id = z.string().min(1).max(64)
const name = z.string().trim().min(1).max(40)
const coordinate = z.number().min(-1_000_000).max(1_000_000)

const seat = z.object({
  block: name,
  blocked: z.boolean(),
  number: name,
  priceCategory: id,
  row: name,
  x: coordinate,
  y: coordinate,
})

/** Saves the changes somebody made to the seat map of a venue: all of them, or none and why. */
export const changeSeatMap = defineEndpoint({
  handler: ({ input, req }) =>
    changeVenueSeats({ changes: input.body, req, venueID: input.params.id }),
  input: {
    body: z.object({
      create: z.array(seat).max(LIMIT).default([]),
      delete: z.array(id).max(LIMIT).default([]),
      update: z.array(seat.partial().extend({ id })).max(LIMIT).default([]),
    }),
    params: z.object({ id }),
  },
  method: 'post',
  output: venueMapSchema,
  path: '/seat-maps/venues/:id',
  summary: 'Add, change and delete seats of a venue',
  transaction: true,
  who: (req) => isPermitted(req, slugs.seats, 'update'),
})
