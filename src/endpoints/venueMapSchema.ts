import { z } from 'zod'

/** A seat as it lies in its venue. */
export const venueSeatSchema = z.object({
  id: z.string(),
  block: z.string(),
  blocked: z.boolean(),
  number: z.string(),
  priceCategory: z.string(),
  row: z.string(),
  x: z.number(),
  y: z.number(),
})

/** A hall with its price categories, seats, and the point of the stage's edge. */
export const venueMapSchema = z.object({
  categories: z.array(z.object({ id: z.string(), name: z.string(), color: z.string() })),
  seats: z.array(venueSeatSchema),
  stage: z.object({ x: z.number(), y: z.number() }),
})
