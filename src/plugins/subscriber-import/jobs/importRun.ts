import type { Payload } from 'payload'

import type { Counts, Phase, Run, RunKind } from '../../../jobs/runs/types'
import type { ImportFile, ImportLine, ImportSettings } from '../operations/types'

import { insertMany, readMany } from '../../../database/bulk'
import { progressOf } from '../../../jobs/runs/progressOf'
import { takeNumbers } from '../../../database/takeNumbers'
import { toSearchKey } from '../../../utilities/toSearchKey'
import { readFiles } from '../operations/readFiles'
import { writeImport } from '../operations/writeImport'

export const importKind = 'subscriber-import'

const FILES_PER_CHUNK = 100

async function* chunksOf({
  isWanted = () => true,
  payload,
  run,
}: {
  isWanted?: (file: ImportFile) => boolean
  payload: Payload
  run: Run<ImportSettings>
}): AsyncGenerator<ImportFile[]> {
  let chunk: ImportFile[] = []
  const { settings } = run
  for await (const file of readFiles({
    institution: run.institution,
    payload,
    settings,
    site: run.site,
  })) {
    if (!isWanted(file)) continue
    chunk.push(file)
    if (chunk.length < FILES_PER_CHUNK) continue
    yield chunk
    chunk = []
  }
  if (chunk.length) yield chunk
}

const performancesOf = async (payload: Payload, season: string) => {
  const { docs } = await payload.find({
    collection: 'subscriptions',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    where: { season: { equals: season } },
  })
  return new Map(
    docs.map(
      (doc) => [String(doc.id), ((doc.performances ?? []) as unknown[]).map(String)] as const,
    ),
  )
}

/** What the database says about files: which are in already, and which seats are taken. */
const lookUp = async ({
  files,
  payload,
  run,
}: {
  files: ImportFile[]
  payload: Payload
  run: Run<ImportSettings>
}) => {
  const performances = await performancesOf(payload, run.settings.season)
  const known = new Set(
    (
      await readMany({
        collection: 'files',
        payload,
        select: ['originKey'],
        where: { originKey: files.map((file) => file.key) },
      })
    ).map((file) => file.originKey as string),
  )
  const fresh = files.filter((file) => !known.has(file.key))
  const seatKeys = (line: ImportLine): string[] =>
    line.resolved?.seat
      ? (performances.get(line.resolved.subscription) ?? []).map(
          (performance) => `${performance}:${line.resolved!.seat}`,
        )
      : []
  const taken = new Set(
    (
      await readMany({
        collection: 'seat-allocations',
        payload,
        select: ['seatKey'],
        where: { seatKey: fresh.flatMap((file) => file.lines.flatMap(seatKeys)) },
      })
    ).map((allocation) => allocation.seatKey as string),
  )
  for (const file of fresh)
    for (const line of file.lines)
      if (seatKeys(line).some((key) => taken.has(key)))
        line.problems.push({
          code: 'seatTaken',
          column: run.settings.mapping.seat ?? null,
          field: 'seat',
          value: line.label,
        })
  return { fresh, known, performances }
}

const isBad = (file: ImportFile): boolean => file.lines.some((line) => line.problems.length > 0)

const count = (counts: Counts, key: string, by = 1) => (counts[key] = (counts[key] ?? 0) + by)

/** First pass: reads and reports every line that cannot be imported, with its number and the reason. Writes nothing else. */
const check: Phase<ImportSettings, ImportFile> = {
  isSequential: () => false,
  plan: ({ payload, run }) => chunksOf({ payload, run }),
  process: async ({ chunk, payload, run }) => {
    const { fresh, known } = await lookUp({ files: chunk.items, payload, run })
    const counts: Counts = {}
    const rows: Record<string, unknown>[] = []
    for (const file of chunk.items)
      if (known.has(file.key)) count(counts, 'known', file.lines.length)
    for (const file of fresh) {
      if (!isBad(file)) {
        count(counts, 'good', file.lines.length)
        continue
      }
      for (const line of file.lines) {
        // The dossier of a customer comes in whole or not at all.
        const problem = line.problems[0] ?? {
          code: 'otherLineBad',
          column: null,
          field: null,
          value: '',
        }
        const outcome = line.problems.length ? 'refused' : 'heldBack'
        count(counts, outcome)
        count(counts, `reason:${problem.code}`)
        rows.push({
          details: {
            column: problem.column,
            field: problem.field,
            line: line.line,
            problems: line.problems,
            value: problem.value,
          },
          institution: run.institution,
          item: String(line.line),
          label: line.label,
          outcome,
          position: line.line,
          reason: problem.code,
          rowKey: `${run.id}:${line.line}`,
          run: run.id,
          searchKey: toSearchKey(line.line, line.label, problem.value),
          site: run.site,
        })
      }
    }
    return {
      counts,
      write: async (req) =>
        void (await insertMany({ collection: 'run-rows', docs: rows, payload, req })),
    }
  },
}

/** Second pass: imports the good files, or none when all was asked for and something is bad. */
const write: Phase<ImportSettings, ImportFile> = {
  isSequential: () => false,
  plan: async function* ({ payload, run }) {
    if (run.settings.mode === 'check') return
    const { counts } = await progressOf({ payload, run })
    if (run.settings.mode === 'allOrNothing' && (counts.refused ?? 0) > 0) return
    yield* chunksOf({ isWanted: (file) => !isBad(file), payload, run })
  },
  process: async ({ chunk, payload, run }) => {
    const { fresh, performances } = await lookUp({ files: chunk.items, payload, run })
    const files = fresh.filter((file) => !isBad(file))
    const counts: Counts = {}
    for (const file of files) {
      count(counts, 'imported', file.lines.length)
      count(counts, 'files')
    }
    const { institution } = run
    const numbers = files.length
      ? {
          file: await takeNumbers({ count: files.length, key: `file:${institution}`, payload }),
          order: await takeNumbers({ count: files.length, key: `order:${institution}`, payload }),
        }
      : { file: 0, order: 0 }
    return {
      counts,
      write: async (req) => {
        if (files.length) await writeImport({ files, numbers, payload, performances, req, run })
      },
    }
  },
}

/** Last season comes in from a file: checked line by line, then imported file by file, each once. */
export const importRun: RunKind<ImportSettings, ImportFile> = {
  name: importKind,
  namespace: 'subscriberImport',
  phases: [check, write],
}
