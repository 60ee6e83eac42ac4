import type { PayloadRequest } from 'payload'

import type { VenueMap, VenueSeat } from './loadVenueMap'

import { isPermitted } from '../access/ofOwnInstitution'
import { slugs } from '../collections/slugs'
import { deleteMany, insertMany, newID, readMany, updateEach } from '../database/bulk'
import { isDuplicateKey } from '../database/inTransaction'
import { seatLabel, seatNameKey } from '../hooks/keepSeatName'
import { RepriseError } from '../utilities/errors'
import { idOf } from '../utilities/idOf'
import { toSearchKey } from '../utilities/toSearchKey'
import { loadVenueMap } from './loadVenueMap'
import { authorOf } from '../utilities/authorOf'

export type NewSeat = Omit<VenueSeat, 'id'>

/** What is to change on the seat map of a venue. */
export type SeatChanges = {
  create: NewSeat[]
  delete: string[]
  update: ({ id: string } & Partial<NewSeat>)[]
}

type Args = {
  changes: SeatChanges
  /** On behalf of this person; carries the transaction that makes it all or nothing. */
  req: PayloadRequest
  venueID: string
}

/**
 * Adds, changes and deletes seats of a venue at once: all of it or nothing. Each change goes to the journal.
 *
 * @returns the map as it is now
 * @throws RepriseError `notFound` (venue out of reach), `forbidden`, `conflict` (a seat is gone in the meantime), `invalidInput` (a price
 * category of another venue), `duplicateSeat`, `seatInUse`; the field is the place in the changes, as in `update.3.number`
 */
export const changeVenueSeats = async ({ changes, req, venueID }: Args): Promise<VenueMap> => {
  const { payload } = req
  const venue = await reachableVenue({ req, venueID })
  refuseForbidden({ changes, req })
  const before = new Map(
    (
      await readMany<VenueSeat>({
        collection: slugs.seats,
        payload,
        req,
        select: ['block', 'blocked', 'number', 'priceCategory', 'row', 'x', 'y'],
        where: { venue: venueID },
      })
    ).map((seat) => [seat.id, seat]),
  )
  await refuseForeignCategories({ changes, req, venueID })
  refuseMissing({ before, changes })
  refuseDuplicates({ before, changes, venueID })
  await refuseInUse({ before, changes, req })

  const naming = (seat: NewSeat) => ({
    label: seatLabel(seat),
    searchKey: toSearchKey(seat.block, seat.row, seat.number),
    seatNameKey: seatNameKey({ ...seat, venue: venueID }),
  })
  const created = changes.create.map((seat) => ({
    ...seat,
    ...venue,
    ...naming(seat),
    id: newID(payload),
    venue: venueID,
  }))
  const updated = changes.update.map((change) => ({ ...before.get(change.id)!, ...change }))
  try {
    if (changes.delete.length)
      await deleteMany({ collection: slugs.seats, payload, req, where: { id: changes.delete } })
    // Two seats may swap their names: first all let go of the old one.
    await updateEach({
      collection: slugs.seats,
      docs: updated.map(({ id }) => ({ id, seatNameKey: `renaming:${id}` })),
      payload,
      req,
    })
    await updateEach({
      collection: slugs.seats,
      docs: updated.map((seat) => ({ ...seat, ...naming(seat) })),
      payload,
      req,
    })
    await insertMany({ collection: slugs.seats, docs: created, payload, req })
  } catch (err) {
    if (isDuplicateKey(err)) throw new RepriseError('duplicateSeat', { field: 'number' })
    throw err
  }
  await insertMany({
    collection: slugs.journal,
    docs: [
      ...changes.delete.map((id) => ({
        action: 'delete',
        after: {},
        before: before.get(id),
        seat: before.get(id)!,
      })),
      ...changes.update.map(({ id, ...after }) => ({
        action: 'update',
        after,
        before: Object.fromEntries(
          Object.keys(after).map((key) => [key, before.get(id)![key as keyof NewSeat]]),
        ),
        seat: { ...before.get(id)!, ...after },
      })),
      ...created.map((seat, i) => ({
        action: 'create',
        after: changes.create[i],
        before: {},
        seat,
      })),
    ].map(({ seat, ...entry }) => ({
      ...entry,
      document: seat.id,
      documentTitle: seatLabel(seat),
      institution: venue.institution,
      noun: slugs.seats,
      site: venue.site,
      ...authorOf(req),
    })),
    payload,
    req,
  })
  return (await loadVenueMap({ payload, req, venueID }))!
}

