import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { House } from '../helpers/startHouse'

import { countMany } from '../../src/database/bulk'
import { sellSeats, smallHall } from '../helpers/smallHall'
import { startHouse } from '../helpers/startHouse'

let house: House
let hall: Awaited<ReturnType<typeof smallHall>>
let otherHall: Awaited<ReturnType<typeof smallHall>>
let editor: string
let cashier: string
let strangers: string

beforeAll(async () => {
  house = await startHouse()
  const theatre = await house.institution('theatre')
  const club = await house.institution('club')
  hall = await smallHall(house, { base: theatre.base })
  otherHall = await smallHall(house, { base: club.base })
  const payer = await house.create('contacts', { institution: theatre.id, lastName: 'Meier' })
  await sellSeats(house, { hall, payer: payer.id, seats: ['1/1'] })
  await house.create('preferred-seats', {
    contact: payer.id,
    institution: theatre.id,
    seat: hall.seats['2/5'],
    venue: hall.venue.id,
  })
  editor = (await house.staff({ institution: theatre.id, roles: ['catalogueEditor'] })).token
  cashier = (await house.staff({ institution: theatre.id, roles: ['cashier'] })).token
  strangers = (await house.staff({ institution: club.id, roles: ['administrator'] })).token
})

afterAll(() => house.stop())

type Changes = { create?: unknown[]; delete?: unknown[]; update?: unknown[] }

const change = (
  body: Changes,
  { language, token = editor }: { language?: 'de'; token?: string } = {},
) =>
  house.ask({ body, language, method: 'POST', path: `/seat-maps/venues/${hall.venue.id}`, token })

const newSeat = (number: string, rest: Record<string, unknown> = {}) => ({
  block: 'Stalls',
  blocked: false,
  number,
  priceCategory: hall.category.id,
  row: '3',
  x: 0,
  y: 36,
  ...rest,
})

const seatNamed = (body: any, row: string, number: string) =>
  body.seats.find((seat: Record<string, string>) => seat.row === row && seat.number === number)

const seatOnItsOwn = () => ({ ...hall.base, ...newSeat('77'), venue: hall.venue.id })

const linesOf = async (seat: string) => ({
  lines: await countMany({ collection: 'lines', payload: house.payload, where: { seat } }),
})

