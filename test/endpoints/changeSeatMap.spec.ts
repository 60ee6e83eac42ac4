import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { House } from '../helpers/startHouse'

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
