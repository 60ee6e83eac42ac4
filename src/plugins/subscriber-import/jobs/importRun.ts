import type { Payload } from 'payload'

import type { Counts, Phase, Run, RunKind } from '../../../jobs/runs/types'
import type { MeansByLine } from '../operations/lookUpMeans'
import type { ImportFile, ImportSettings } from '../operations/types'

import { insertMany } from '../../../database/bulk'
import { progressOf } from '../../../jobs/runs/progressOf'
import { takeNumbers } from '../../../database/takeNumbers'
import { toSearchKey } from '../../../utilities/toSearchKey'
import { keepMissingMeans } from '../operations/keepMissingMeans'
import { lookUpFiles } from '../operations/lookUpFiles'
import { readFiles } from '../operations/readFiles'
import { openMeans, sealMeans } from '../operations/sealMeans'
import { countNew } from '../operations/storeMeans'
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
    yield sealMeans(chunk, run.id)
    chunk = []
  }
  if (chunk.length) yield sealMeans(chunk, run.id)
}

const isBad = (file: ImportFile): boolean => file.lines.some((line) => line.problems.length > 0)

const count = (counts: Counts, key: string, by = 1) => (counts[key] = (counts[key] ?? 0) + by)

/** What good lines say in vain, a row for each file and reason: it comes in all the same. */
const noteRows = ({
  counts,
  file,
  means,
  run,
}: {
  counts: Counts
  file: ImportFile
  means: MeansByLine
  run: Run<ImportSettings>
}) => {
  const firstLines = new Map<string, ImportFile['lines'][number]>()
  for (const line of file.lines)
    for (const code of means.get(line)?.notes ?? [])
      if (!firstLines.has(code)) firstLines.set(code, line)
  return [...firstLines].map(([code, { label, line }]) => {
    count(counts, 'noted')
    count(counts, `reason:${code}`)
    return {
      details: { line },
      institution: run.institution,
      item: String(line),
      label,
      outcome: 'noted',
      position: line,
      reason: code,
      rowKey: `${run.id}:${line}:${code}`,
      run: run.id,
      searchKey: toSearchKey(line, label),
      site: run.site,
    }
  })
}

/** First pass: reads and reports every line that cannot be imported, with its number and the reason. Writes nothing else. */
const check: Phase<ImportSettings, ImportFile> = {
  isSequential: () => false,
  plan: ({ payload, run }) => chunksOf({ payload, run }),
  process: async ({ chunk, payload, run }) => {
    const all = openMeans(chunk.items, run.id)
    const { fresh, known, means } = await lookUpFiles({ files: all, payload, run })
    const counts: Counts = {}
    const rows: Record<string, unknown>[] = []
    for (const file of all) if (known.has(file.key)) count(counts, 'known', file.lines.length)
    for (const file of fresh) {
      if (!isBad(file)) {
        count(counts, 'good', file.lines.length)
        rows.push(...noteRows({ counts, file, means, run }))
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
    const all = openMeans(chunk.items, run.id)
    const { fresh, known, means, performances } = await lookUpFiles({ files: all, payload, run })
    const files = fresh.filter((file) => !isBad(file))
    const knownFiles = all.filter(
      (file) =>
        known.has(file.key) &&
        !isBad(file) &&
        file.lines.some((line) => means.get(line)?.card?.isNew || means.get(line)?.mandate?.isNew),
    )
    const counts: Counts = {}
    for (const file of files) {
      count(counts, 'imported', file.lines.length)
      count(counts, 'files')
    }
    for (const [kind, number] of Object.entries(countNew([...files, ...knownFiles], means)))
      if (number) count(counts, kind, number)
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
        if (files.length)
          await writeImport({ files, means, numbers, payload, performances, req, run })
        if (knownFiles.length)
          await keepMissingMeans({ files: knownFiles, means, payload, req, run })
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
