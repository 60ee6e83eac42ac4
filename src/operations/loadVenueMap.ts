import type { Payload, PayloadRequest } from 'payload'

import { slugs } from '../collections/slugs'
import { readMany } from '../database/bulk'

/** A seat as it lies in its venue. */
export type VenueSeat = {
  id: string
  block: string
  blocked: boolean
  number: string
  priceCategory: string
  row: string
  x: number
  y: number
}

export type VenueMap = {
  /** In the order of their rank, the dearest first. */
  categories: { id: string; name: string; color: string }[]
  seats: VenueSeat[]
  stage: { x: number; y: number }
}

type Category = { id: string; name: string; color: string; rank: number }

/** All seats of a venue, in one query each for venue, categories and seats. Whoever calls has checked that the person may see it. */
export const loadVenueMap = async ({
  payload,
  req,
  venueID,
}: {
  payload: Payload
  req?: Partial<PayloadRequest>
  venueID: string
}): Promise<undefined | VenueMap> => {
  const [venue] = await readMany<{ id: string; stageX: number; stageY: number }>({
    collection: slugs.venues,
    payload,
    req,
    select: ['stageX', 'stageY'],
    where: { id: venueID },
  })
  if (!venue) return undefined
  const categories = await readMany<Category>({
    collection: slugs.priceCategories,
    payload,
    req,
    select: ['color', 'name', 'rank'],
    where: { venue: venueID },
  })
  const seats = await readMany<VenueSeat>({
    collection: slugs.seats,
    payload,
    req,
    select: ['block', 'blocked', 'number', 'priceCategory', 'row', 'x', 'y'],
    where: { venue: venueID },
  })
  return {
    categories: categories
      .sort((one, other) => one.rank - other.rank || one.name.localeCompare(other.name))
      .map(({ id, name, color }) => ({ id, name, color })),
    seats: seats.map((seat) => ({ ...seat, blocked: Boolean(seat.blocked) })),
    stage: { x: venue.stageX, y: venue.stageY },
  }
}
