import type { Payload, PayloadRequest } from 'payload'

import type { DemoHouse } from './catalogue'
import type { DemoSite } from './siteCatalogue'

import { insertMany, readMany, updateMany } from '../database/bulk'
import { inTransaction } from '../database/inTransaction'
import { takeNumbers } from '../database/takeNumbers'
import { seatNameKey } from '../hooks/keepSeatName'

type Args = { house: DemoHouse; payload: Payload; req?: Partial<PayloadRequest> }

type SoldLine = {
  id: string
  beneficiary: null | string
  file: string
  payer: string
  seat: string
  shipmentMode: null | string
}

type HallSeat = { id: string; blocked: boolean; priceCategory: string; seatNameKey: string }

/** A camera takes these seats of the theatre's stalls away. */
const CAMERA = { block: 'Parkett', numbers: ['14', '15', '16', '17'], row: '12' }
const DUPLICATE_CARDS = 3
const TANZ_STOPS = 4

/**
 * What happened between the seasons, once last season's subscribers are in: seats of the theatre are blocked for a camera, some
 * of those who lose their seat have a preferred one, some cards were issued twice, some people want everything again but dance.
 * With it every step of the seat and shipment ladders has somebody on it.
 *
 * @returns how many of each
 */
export const prepareNewSeason = async ({ house, payload, req }: Args) =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const { group } = house
      const theatre = group.sites.theater!
      const hall = group.sites.konzerthaus!
      const base = { group, payload, req: own }
      const blockedSeats = await blockForCamera({ payload, req: own, theatre })
      const preferredSeats =
        (await wishForSeats({ ...base, code: 'KLEIN', from: 'GS', site: hall, to: 'GS-NEU' })) +
        (await wishForSeats({ ...base, code: 'SONN', from: 'GH', site: theatre, to: 'GH' }))
      const duplicateCards = await issueCardsTwice({ ...base, site: theatre })
      const stopped = await stopDance({ ...base, site: theatre })
      return { blockedSeats, duplicateCards, preferredSeats, stopped }
    },
  })

const blockForCamera = ({
  payload,
  req,
  theatre,
}: { theatre: DemoSite } & Pick<Base, 'payload' | 'req'>) =>
  updateMany({
    collection: 'seats',
    data: { blocked: true },
    payload,
    req,
    where: {
      seatNameKey: CAMERA.numbers.map((number) =>
        seatNameKey({ block: CAMERA.block, number, row: CAMERA.row, venue: theatre.venues.GH }),
      ),
    },
  })

type Base = { group: DemoHouse['group']; payload: Payload; req: PayloadRequest; site: DemoSite }

/** Season tickets sold of a subscription of last season, in the order of their seats. */
const soldLines = async ({
  code,
  payload,
  req,
  seatOrder,
  site,
}: { code: string; seatOrder: Map<string, number> } & Base): Promise<SoldLine[]> => {
  const lines = await readMany<SoldLine>({
    collection: 'lines',
    payload,
    req,
    select: ['beneficiary', 'file', 'payer', 'seat', 'shipmentMode'],
    where: { kind: 'subscription', state: 'sold', subscription: site.subscriptions.last[code]! },
  })
  return lines.sort((a, b) => seatOrder.get(a.seat)! - seatOrder.get(b.seat)!)
}

/** The seats of a venue in the order of their names, and the code of their price category. */
const readHall = async ({
  payload,
  req,
  venue,
}: { venue: string } & Pick<Base, 'payload' | 'req'>) => {
  const seats = await readMany<HallSeat>({
    collection: 'seats',
    payload,
    req,
    select: ['blocked', 'priceCategory', 'seatNameKey'],
    sort: 'seatNameKey',
    where: { venue },
  })
  const categories = await readMany<{ id: string; code: string }>({
    collection: 'price-categories',
    payload,
    req,
    select: ['code'],
    where: { venue },
  })
  const codes = new Map(categories.map((category) => [category.id, category.code]))
  return {
    codeOf: (seat: HallSeat) => codes.get(seat.priceCategory),
    order: new Map(seats.map((seat, i) => [seat.id, i])),
    seats,
  }
}

