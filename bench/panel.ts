import type { BenchModule } from './benches'
import type { BenchHouse } from './house'
import type { Measure } from './measure'

import { readMany } from '../src/database/bulk'
import { createRun } from '../src/jobs/runs/createRun'
import { renewalKind } from '../src/plugins/renewal/renewalKinds'
import { createBenchHouse } from './house'
import { startServer } from './startServer'

type Note = { house: BenchHouse; password: string }

const EMAIL = 'cashier@bench.example'
/** Somebody opens a list so often. */
const PERIOD_MS = 200
/** What people are promised while a run is under way. */
const LIMIT_MS = 300
/** How often each list is asked for while nothing else goes on. */
const QUIET_ROUNDS = 20

/** What a cashier opens, as the panel asks for it. */
const listsOf = (runID: string): Record<string, string> => ({
  contacts: '/api/contacts?limit=10&depth=1&where[searchKey][like]=payer 19',
  files: '/api/files?limit=10&depth=1&sort=-number',
  'files by balance': '/api/files?limit=10&depth=1&sort=-balance&where[status][equals]=reserved',
  'files found': '/api/files?limit=10&depth=1&sort=-number&where[searchKey][like]=199',
  'files page': '/admin/collections/files?limit=10&sort=-number',
  'run rows': `/api/run-rows?limit=50&depth=0&sort=position&where[run][equals]=${runID}`,
  runs: '/api/runs?limit=10&depth=0&sort=-createdAt',
})

/**
 * What the lists of the panel take while a renewal runs in the same process, beside what the same lists take in that process when it
 * is over: the house is then at its largest.
 */
export const bench: BenchModule<Note> = {
  measure: async function* ({ note: { house, password }, openPayload, size }) {
    const server = await startServer()
    try {
      const get = await server.logIn({ email: EMAIL, password })
      const payload = await openPayload()
      const runID = await createRun({
        institution: house.institution,
        kind: renewalKind,
        payload,
        settings: house.settings,
        site: house.site,
        title: 'Bench',
      })
      const stateOf = async () =>
        (
          await readMany({ collection: 'runs', payload, select: ['state'], where: { id: runID } })
        )[0]!.state as string
      const lists = Object.entries(listsOf(runID))
      // The first answers load code; nobody measures those.
      for (const [, path] of lists) await get(path)
      while ((await stateOf()) === 'scheduled') await pause(PERIOD_MS)

      const busy = new Map<string, number[]>(lists.map(([name]) => [name, []]))
      for (let i = 0; ; i++) {
        const [name, path] = lists[i % lists.length]!
        const took = await get(path)
        const state = await stateOf()
        if (state === 'failed') throw new Error('The run failed.')
        if (state === 'done') break
        busy.get(name)!.push(took)
        await pause(PERIOD_MS - took)
      }
      const quiet = new Map<string, number[]>(lists.map(([name]) => [name, []]))
      for (let round = 0; round < QUIET_ROUNDS; round++)
        for (const [name, path] of lists) {
          const took = await get(path)
          quiet.get(name)!.push(took)
          await pause(PERIOD_MS - took)
        }

      const row = (
        measure: string,
        value: number,
        reference: string,
        ratio: null | number,
      ): Measure => ({ bench: 'panel', measure, ratio, reference, size, unit: 'ms', value })
      for (const [name, times] of busy) {
        if (!times.length) throw new Error(`The run was over before "${name}" was asked for.`)
        for (const share of [0.5, 0.95, 1]) {
          const measure = `${name}, ${share === 1 ? 'max' : `p${share * 100}`}`
          const value = quantile(times, share)
          const still = quantile(quiet.get(name)!, share)
          yield row(measure, value, 'the same with no run under way', value / still)
        }
        const p95 = quantile(times, 0.95)
        yield row(`${name}, p95`, p95, `limit ${LIMIT_MS} ms`, p95 / LIMIT_MS)
      }
    } finally {
      await server.stop()
    }
  },
  prepare: async ({ openPayload, size }) => {
    const payload = await openPayload()
    const house = await createBenchHouse({ files: size, payload })
    const password = `bench ${house.institution}`
    await payload.create({
      collection: 'users',
      data: {
        name: 'Cashier',
        email: EMAIL,
        institution: house.institution,
        password,
        roles: ['cashier'],
        sites: [],
      } as never,
    })
    return { house, password }
  },
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

const quantile = (values: number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!
}
