import type { Payload } from 'payload'

import type { BenchModule } from './benches'
import type { BenchHouse } from './house'
import type { Measure } from './measure'

import { countMany, insertMany, newID, readMany, readPages } from '../src/database/bulk'
import { inTransaction } from '../src/database/inTransaction'
import { createRun } from '../src/jobs/runs/createRun'
import { readRun, runLane } from '../src/jobs/runs/runLane'
import { verify } from '../src/operations/verify'
import { renewalKind } from '../src/plugins/renewal/renewalKinds'
import { createBenchHouse } from './house'
import { watchMemory } from './measure'

const COLLECTIONS = ['files', 'orders', 'lines', 'seat-allocations', 'journal', 'run-rows'] as const
const LOOP_FILES = 20
const FILES_PER_TRANSACTION = 100
/** The first position of the result rows of a renewal's second pass. */
const SECOND_PASS = 1_000_000_000

/**
 * Renews a house of `size` files and compares, on the same database in the same run, with a raw bulk insert of the very documents
 * that the renewal wrote, and with a loop of Payload's Local API that creates them one by one.
 */
export const bench: BenchModule<BenchHouse> = {
  measure: async function* ({ note: house, openPayload, size }) {
    const payload = await openPayload()
    const memory = watchMemory()
    const runID = await createRun({
      institution: house.institution,
      kind: renewalKind,
      payload,
      settings: house.settings,
      site: house.site,
      title: 'Bench',
    })
    const seconds = await timed(() => runLane({ payload, runID }))
    const renewalMemory = memory.stop()
    const run = (await readRun(payload, runID))!
    if (run.state !== 'done') throw new Error(`The run ended as ${run.state}: ${run.error}`)
    const second = await secondPass({ payload, runID, startedAt: run.startedAt! })
    const checking = watchMemory()
    let findings: unknown[] = []
    const verifySeconds = await timed(async () => {
      ;({ findings } = await verify({ institutionID: house.institution, payload }))
    })
    const verifyMemory = checking.stop()
    if (findings.length)
      throw new Error(`verify found ${findings.length}: ${JSON.stringify(findings[0])}`)
    const written = Number(run.counts?.files)
    const rate = written / seconds
    const raw = await rawRate({ files: written, payload, runID })
    const loop = await loopRate({ payload, runID })
    const row = (
      measure: string,
      value: number,
      unit: string,
      reference: string,
      ratio: null | number,
    ): Measure => ({
      bench: 'renewal',
      measure,
      ratio,
      reference,
      size,
      unit,
      value,
    })
    yield row('renewal', rate, 'files/s', 'raw bulk insert of the same documents', rate / raw)
    yield row('renewal', rate, 'files/s', "loop of Payload's Local API", rate / loop)
    yield row('raw', raw, 'files/s', 'itself', 1)
    yield row('loop', loop, 'files/s', 'itself', 1)
    yield row('second pass', second.rate, 'seats/s', 'first pass of this run', second.ratio)
    yield row('verify', written / verifySeconds, 'files/s', 'the renewal', seconds / verifySeconds)
    for (const [measure, { peak, start }] of [
      ['renewal', renewalMemory],
      ['verify', verifyMemory],
    ] as const) {
      yield row(`${measure}, memory`, peak.rss, 'MB', 'when it began', peak.rss / start.rss)
      yield row(`${measure}, heap`, peak.heap, 'MB', 'when it began', peak.heap / start.heap)
    }
  },
  prepare: async ({ openPayload, size }) =>
    createBenchHouse({ files: size, payload: await openPayload() }),
}

/**
 * How many lost seats were looked for in a second, beside how many subscriptions kept theirs in a second. From when the first and
 * last chunk of each pass was written; reading the plan of the free seats belongs to the second pass.
 */
