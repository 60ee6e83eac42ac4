import type { CollectionSlug, Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Conditions } from '../../src/database/bulk'

import { deleteMany, newID, readMany, readPages } from '../../src/database/bulk'
import { startPayload } from '../helpers/startPayload'

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
})
afterAll(() => stop())

type Statement = { args: unknown[]; sql: string }

/** How SQLite goes about each statement that the work sends to the reader or the writer. */
const plansOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const { reader, writer } = payload.db as any
  const statements: Statement[] = []
  const originals = [reader, writer].map((connection) => ({ ...connection }))
  const execute = reader.client.execute.bind(reader.client)
  for (const connection of [reader, writer]) {
    const { all, change } = connection
    connection.all = (sql: string, args: unknown[]) => {
      statements.push({ args, sql })
      return all(sql, args)
    }
    connection.change = (sql: string, args: unknown[]) => {
      statements.push({ args, sql })
      return change(sql, args)
    }
  }
  reader.client.execute = (statement: Statement) => {
    statements.push(statement)
    return execute(statement)
  }
  try {
    await work()
  } finally {
    Object.assign(reader, originals[0])
    Object.assign(writer, originals[1])
    reader.client.execute = execute
  }
  return statements.map(({ args, sql }) =>
    reader
      .all(`EXPLAIN QUERY PLAN ${sql}`, args)
      .map((row: unknown[]) => row[3])
      .join(' | '),
  )
}

const many = () => Array.from({ length: 25 }, () => newID(payload))

describe('What a long list narrows', () => {
  const cases: [string, CollectionSlug, () => Conditions, string][] = [
    [
      'the waiting rows of some files',
      'run-rows',
      () => ({ file: many(), outcome: 'waiting', run: newID(payload) }),
      'file_id=?',
    ],
    [
      'the rows that made some files',
      'run-rows',
      () => ({ newFile: many(), outcome: ['sold', 'reserved'], run: newID(payload) }),
      'new_file_id=?',
    ],
    [
      'the rows of a simulation that took some seats',
      'run-rows',
      () => ({ outcome: ['sold', 'reserved'], run: newID(payload), seat: many() }),
      'seat=?',
    ],
    [
      'the answers of some contacts',
      'contact-answers',
      () => ({ answer: 'yes', contact: many(), criterion: [newID(payload)] }),
      'contact_id=?',
    ],
    [
      'the cards of some lines',
      'tickets',
      () => ({ line: many(), medium: 'card', state: ['issued', 'printed'] }),
      'line_id=?',
    ],
  ]

  it.each(cases)('should be found by it: %s', async (_name, collection, where, index) => {
    const [plan] = await plansOf(() => readMany({ collection, payload, where: where() }))
    expect(plan).toMatch(/^SEARCH/)
    expect(plan).toContain(index)
  })

  it('should be deleted by it', async () => {
    const plans = await plansOf(() =>
      deleteMany({
        collection: 'run-rows',
        payload,
        where: { file: many(), outcome: 'waiting', run: newID(payload) },
      }),
    )
    expect(plans.find((plan) => plan.includes('run_rows'))).toContain('file_id=?')
  })
})

describe('Pages along a key', () => {
  it('should begin where the last one ended, without sorting', async () => {
    const plans = await plansOf(async () => {
      for await (const page of readPages({
        by: 'seatKey',
        collection: 'seat-allocations',
        payload,
        select: ['seatKey'],
        where: { seatKey: { after: 'a:', before: 'a;' } },
      }))
        expect(page).toEqual([])
    })
    expect(plans).toEqual([expect.stringContaining('(seat_key>? AND seat_key<?)')])
  })
})

describe('A list as it opens', () => {
  const lists = [
    'contacts',
    'files',
    'journal',
    'lines',
    'orders',
    'payments',
    'runs',
    'seats',
    'tickets',
  ] as const

  it.each(lists)('should neither sort nor read all it counts: %s', async (collection) => {
    const institution = { institution: { equals: newID(payload) } }
    const site = { site: { in: [newID(payload)] } }
    const isOfSite = payload.collections[collection].config.flattenedFields.some(
      (field) => field.name === 'site' && 'required' in field && field.required,
    )
    for (const where of isOfSite ? [institution, { and: [institution, site] }] : [institution]) {
      const plans = await plansOf(() =>
        payload.find({ collection, depth: 0, limit: 10, overrideAccess: true, where }),
      )
      expect(plans.length).toBeGreaterThanOrEqual(2)
      for (const plan of plans) {
        expect(plan).toMatch(/^SEARCH \w+ USING (COVERING )?INDEX/)
        // The right part of an order is what is left to sort among equals.
        expect(plan).not.toMatch(/USE TEMP B-TREE FOR ORDER BY$/)
      }
      expect(plans.some((plan) => plan.includes('COVERING INDEX'))).toBe(true)
    }
  })
})
