import type { Payload } from 'payload'

import type { Conditions, Row } from '../../database/bulk'

import { readMany } from '../../database/bulk'

const PAGE = 1000

/**
 * Reads the rows of a run that match, in their order and in pages: memory stays flat. Goes along the index of run and position, so
 * that a page costs the same wherever it is.
 */
export async function* readRunRows({
  payload,
  runID,
  select,
  where = {},
}: {
  payload: Payload
  runID: string
  select: string[]
  where?: Conditions
}): AsyncGenerator<Row[]> {
  for (let after: number | undefined; ;) {
    const page = await readMany({
      collection: 'run-rows',
      limit: PAGE,
      payload,
      select: [...select, 'position'],
      sort: 'position',
      where: { ...where, run: runID, ...(after !== undefined && { position: { after } }) },
    })
    if (page.length) yield page
    if (page.length < PAGE) return
    after = Number(page[page.length - 1]!.position)
  }
}
