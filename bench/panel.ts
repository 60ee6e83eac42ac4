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
/** How often each list is asked for before the run, and after it, while nothing else goes on. */
const QUIET_ROUNDS = 20

/** What a cashier opens, as the panel asks for it. */
const LISTS: Record<string, string> = {
  contacts: '/api/contacts?limit=10&depth=1&where[searchKey][like]=payer 19',
  files: '/api/files?limit=10&depth=1&sort=-number',
  'files by balance': '/api/files?limit=10&depth=1&sort=-balance&where[status][equals]=reserved',
  'files found': '/api/files?limit=10&depth=1&sort=-number&where[searchKey][like]=199',
  'files page': '/admin/collections/files?limit=10&sort=-number',
  runs: '/api/runs?limit=10&depth=0&sort=-createdAt',
}
const rowsOf = (runID: string): Record<string, string> => ({
  'run rows': `/api/run-rows?limit=50&depth=0&sort=position&where[run][equals]=${runID}`,
})

/**
 * What the lists of the panel take while a renewal runs in the same process, beside what the same lists take in that process before
 * and after: a machine that is busy with something else at one time of the three is then seen in both.
 */
export const bench: BenchModule<Note> = {
  measure: async function* ({ note: { house, password }, openPayload, size }) {
    const server = await startServer()
    try {
      const get = await server.logIn({ email: EMAIL, password })
      const quiet = new Map<string, number[]>()
      const busy = new Map<string, number[]>()
      const ask = async (times: Map<string, number[]>, [name, path]: [string, string]) => {
        const took = await get(path)
        times.set(name, [...(times.get(name) ?? []), took])
        await pause(PERIOD_MS - took)
      }
      const askQuietly = async (lists: Record<string, string>) => {
        for (let round = 0; round < QUIET_ROUNDS; round++)
          for (const list of Object.entries(lists)) await ask(quiet, list)
      }
      // The first answers load code; nobody measures those.
      for (const path of Object.values(LISTS)) await get(path)
      await askQuietly(LISTS)

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
      const lists = { ...LISTS, ...rowsOf(runID) }
      await get(lists['run rows']!)
      while ((await stateOf()) === 'scheduled') await pause(PERIOD_MS)
      for (let i = 0; ; i++) {
        const state = await stateOf()
        if (state === 'failed') throw new Error('The run failed.')
        if (state === 'done') break
        await ask(busy, Object.entries(lists)[i % Object.keys(lists).length]!)
      }
      await askQuietly(lists)

      const row = (
        measure: string,
        value: number,
        reference: string,
        ratio: null | number,
      ): Measure => ({ bench: 'panel', measure, ratio, reference, size, unit: 'ms', value })
      for (const name of Object.keys(lists)) {
        const times = busy.get(name)
        if (!times) throw new Error(`The run was over before "${name}" was asked for.`)
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
