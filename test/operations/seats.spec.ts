import type { Payload } from 'payload'

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'

import type { SeatedLine } from '../../src/operations/allocateSeats'
import type { BuiltFile, House, Seat } from '../helpers/builders'

import { deleteMany, newID, readMany } from '../../src/database/bulk'
import { inTransaction } from '../../src/database/inTransaction'
import { allocateSeats } from '../../src/operations/allocateSeats'
import { releaseSeats } from '../../src/operations/releaseSeats'
import { errorCodeOf } from '../../src/utilities/errors'
import { aHouse, aSoldFile } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'

let payload: Payload
let stop: () => Promise<void>
let house: House
let file: BuiltFile
let performanceLines: string[]

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  house = await aHouse({ payload })
  file = await aSoldFile({ house, subscriptions: [{}] })
  const lines = await readMany({
    collection: 'lines',
    payload,
    where: { file: file.id, kind: 'performance' },
  })
  performanceLines = lines.map(({ id }) => id)
})
afterAll(() => stop())
afterEach(() => deleteMany({ collection: 'seat-allocations', payload, where: {} }))

const wanting = (seat: Seat, of = 0): SeatedLine => ({
  id: performanceLines[of]!,
  file: file.id,
  institution: house.institution,
  performance: house.seasons.last.performances[of]!,
  seat: seat.id,
  site: house.site,
  state: 'sold',
})
const allocations = () =>
  readMany({ collection: 'seat-allocations', payload, sort: 'id', where: {} })

describe('allocating seats', () => {
  it('should give each line its seat under a key of performance and seat', async () => {
    const [seat] = house.seats as [Seat]
    const ids = await allocateSeats({ lines: [wanting(seat, 0), wanting(seat, 1)], payload })
    const found = await allocations()
    expect(found.map(({ id }) => id)).toEqual(ids)
    expect(found[0]).toMatchObject({
      file: file.id,
      line: performanceLines[0],
      seat: seat.id,
      seatKey: `${house.seasons.last.performances[0]}:${seat.id}`,
      state: 'sold',
    })
  })

  it('should refuse a seat that is taken, and give none of the others either', async () => {
    const [taken, free] = house.seats as [Seat, Seat]
    await allocateSeats({ lines: [wanting(taken)], payload })
    const error = await allocateSeats({ lines: [wanting(free), wanting(taken)], payload }).catch(
      (err) => err,
    )
    expect(errorCodeOf(error)).toBe('seatTaken')
    expect(await allocations()).toHaveLength(1)
  })

  it('should give one seat to one of twenty who want it at once', async () => {
    const [seat] = house.seats as [Seat]
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => allocateSeats({ lines: [wanting(seat)], payload })),
    )
    const refused = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [answer.reason] : [],
    )
    expect(refused.map(errorCodeOf)).toEqual(Array(19).fill('seatTaken'))
    expect(await allocations()).toHaveLength(1)
  })
})

describe('releasing seats', () => {
  it('should set them free and keep what was', async () => {
    const [seat] = house.seats as [Seat]
    const [id] = await allocateSeats({ lines: [wanting(seat, 0), wanting(seat, 1)], payload })
    expect(await releaseSeats({ lineIDs: [performanceLines[0]!, newID(payload)], payload })).toBe(1)
    const [released, kept] = await allocations()
    expect(released).toMatchObject({
      id,
      seat: seat.id,
      seatKey: `${house.seasons.last.performances[0]}:${seat.id}:released:${id}`,
      state: 'released',
    })
    expect(kept).toMatchObject({ state: 'sold' })
    await allocateSeats({ lines: [wanting(seat, 0)], payload })
    expect(await allocations()).toHaveLength(3)
  })

  it('should leave alone what is free already', async () => {
    const [seat] = house.seats as [Seat]
    await allocateSeats({ lines: [wanting(seat)], payload })
    const lineIDs = [performanceLines[0]!]
    expect(await releaseSeats({ lineIDs, payload })).toBe(1)
    const before = await allocations()
    expect(await releaseSeats({ lineIDs, payload })).toBe(0)
    expect(await allocations()).toEqual(before)
  })

  it('should let somebody release and allocate in one transaction', async () => {
    const [seat] = house.seats as [Seat]
    await allocateSeats({ lines: [wanting(seat)], payload })
    await inTransaction({
      payload,
      work: async (req) => {
        await releaseSeats({ lineIDs: [performanceLines[0]!], payload, req })
        await allocateSeats({ lines: [wanting(seat)], payload, req })
      },
    })
    expect((await allocations()).map(({ state }) => state).sort()).toEqual(['released', 'sold'])
  })
})