const reachableVenue = async ({ req, venueID }: Omit<Args, 'changes'>) => {
  const { docs } = await req.payload.find({
    collection: slugs.venues,
    depth: 0,
    limit: 1,
    overrideAccess: false,
    req,
    where: { id: { equals: venueID } },
  })
  const venue = docs[0] as Record<string, unknown> | undefined
  if (!venue) throw new RepriseError('notFound')
  return { institution: idOf(venue.institution), site: idOf(venue.site) }
}

const refuseForbidden = ({ changes, req }: Omit<Args, 'venueID'>): void => {
  for (const operation of ['create', 'delete', 'update'] as const)
    if (changes[operation].length && !isPermitted(req, slugs.seats, operation))
      throw new RepriseError('forbidden')
}

const refuseForeignCategories = async ({ changes, req, venueID }: Args): Promise<void> => {
  const known = new Set(
    (
      await readMany({
        collection: slugs.priceCategories,
        payload: req.payload,
        req,
        select: ['venue'],
        where: { venue: venueID },
      })
    ).map(({ id }) => id),
  )
  for (const part of ['create', 'update'] as const)
    changes[part].forEach(({ priceCategory }, i) => {
      if (priceCategory !== undefined && !known.has(priceCategory))
        throw new RepriseError('invalidInput', { field: `${part}.${i}.priceCategory` })
    })
}

type Known = { before: Map<string, VenueSeat>; changes: SeatChanges }

const refuseMissing = ({ before, changes }: Known): void => {
  const touched = [...changes.delete, ...changes.update.map(({ id }) => id)]
  if (touched.some((id) => !before.has(id)) || new Set(touched).size < touched.length)
    throw new RepriseError('conflict')
}

const refuseDuplicates = ({ before, changes, venueID }: { venueID: string } & Known): void => {
  const touched = new Set([...changes.delete, ...changes.update.map(({ id }) => id)])
  const names = new Set(
    [...before.values()]
      .filter(({ id }) => !touched.has(id))
      .map((seat) => seatNameKey({ ...seat, venue: venueID })),
  )
  const take = (seat: NewSeat, field: string) => {
    const name = seatNameKey({ ...seat, venue: venueID })
    if (names.has(name)) throw new RepriseError('duplicateSeat', { field })
    names.add(name)
  }
  changes.update.forEach((change, i) =>
    take({ ...before.get(change.id)!, ...change }, `update.${i}.number`),
  )
  changes.create.forEach((seat, i) => take(seat, `create.${i}.number`))
}

/** A seat that was ever given to somebody stays: tickets, files and reports speak of it. */
const refuseInUse = async ({
  before,
  changes,
  req,
}: { req: PayloadRequest } & Known): Promise<void> => {
  if (!changes.delete.length) return
  for (const collection of [slugs.seatAllocations, slugs.lines, slugs.preferredSeats]) {
    const [use] = await readMany<{ id: string; seat: string }>({
      collection,
      limit: 1,
      payload: req.payload,
      req,
      select: ['seat'],
      where: { seat: changes.delete },
    })
    if (use)
      throw new RepriseError('seatInUse', {
        field: `delete.${changes.delete.indexOf(use.seat)}`,
        values: { seat: seatLabel(before.get(use.seat)!) },
      })
  }
}
