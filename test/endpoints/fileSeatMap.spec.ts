import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { House } from '../helpers/startHouse'

import { sellSeats, smallHall } from '../helpers/smallHall'
import { startHouse } from '../helpers/startHouse'

let house: House
let hall: Awaited<ReturnType<typeof smallHall>>
let file: Awaited<ReturnType<typeof sellSeats>>
let cashier: string
let stranger: string

beforeAll(async () => {
  house = await startHouse()
  const theatre = await house.institution('theatre')
  const other = await house.institution('club')
  hall = await smallHall(house, { base: theatre.base })
  const payer = await house.create('contacts', { institution: theatre.id, lastName: 'Meier' })
  file = await sellSeats(house, { hall, payer: payer.id, seats: ['1/1', '1/2'] })
  await sellSeats(house, { hall, payer: payer.id, seats: ['2/1'] })
  await house.payload.update({
    id: hall.seats['2/5']!,
    collection: 'seats',
    data: { blocked: true },
  })
  cashier = (await house.staff({ institution: theatre.id, roles: ['cashier'] })).token
  stranger = (await house.staff({ institution: other.id, roles: ['administrator'] })).token
})

afterAll(() => house.stop())

const statesOf = (body: {
  seats: { block: string; number: string; row: string; state: string }[]
}) => Object.fromEntries(body.seats.map(({ number, row, state }) => [`${row}/${number}`, state]))

const expected = {
  '1/1': 'own',
  '1/2': 'own',
  '1/3': 'free',
  '2/1': 'taken',
  '2/5': 'blocked',
}

describe('the seat map of a file', () => {
  it('should show own, taken, blocked and free seats of one performance', async () => {
    const { body, status } = await house.ask({
      path: `/seat-maps/files/${file.id}?performance=${hall.performances[0]!.id}`,
      token: cashier,
    })
    expect(status).toBe(200)
    expect(statesOf(body)).toMatchObject(expected)
    expect(body.categories.map(({ name }: { name: string }) => name)).toEqual([
      'Category 1',
      'Category 2',
    ])
  })

  it('should count a seat as free for a subscription only if it is free in all its performances', async () => {
    const single = await sellSeats(house, {
      hall: { ...hall, performances: hall.performances.slice(1) },
      payer: (await house.create('contacts', { ...hall.base, lastName: 'Huber' })).id,
      seats: ['1/3'],
    })
    expect(single.number).toBeGreaterThan(file.number)
    const { body } = await house.ask({
      path: `/seat-maps/files/${file.id}?subscription=${hall.subscription.id}`,
      token: cashier,
    })
    expect(statesOf(body)).toMatchObject({ ...expected, '1/3': 'taken' })
    const first = await house.ask({
      path: `/seat-maps/files/${file.id}?performance=${hall.performances[0]!.id}`,
      token: cashier,
    })
    expect(statesOf(first.body)).toMatchObject({ '1/3': 'free' })
  })

  it.each([
    ['a stranger', () => undefined, 401],
    ['another institution', () => stranger, 404],
  ])('should show nothing to %s', async (_, token, expectedStatus) => {
    const { status } = await house.ask({
      path: `/seat-maps/files/${file.id}?performance=${hall.performances[0]!.id}`,
      token: token(),
    })
    expect(status).toBe(expectedStatus)
  })

  it('should answer 404 for a performance that the file does not hold', async () => {
    const { body, status } = await house.ask({
      path: `/seat-maps/files/${file.id}?performance=nothing`,
      token: cashier,
    })
    expect(status).toBe(404)
    expect(body.errors[0].data.code).toBe('notFound')
  })

  it('should say which field is missing', async () => {
    const { body, status } = await house.ask({
      path: `/seat-maps/files/${file.id}`,
      token: cashier,
    })
    expect(status).toBe(400)
    expect(body.errors[0].data).toMatchObject({ code: 'invalidInput', field: 'performance' })
  })
})
