import type { Payload } from 'payload'

import type { Run } from '../../../jobs/runs/types'
import type { RenewalSettings } from './types'

import { readMany } from '../../../database/bulk'
import { readRunRows } from '../../../jobs/runs/readRunRows'
import { readRenewed } from './loadFiles'

const PAGE = 1000
/** Files of the second pass per chunk: each is looked for anew when somebody was quicker. */
const WAITING_CHUNK = 25
/** Files per chunk: about 1 000 documents, 30–50 ms of database time on SQLite. */
const CHUNK: Record<string, number> = { mongoose: 50, sqlite: 100 }

/**
 * Lists the origin files that have something left to renew, in chunks, reading in pages.
 *
 * With a batch size, files that this batch has never tried come first: the next run goes on with the rest, and those that
 * could not be renewed do not stand in its way.
 *
 * @param onRenewed told how many of the lines that were looked at are renewed already, also those of files that are left out; without a
 * batch size each once
 */
export async function* planFiles({
  onRenewed,
  payload,
  run,
}: {
  onRenewed?: (count: number) => void
  payload: Payload
  run: Run<RenewalSettings>
}): AsyncGenerator<string[]> {
  const { settings } = run
  const size = CHUNK[payload.db.name] ?? 50
  const passes =
    settings.batchSize && run.batch ? [{ tried: false }, { tried: true }] : [{ tried: undefined }]
  const earlier = settings.batchSize && run.batch ? await liveRunsOf(payload, run) : []
  let waiting: string[] = []
  for (const { tried } of passes)
    for await (const files of openFiles({ onRenewed, payload, run })) {
      waiting.push(
        ...(tried === undefined ? files : await whereTried({ earlier, files, payload, tried })),
      )
      while (waiting.length >= size) {
        yield waiting.slice(0, size)
        waiting = waiting.slice(size)
      }
    }
  if (waiting.length) yield waiting
}

async function* openFiles({
  onRenewed,
  payload,
  run,
}: Parameters<typeof planFiles>[0]): AsyncGenerator<string[]> {
  const { settings } = run
  for await (const lines of originLines({ payload, run })) {
    const renewed = await readRenewed({ lines, payload, settings })
    onRenewed?.(renewed.size)
    yield [...new Set(lines.filter((line) => !renewed.has(line.id)).map((line) => line.file))]
  }
}

type Line = { id: string; file: string }

async function* originLines({
  payload,
  run,
}: {
  payload: Payload
  run: Run<RenewalSettings>
}): AsyncGenerator<Line[]> {
  const { settings } = run
  const sold = {
    kind: 'subscription',
    season: settings.originSeason,
    site: run.site,
    state: 'sold',
  }
  if (settings.lineIDs) {
    yield await readMany<Line>({
      collection: 'lines',
      payload,
      select: ['file'],
      sort: 'file',
      where: { ...sold, id: settings.lineIDs },
    })
    return
  }
  if (settings.fileNumbers) {
    const files = await readMany({
      collection: 'files',
      payload,
      select: [],
      where: { number: settings.fileNumbers, site: run.site },
    })
    yield await readMany<Line>({
      collection: 'lines',
      payload,
      select: ['file'],
      sort: 'file',
      where: { ...sold, file: files.map((file) => file.id) },
    })
    return
  }
  let after: string | undefined
  for (;;) {
    const page = await readMany<Line>({
      collection: 'lines',
      limit: PAGE,
      payload,
      select: ['file'],
      sort: 'file',
      where: after === undefined ? sold : { ...sold, file: { after } },
    })
    if (page.length < PAGE) {
      if (page.length) yield page
      return
    }
    // The last file of a full page may go on behind it: it is read with the next page, or whole where it fills one.
    const last = page[page.length - 1]!.file
    const whole = page.filter((line) => line.file !== last)
    if (whole.length) yield whole
    else
      yield await readMany<Line>({
        collection: 'lines',
        payload,
        select: ['file'],
        where: { ...sold, file: last },
      })
    after = whole.length ? whole[whole.length - 1]!.file : last
  }
}

const liveRunsOf = async (payload: Payload, run: Run): Promise<string[]> =>
  (
    await readMany({
      collection: 'runs',
      payload,
      select: [],
      where: { batch: run.batch, kind: run.kind, simulation: false },
    })
  )
    .map((other) => other.id)
    .filter((id) => id !== run.id)

const whereTried = async ({
  earlier,
  files,
  payload,
  tried,
}: {
  earlier: string[]
  files: string[]
  payload: Payload
  tried: boolean
}): Promise<string[]> => {
  if (!earlier.length) return tried ? [] : files
  const known = new Set(
    (
      await readMany({
        collection: 'run-rows',
        payload,
        select: ['file'],
        where: { file: files, run: earlier },
      })
    ).map((row) => row.file as string),
  )
  return files.filter((file) => known.has(file) === tried)
}

/** Lists the files that could not keep all their seats in the first pass, in their order. */
export async function* planWaiting({
  payload,
  run,
}: {
  payload: Payload
  run: Run<RenewalSettings>
}): AsyncGenerator<string[]> {
  let waiting: string[] = []
  let last: string | undefined
  for await (const rows of readRunRows({
    payload,
    runID: run.id,
    select: ['file'],
    where: { outcome: 'waiting' },
  })) {
    // The rows of a file stand together.
    for (const { file } of rows) if (file !== last) waiting.push((last = file as string))
    while (waiting.length >= WAITING_CHUNK) {
      yield waiting.slice(0, WAITING_CHUNK)
      waiting = waiting.slice(WAITING_CHUNK)
    }
  }
  if (waiting.length) yield waiting
}