describe('changing the seats of a venue', () => {
  it('should add, change and delete seats in one go, and note each in the journal', async () => {
    const { body, status } = await change({
      create: [newSeat('1'), newSeat('2')],
      delete: [hall.seats['2/4']],
      update: [
        { id: hall.seats['1/2'], blocked: true, priceCategory: hall.otherCategory.id, x: 21 },
      ],
    })
    expect(status).toBe(200)
    expect(body.seats).toHaveLength(11)
    expect(seatNamed(body, '1', '2')).toMatchObject({
      blocked: true,
      priceCategory: hall.otherCategory.id,
      x: 21,
    })
    const stored = await house.payload.find({
      collection: 'seats',
      depth: 0,
      where: { and: [{ venue: { equals: hall.venue.id } }, { row: { equals: '3' } }] },
    })
    expect(stored.docs.map(({ label }) => label).sort()).toEqual(['Stalls 3/1', 'Stalls 3/2'])
    const journal = await house.payload.find({
      collection: 'journal',
      depth: 0,
      sort: '-createdAt',
      where: { and: [{ noun: { equals: 'seats' } }, { document: { equals: hall.seats['1/2'] } }] },
    })
    expect(journal.docs[0]).toMatchObject({
      action: 'update',
      after: { blocked: true, x: 21 },
      before: { blocked: false, x: 20 },
      userName: 'catalogueEditor',
    })
  })

  it('should let two seats swap their names', async () => {
    const { body, status } = await change({
      update: [
        { id: hall.seats['2/1'], number: '2' },
        { id: hall.seats['2/2'], number: '1' },
      ],
    })
    expect(status).toBe(200)
    expect(seatNamed(body, '2', '2').id).toBe(hall.seats['2/1'])
  })

  it.each([
    [
      'a new seat that is there already',
      () => ({ create: [newSeat('9'), newSeat('3', { row: '1' })] }),
      'create.1.number',
    ],
    [
      'two new seats of one name',
      () => ({ create: [newSeat('8'), newSeat(' 8 ')] }),
      'create.1.number',
    ],
    [
      'a rename to a name that is taken',
      () => ({ update: [{ id: hall.seats['1/3'], number: '4' }] }),
      'update.0.number',
    ],
  ])('should refuse %s at its field', async (_, changes, field) => {
    const { body, status } = await change(changes(), { language: 'de' })
    expect(status).toBe(400)
    expect(body.errors[0]).toMatchObject({
      data: { code: 'duplicateSeat', field },
      message: 'Diesen Platz gibt es in diesem Saal schon.',
    })
  })

  it.each([
    ['a sold seat', '1/1', 'Stalls 1/1'],
    ['a preferred seat', '2/5', 'Stalls 2/5'],
  ])('should not delete %s, and say which', async (_, seat, label) => {
    const { body, status } = await change({
      create: [newSeat('7')],
      delete: [hall.seats['1/5'], hall.seats[seat]],
    })
    expect(status).toBe(409)
    expect(body.errors[0].data).toMatchObject({ code: 'seatInUse', field: 'delete.1' })
    expect(body.errors[0].message).toContain(label)
    const { totalDocs } = await house.payload.count({
      collection: 'seats',
      where: { or: [{ id: { equals: hall.seats['1/5'] } }, { number: { equals: '7' } }] },
    })
    // Nothing of it happened: the seat that could have gone is still there, the new one is not.
    expect(totalDocs).toBe(1)
  })

  it('should not be got round by the list of seats, nor by that of tariffs', async () => {
    const remove = (path: string, language?: 'de' | 'fr') =>
      house.ask({ language, method: 'DELETE', path, token: editor })
    const { lines } = await linesOf(hall.seats['1/1']!)
    const one = await remove(`/seats/${hall.seats['1/1']}`)
    expect(one.status).toBe(409)
    expect(one.body.errors[0].data.code).toBe('inUse')
    expect(one.body.errors[0].message).toContain(
      `“Stalls 1/1” is in use: ${lines} lines, 2 seat allocations. Leave it`,
    )
    const [free, sold] = [await house.create('seats', seatOnItsOwn()), hall.seats['1/1']]
    const several = await remove(
      `/seats?where[id][in][0]=${free.id}&where[id][in][1]=${sold}&where[id][in][2]=${hall.seats['2/5']}`,
      'de',
    )
    expect(several.status).toBe(400)
    expect(several.body.docs.map(({ id }: { id: string }) => id)).toEqual([free.id])
    const said: string[] = several.body.errors.map(({ message }: { message: string }) => message)
    expect(said.sort()).toEqual([
      expect.stringContaining(`«Stalls 1/1» wird noch gebraucht: ${lines} Positionen, 2 `),
      expect.stringContaining('«Stalls 2/5» wird noch gebraucht: 1 Lieblingsplatz.'),
    ])
    // What to do is said once, however many they are.
    expect(said.filter((message) => message.includes('. Lassen Sie den Eintrag'))).toHaveLength(1)
    for (const path of [
      `/tariffs/${hall.tariff.id}`,
      `/performances/${hall.performances[0]!.id}`,
      `/subscriptions/${hall.subscription.id}`,
      `/venues/${hall.venue.id}`,
    ])
      expect((await remove(path, 'fr')).body.errors[0].data.code).toBe('inUse')
    const { totalDocs } = await house.payload.count({
      collection: 'seats',
      where: { id: { in: [free.id, sold, hall.seats['2/5']] } },
    })
    expect(totalDocs).toBe(2)
    expect(await linesOf(sold!)).toEqual({ lines })
  })

  it('should refuse a price category of another venue', async () => {
    const { body, status } = await change({
      create: [newSeat('7', { priceCategory: otherHall.category.id })],
    })
    expect(status).toBe(400)
    expect(body.errors[0].data).toMatchObject({
      code: 'invalidInput',
      field: 'create.0.priceCategory',
    })
  })

  it('should refuse a seat that is gone or belongs to another venue', async () => {
    const { body, status } = await change({
      update: [{ id: otherHall.seats['1/1'], blocked: true }],
    })
    expect(status).toBe(409)
    expect(body.errors[0].data.code).toBe('conflict')
  })

  it('should refuse a seat without a name at its field', async () => {
    const { body, status } = await change({ create: [newSeat(' ')] })
    expect(status).toBe(400)
    expect(body.errors[0].data).toMatchObject({ code: 'invalidInput', field: 'create.0.number' })
  })

  it.each([
    ['nobody', () => '', 401],
    ['a cashier', () => cashier, 403],
    ['another institution', () => strangers, 404],
  ])('should refuse %s', async (_, token, expected) => {
    const { status } = await change({ create: [newSeat('7')] }, { token: token() })
    expect(status).toBe(expected)
  })

  it('should let one of two people win who add the same seat at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => change({ create: [newSeat('20')] })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  })
})
