import type { PayloadRequest } from 'payload'

import type { VenueMap, VenueSeat } from './loadVenueMap'

import { slugs } from '../collections/slugs'
import { readMany } from '../database/bulk'
import { RepriseError } from '../utilities/errors'
import { loadVenueMap } from './loadVenueMap'
import { HELD_STATES } from './heldStates'

/** How a seat stands for the performances asked about, as seen from one file. */
export type FileSeatState = 'blocked' | 'free' | 'own' | 'taken'

export type FileSeatMap = {
  seats: ({ state: FileSeatState } & VenueSeat)[]
} & Omit<VenueMap, 'seats'>

type Args = {
  fileID: string
  /** One performance of the file … */
  performanceID?: string
  /** The request of the person; the file must be in their reach. */
  req: PayloadRequest
  /** … or all performances of one of its subscriptions together: free is then what is free in every one of them. */
  subscriptionID?: string
}

type Line = {
  id: string
  kind: string
  parent: null | string
  performance: null | string
  seat: null | string
  subscription: null | string
}

/**
 * The hall as one file sits in it: its own seats, those of others, the blocked and the free ones. A fixed number of queries.
 *
 * @throws RepriseError `notFound` for a file out of reach, or one that holds nothing of what was asked
 */
export const loadFileSeats = async ({
  fileID,
  performanceID,
  req,
  subscriptionID,
}: Args): Promise<FileSeatMap> => {
  const { payload } = req
  const { totalDocs } = await payload.count({
    collection: slugs.files,
    overrideAccess: false,
    req,
    where: { id: { equals: fileID } },
  })
  if (!totalDocs) throw new RepriseError('notFound')
  const lines = (
    await readMany<Line>({
      collection: slugs.lines,
      payload,
      req,
      select: ['kind', 'parent', 'performance', 'seat', 'subscription'],
      where: { file: fileID, state: [...HELD_STATES] },
    })
  ).filter(({ performance, subscription }) =>
    performanceID ? performance === performanceID : subscription === subscriptionID,
  )
  const performances = [...new Set(lines.flatMap(({ performance }) => performance ?? []))]
  const allocations = performances.length
    ? await readMany<{ id: string; file: string; seat: string }>({
        collection: slugs.seatAllocations,
        payload,
        req,
        select: ['file', 'seat'],
        where: { performance: performances, state: [...HELD_STATES] },
      })
    : []
  const own = new Set([
    ...allocations.filter(({ file }) => file === fileID).map(({ seat }) => seat),
    // A subscription without dated performances still has its seat.
    ...(performances.length ? [] : lines.flatMap(({ seat }) => seat ?? [])),
  ])
  const taken = new Set(allocations.map(({ seat }) => seat))
  const [anySeat] = own.size
    ? await readMany<{ id: string; venue: string }>({
        collection: slugs.seats,
        limit: 1,
        payload,
        req,
        select: ['venue'],
        where: { id: [...own] },
      })
    : []
  const map = anySeat && (await loadVenueMap({ payload, req, venueID: anySeat.venue }))
  if (!map) throw new RepriseError('notFound')
  return {
    ...map,
    seats: map.seats.map((seat) => ({
      ...seat,
      state: own.has(seat.id)
        ? 'own'
        : taken.has(seat.id)
          ? 'taken'
          : seat.blocked
            ? 'blocked'
            : 'free',
    })),
  }
}