/** Block, row and number: what stays the same when a subscription moves to another venue. */
const nameOf = (seat: HallSeat): string => seat.seatNameKey.split(':').slice(1).join(':')

/**
 * Half of those who lose their seat have a preferred one: every third wishes for a seat that is free, every third for one that is
 * somebody else's, the others for nothing. And one who keeps the seat has a wish that is not needed.
 */
const wishForSeats = async ({
  code,
  from,
  to,
  ...base
}: { code: string; from: string; to: string } & Base): Promise<number> => {
  const { group, payload, req, site } = base
  const before = await readHall({ payload, req, venue: site.venues[from]! })
  const after = from === to ? before : await readHall({ payload, req, venue: site.venues[to]! })
  const lines = await soldLines({ ...base, code, seatOrder: before.order })
  const placeOf = new Map(before.seats.map((seat) => [seat.id, nameOf(seat)]))
  const held = new Set(lines.map((line) => placeOf.get(line.seat)!))
  const categoryOf = new Map(before.seats.map((seat) => [seat.id, before.codeOf(seat)]))
  const offered = after.seats.filter((seat) => !seat.blocked)
  const wishes = new Map<string, string>()
  const wish = (line: SoldLine, isHeld: boolean) => {
    const contact = line.beneficiary ?? line.payer
    const wanted = new Set(wishes.values())
    const seat = offered.find(
      (candidate) =>
        after.codeOf(candidate) === categoryOf.get(line.seat) &&
        held.has(nameOf(candidate)) === isHeld &&
        !wanted.has(candidate.id),
    )
    if (seat && !wishes.has(contact)) wishes.set(contact, seat.id)
  }
  const offeredPlaces = new Set(offered.map(nameOf))
  const keepsSeat = (line: SoldLine) => offeredPlaces.has(placeOf.get(line.seat)!)
  lines
    .filter((line) => !keepsSeat(line))
    .forEach((line, i) => {
      if (i % 3 < 2) wish(line, i % 3 === 1)
    })
  const settled = lines.find(keepsSeat)
  if (settled) wish(settled, false)
  for (const [contact, seat] of wishes)
    await payload.create({
      collection: 'preferred-seats',
      data: { contact, institution: group.id, seat, venue: site.venues[to] } as never,
      req,
    })
  return wishes.size
}

/** A lost card was replaced, and the old one turned up again: nobody knows which one to load. */
const issueCardsTwice = async (base: Base): Promise<number> => {
  const { group, payload, req, site } = base
  const { order } = await readHall({ payload, req, venue: site.venues.GH! })
  const lines = (await soldLines({ ...base, code: 'PREM', seatOrder: order }))
    .filter((line) => line.shipmentMode === site.shipmentModes['KARTE-NEU'])
    .slice(0, DUPLICATE_CARDS)
  const cards = lines.flatMap((line) => [line, line])
  if (!cards.length) return 0
  const first = await takeNumbers({ count: cards.length, key: `ticket:${group.id}`, payload, req })
  await insertMany({
    collection: 'tickets',
    docs: cards.map(({ id, file }, i) => ({
      file,
      institution: group.id,
      line: id,
      medium: 'card',
      number: first + i,
      numberKey: `${group.id}:${first + i}`,
      site: site.id,
      state: 'printed',
    })),
    payload,
    req,
  })
  return lines.length
}

/** The dance subscription has a criterion of its own: who answered it keeps all the others. */
const stopDance = async (base: Base): Promise<number> => {
  const { group, payload, req, site } = base
  const { order } = await readHall({ payload, req, venue: site.venues.GH! })
  const lines = await soldLines({ ...base, code: 'TANZ', seatOrder: order })
  const people = [...new Set(lines.map((line) => line.beneficiary ?? line.payer))].slice(
    0,
    TANZ_STOPS,
  )
  for (const contact of people)
    await payload.create({
      collection: 'contact-answers',
      data: {
        answer: 'yes',
        contact,
        criterion: group.criteria['STOPP-TANZ'],
        institution: group.id,
      } as never,
      req,
    })
  return people.length
}
