import type { Payload } from 'payload'

import { spawn } from 'child_process'
import { readFileSync } from 'fs'
import path from 'path'

import type { BenchModule } from './benches'
import type { Measure } from './measure'

import { insertMany, newID, readMany } from '../src/database/bulk'
import { inTransaction } from '../src/database/inTransaction'
import { createDemoHouse } from '../src/demo/catalogue'
import { writeLargeFile } from '../src/demo/writeLargeFile'
import { verify } from '../src/operations/verify'
import { root } from './root'

type Note = { file: string; institution: string; season: string; site: string }

type Memory = Record<'early' | 'heap' | 'late' | 'rss', number>

type Pass = { counts: Record<string, number>; memory: Memory; run: string; seconds: number }

const SITE = 'theater'
const FILES_PER_TRANSACTION = 100
/** Of the copies; each is the document's own in the import too. */
const KEYS = ['chargeKey', 'identityKey', 'numberKey', 'originKey', 'renewalKey', 'seatKey']
const OF_FILES = ['orders', 'lines', 'payments', 'journal'] as const

/** A file of so many lines through `reprise import`, as a person calls it: checked, brought in, and brought in again. */
export const bench: BenchModule<Note> = {
  prepare: async ({ folder, openPayload, size }) => {
    const payload = await openPayload()
    const { group } = await createDemoHouse({ password: newID(payload), payload })
    const site = group.sites[SITE]!
    const { code } = await payload.findByID({
      id: site.seasons.last,
      collection: 'seasons',
      overrideAccess: true,
    })
    const file = path.join(folder, 'large.csv')
    await writeLargeFile({ path: file, rows: size })
    return { file, institution: group.id, season: String(code), site: SITE }
  },

  measure: async function* ({ folder, note, openPayload, size }) {
    const check = await bringIn({ folder, note, options: ['--check'] })
    const first = await bringIn({ folder, note })
    const again = await bringIn({ folder, note })
    expectCounts(check, { good: size, imported: 0 })
    expectCounts(first, { good: size, imported: size })
    expectCounts(again, { imported: 0, known: size })

    const payload = await openPayload()
    const { findings } = await verify({ institutionID: note.institution, payload })
    if (findings.length)
      throw new Error(`verify found ${findings.length}: ${JSON.stringify(findings[0])}`)
    const raw = size / (await rawSeconds({ payload, run: first.run }))

    const row = (
      measure: string,
      value: number,
      unit: string,
      reference: string,
      of: number,
    ): Measure => ({ bench: 'import', measure, ratio: value / of, reference, size, unit, value })
    const rate = ({ seconds }: Pass) => size / seconds
    const reference = 'raw bulk insert of the same documents'
    yield row('check', rate(check), 'lines/s', reference, raw)
    yield row('import', rate(first), 'lines/s', reference, raw)
    yield row('import again', rate(again), 'lines/s', reference, raw)
    yield row('raw', raw, 'lines/s', 'itself', raw)
    for (const [title, { memory }] of [
      ['check', check],
      ['import', first],
      ['import again', again],
    ] as const) {
      yield row(`${title}: peak memory`, memory.rss, 'MB', 'its peak heap', memory.heap)
      yield row(`${title}: heap held`, memory.late, 'MB', 'early in the same run', memory.early)
    }
  },
}

/** One call of `reprise import`, in a process of its own whose memory is watched. Its time is that of the whole call. */
const bringIn = async ({
  folder,
  note: { file, season, site },
  options = [],
}: {
  folder: string
  note: Note
  options?: string[]
}): Promise<Pass> => {
  const probe = path.join(folder, 'memory.json')
  const start = process.hrtime.bigint()
  const said = await new Promise<string>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--expose-gc',
        '--import',
        path.join(root, 'bench/memoryProbe.mjs'),
        path.join(root, 'bin/reprise.mjs'),
        'import',
        file,
        '--json',
        ...['--site', site, '--season', season],
        ...options,
      ],
      {
        cwd: root,
        env: { ...process.env, MEMORY_PROBE: probe },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let output = ''
    child.stdout.on('data', (piece) => (output += piece))
    child.once('error', reject)
    child.once('close', (code) =>
      code ? reject(new Error(`reprise import ended with ${code}: ${output}`)) : resolve(output),
    )
  })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const { counts, run } = JSON.parse(said.trim().split('\n').pop()!)
  return { counts, memory: JSON.parse(readFileSync(probe, 'utf8')), run, seconds }
}

const expectCounts = ({ counts }: Pass, expected: Record<string, number>): void => {
  for (const [key, count] of Object.entries(expected))
    if ((counts[key] ?? 0) !== count)
      throw new Error(`${key} is ${counts[key] ?? 0} instead of ${count}.`)
}

/** How long it takes to insert what an import wrote once more, under new ids and keys: nothing else differs. */
const rawSeconds = async ({ payload, run }: { payload: Payload; run: string }): Promise<number> => {
  // Listed before the first copy is written: copies carry the run as well.
  const files = await readMany({
    collection: 'files',
    payload,
    select: ['payer'],
    where: { run },
  })
  const copied = new Set<string>()
  let seconds = 0
  for (let from = 0; from < files.length; from += FILES_PER_TRANSACTION) {
    const part = files.slice(from, from + FILES_PER_TRANSACTION)
    const docs = await copiesOf({ copied, fileIDs: part.map(({ id }) => id), payload })
    const start = process.hrtime.bigint()
    await inTransaction({
      payload,
      work: async (req) => {
        for (const [collection, list] of docs)
          await insertMany({ collection: collection as 'files', docs: list, payload, req })
      },
    })
    seconds += Number(process.hrtime.bigint() - start) / 1e9
  }
  return seconds
}

const copiesOf = async ({
  copied,
  fileIDs,
  payload,
}: {
  /** People who have their copy; each came in once. */
  copied: Set<string>
  fileIDs: string[]
  payload: Payload
}): Promise<[string, Record<string, any>[]][]> => {
  const files = await readMany({ collection: 'files', payload, where: { id: fileIDs } })
  const found: [string, Record<string, any>[]][] = [['files', files]]
  for (const collection of OF_FILES)
    found.push([collection, await readMany({ collection, payload, where: { file: fileIDs } })])
  const lines = found.find(([collection]) => collection === 'lines')![1]
  const people = new Set<string>(
    [...files.map(({ payer }) => payer), ...lines.map(({ beneficiary }) => beneficiary)].filter(
      (id) => id && !copied.has(id),
    ),
  )
  for (const id of people) copied.add(id)
  found.unshift([
    'contacts',
    await readMany({ collection: 'contacts', payload, where: { id: [...people] } }),
  ])
  const ids = new Map(
    found.flatMap(([, docs]) => docs.map(({ id }) => [id as string, newID(payload)] as const)),
  )
  return found.map(([collection, docs]) => [
    collection,
    docs.map(({ createdAt: _, updatedAt: __, ...doc }) => {
      const copy: Record<string, any> = { ...doc, id: ids.get(doc.id) }
      for (const key of KEYS) if (copy[key]) copy[key] = `bench:${copy.id}`
      for (const key of ['beneficiary', 'file', 'line', 'order', 'parent', 'payer'])
        if (ids.has(copy[key])) copy[key] = ids.get(copy[key])
      return copy
    }),
  ])
}
