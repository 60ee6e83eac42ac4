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

type HallSeat = {
  id: string
  block: string
  blocked: boolean
  number: string
  priceCategory: string
  row: string
  seatNameKey: string
}

/** A camera takes these seats of the theatre's stalls away. */
const CAMERA = { block: 'Parkett', numbers: ['13', '14', '15', '16'], row: '12' }
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
        (await wishForSeats({ ...base, code: 'GROSS', from: 'GS', site: hall, to: 'GS-NEU' })) +
        (await wishForSeats({ ...base, code: 'PREM', from: 'GH', site: theatre, to: 'GH' }))
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

const readHall = async ({
  payload,
  req,
  venue,
}: { venue: string } & Pick<Base, 'payload' | 'req'>) => {
  const seats = await readMany<HallSeat>({
    collection: 'seats',
    payload,
    req,
    select: ['block', 'blocked', 'number', 'priceCategory', 'row', 'seatNameKey'],
    sort: 'seatNameKey',
    where: { venue },
  })
  return {
    byName: new Map(seats.map((seat) => [nameOf(seat), seat])),
    order: new Map(seats.map((seat, i) => [seat.id, i])),
    seats,
  }
}

/** Block, row and number: what stays the same when a subscription moves to another venue. */
const nameOf = (seat: HallSeat): string => seat.seatNameKey.split(':').slice(1).join(':')

/**
 * Of those who lose their seat: every second one wishes for a free seat of the same row of prices, one for a seat that is
 * somebody else's. And one who keeps the seat has a wish that is not needed.
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
  const categories = await readMany<{ id: string; code: string }>({
    collection: 'price-categories',
    payload,
    req,
    select: ['code'],
    where: { venue: [site.venues[from]!, site.venues[to]!] },
  })
  const codeOf = new Map(categories.map((category) => [category.id, category.code]))
  const lines = await soldLines({ ...base, code, seatOrder: before.order })
  const seatBefore = new Map(before.seats.map((seat) => [seat.id, seat]))
  const held = new Set(lines.map((line) => nameOf(seatBefore.get(line.seat)!)))
  const isLost = (line: SoldLine) => {
    const seat = after.byName.get(nameOf(seatBefore.get(line.seat)!))
    return !seat || seat.blocked
  }
  const free = after.seats.filter((seat) => !seat.blocked && !held.has(nameOf(seat)))
  const wishes = new Map<string, string>()
  const wish = (line: SoldLine, isFree: boolean) => {
    const category = codeOf.get(seatBefore.get(line.seat)!.priceCategory)
    const isAlike = (seat: HallSeat) => codeOf.get(seat.priceCategory) === category
    const seat = isFree
      ? free.find((candidate) => isAlike(candidate) && ![...wishes.values()].includes(candidate.id))
      : after.seats.find(
          (candidate) => isAlike(candidate) && held.has(nameOf(candidate)) && !candidate.blocked,
        )
    const contact = line.beneficiary ?? line.payer
    if (seat && !wishes.has(contact)) wishes.set(contact, seat.id)
  }
  const lost = lines.filter(isLost)
  lost.forEach((line, i) => {
    if (i % 4 === 0) wish(line, true)
  })
  if (lost[2]) wish(lost[2], false)
  const kept = lines.find((line) => !isLost(line))
  if (kept) wish(kept, true)
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