const secondPass = async ({
  payload,
  runID,
  startedAt,
}: {
  payload: Payload
  runID: string
  startedAt: string
}): Promise<{ rate: number; ratio: number }> => {
  const ended = [0, 0]
  for await (const chunks of readPages({
    collection: 'run-chunks',
    payload,
    select: ['phase', 'updatedAt'],
    where: { run: runID },
  }))
    for (const { phase, updatedAt } of chunks)
      ended[phase] = Math.max(ended[phase]!, new Date(updatedAt).getTime())
  const where = { position: { before: SECOND_PASS }, run: runID }
  const kept = await countMany({ collection: 'run-rows', payload, where })
  const searched =
    (await countMany({ collection: 'run-rows', payload, where: { run: runID } })) - kept
  const rate = (searched * 1000) / (ended[1]! - ended[0]!)
  return { rate, ratio: rate / ((kept * 1000) / (ended[0]! - new Date(startedAt).getTime())) }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e9
}

type Docs = Map<string, Record<string, any>[]>

/** The documents of some new files as the renewal wrote them, under new ids and keys: nothing else differs. */
const copiesOf = async ({
  fileIDs,
  payload,
  runID,
}: {
  fileIDs: string[]
  payload: Payload
  runID: string
}): Promise<Docs> => {
  const ids = new Map<string, string>()
  const fresh = (id: unknown) => {
    if (typeof id !== 'string') return id
    if (!ids.has(id)) ids.set(id, newID(payload))
    return ids.get(id)
  }
  const docs: Docs = new Map()
  for (const collection of COLLECTIONS) {
    const where: Record<string, any> =
      collection === 'files'
        ? { id: fileIDs }
        : collection === 'run-rows'
          ? { newFile: fileIDs, run: runID }
          : { file: fileIDs }
    const rows = await readMany({ collection, payload, where })
    docs.set(
      collection,
      rows.map(({ createdAt, updatedAt, ...row }) => {
        const id = fresh(row.id) as string
        const copy: Record<string, any> = { ...row, id }
        for (const key of ['numberKey', 'seatKey', 'renewalKey', 'rowKey'])
          if (row[key]) copy[key] = `bench:${id}`
        for (const key of ['file', 'order', 'line', 'parent', 'newFile', 'newLine'])
          if (row[key] && collection !== 'run-rows') copy[key] = fresh(row[key])
        return copy
      }),
    )
  }
  return docs
}

const rawRate = async ({
  files,
  payload,
  runID,
}: {
  files: number
  payload: Payload
  runID: string
}): Promise<number> => {
  let seconds = 0
  // Listed before the first copy is written: copies carry the run as well.
  const originals = await readMany({
    collection: 'files',
    payload,
    select: [],
    where: { run: runID },
  })
  for (let from = 0; from < originals.length; from += FILES_PER_TRANSACTION) {
    const fileIDs = originals.slice(from, from + FILES_PER_TRANSACTION).map((file) => file.id)
    const docs = await copiesOf({ fileIDs, payload, runID })
    seconds += await timed(() =>
      inTransaction({
        payload,
        work: async (req) => {
          for (const [collection, list] of docs)
            await insertMany({ collection: collection as 'files', docs: list, payload, req })
        },
      }),
    )
  }
  return files / seconds
}

const loopRate = async ({
  payload,
  runID,
}: {
  payload: Payload
  runID: string
}): Promise<number> => {
  const files = await readMany({
    collection: 'files',
    limit: LOOP_FILES,
    payload,
    select: [],
    sort: 'number',
    where: { run: runID },
  })
  const docs = await copiesOf({ fileIDs: files.map((file) => file.id), payload, runID })
  // Relationships must lead somewhere, so the loop takes the files in their order and keeps the ids it is given.
  const given = new Map<string, string>()
  const seconds = await timed(async () => {
    for (const [collection, list] of docs)
      for (const { id, ...doc } of list.sort(
        (a, b) => Number(Boolean(a.parent)) - Number(Boolean(b.parent)),
      )) {
        for (const key of ['file', 'order', 'line', 'parent'])
          if (given.has(doc[key])) doc[key] = given.get(doc[key])
        const made = await payload.create({
          collection: collection as 'files',
          data: doc as never,
          depth: 0,
        })
        given.set(id, String(made.id))
      }
  })
  return files.length / seconds
}
