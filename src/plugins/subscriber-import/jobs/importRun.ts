import type { Payload } from 'payload'

import type { Counts, Phase, Run, RunKind } from '../../../jobs/runs/types'
import type { ImportFile, ImportSettings } from '../operations/types'

import { insertMany } from '../../../database/bulk'
import { progressOf } from '../../../jobs/runs/progressOf'
import { takeNumbers } from '../../../database/takeNumbers'
import { keepMissingMeans } from '../operations/keepMissingMeans'
import { lookUpFiles } from '../operations/lookUpFiles'
import { readFiles } from '../operations/readFiles'
import { badRows, count, isBad, noteRows, unreported } from '../operations/reportLines'
import { openMeans, sealMeans } from '../operations/sealMeans'
import { countNew } from '../operations/storeMeans'
import { writeImport } from '../operations/writeImport'

export const importKind = 'subscriber-import'

const FILES_PER_CHUNK = 100

async function* chunksOf({
  payload,
  run,
}: {
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
    chunk.push(file)
    if (chunk.length < FILES_PER_CHUNK) continue
    yield sealMeans(chunk, run.id)
    chunk = []
  }
  if (chunk.length) yield sealMeans(chunk, run.id)
}

/** First pass: reads and reports every line that cannot be imported, with its number and the reason. Writes nothing else. */
const check: Phase<ImportSettings, ImportFile> = {
  isSequential: () => false,
  plan: ({ payload, run }) => chunksOf({ payload, run }),
  process: async ({ chunk, payload, run }) => {
    const all = openMeans(chunk.items, run.id)
    const { fresh, known, means, notIn } = await lookUpFiles({ files: all, payload, run })
    const counts: Counts = {}
    const rows = badRows({ counts, lines: [...notIn], run })
    for (const file of all)
      if (known.has(file.key))
        count(counts, 'known', file.lines.filter((line) => !notIn.has(line)).length)
    for (const file of fresh) {
      if (isBad(file)) {
        rows.push(...badRows({ counts, lines: file.lines, run }))
        continue
      }
      count(counts, 'good', file.lines.length)
      rows.push(...noteRows({ counts, file, means, run }))
    }
    return {
      counts,
      write: async (req) =>
        void (await insertMany({ collection: 'run-rows', docs: rows, payload, req })),
    }
  },
}

/**
 * Second pass: imports the good files, or none when all was asked for and something is bad. File and house are read anew: what has
 * become bad since the first is reported like the rest.
 */
const write: Phase<ImportSettings, ImportFile> = {
  isSequential: () => false,
  plan: async function* ({ payload, run }) {
    if (run.settings.mode === 'check') return
    const { counts } = await progressOf({ payload, run })
    if (run.settings.mode === 'allOrNothing' && (counts.refused ?? 0) > 0) return
    yield* chunksOf({ payload, run })
  },
  process: async ({ chunk, payload, run }) => {
    const all = openMeans(chunk.items, run.id)
    const { fresh, known, means, notIn, performances } = await lookUpFiles({
      files: all,
      payload,
      run,
    })
    const files = fresh.filter((file) => !isBad(file))
    const knownFiles = all.filter(
      (file) =>
        known.has(file.key) &&
        !isBad(file) &&
        file.lines.some((line) => means.get(line)?.card?.isNew || means.get(line)?.mandate?.isNew),
    )
    const counts: Counts = {}
    const bad = [...notIn, ...fresh.filter(isBad).flatMap(({ lines }) => lines)]
    const rows = badRows({ counts, lines: await unreported({ lines: bad, payload, run }), run })
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
        await insertMany({ collection: 'run-rows', docs: rows, payload, req })
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
  plugin: 'subscriber-import',
  // Too late for nothing: what is in has its seats and numbers. Whoever asked for all must hear of it.
  finish: async ({ counts, run: { settings } }) => {
    if (settings.mode === 'allOrNothing' && counts.refused && counts.imported)
      throw new Error(`importedInPart: ${counts.imported}`)
  },
}
