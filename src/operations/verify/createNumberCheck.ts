import type { Payload } from 'payload'

import type { Finding } from './types'

import { readMany } from '../../database/bulk'
import { createNumberSet } from './createNumberSet'

type Numbered = { id: string; institution: string; number: null | number }

/** What each counter numbers; the counters' keys are `<kind>:<institution>`. */
const KINDS = { contacts: 'contact', files: 'file', orders: 'order', tickets: 'ticket' }

export type NumberedCollection = keyof typeof KINDS

/** Watches numbers go by, one institution and kind at a time: none twice, none beyond what its counter has handed out. */
export const createNumberCheck = () => {
  const seen = new Map<
    string,
    { add: (number: number) => boolean; collection: string; highest: number; highestID: string }
  >()
  return {
    /** @returns a finding for each number that has come by before */
    add: (collection: NumberedCollection, docs: readonly Numbered[]): Finding[] => {
      const findings: Finding[] = []
      for (const { id, institution, number } of docs) {
        if (number === null) continue
        const key = `${KINDS[collection]}:${institution}`
        let entry = seen.get(key)
        if (!entry)
          seen.set(key, (entry = { ...createNumberSet(), collection, highest: 0, highestID: id }))
        if (!entry.add(number))
          findings.push({ id, actual: number, code: 'numberTwice', collection, expected: null })
        if (number > entry.highest) Object.assign(entry, { highest: number, highestID: id })
      }
      return findings
    },
    /** Compares the highest numbers with the counters: one that is behind would hand out a number again. */
    finish: async (payload: Payload): Promise<Finding[]> => {
      const counters = await readMany({
        collection: 'counters',
        payload,
        select: ['key', 'value'],
        where: { key: [...seen.keys()] },
      })
      const values = new Map(counters.map(({ key, value }) => [key as string, Number(value)]))
      return [...seen].flatMap(([key, { collection, highest, highestID }]): Finding[] => {
        const actual = values.get(key) ?? 0
        return actual >= highest
          ? []
          : [{ id: highestID, actual, code: 'counterBehind', collection, expected: highest }]
      })
    },
  }
}

export type NumberCheck = ReturnType<typeof createNumberCheck>
