import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { Run } from '../../jobs/runs/types'
import type { CSVCell } from '../../utilities/csv'
import type { Translate } from '../../utilities/explain'

import { readMany } from '../../database/bulk'
import { writeCSV } from '../../utilities/csv'
import { wordsOf } from '../../jobs/runs/wordsOf'
import { decimalSign } from '../../utilities/formatAmount'
import { defineEndpoint } from '../defineEndpoint'
import { filters, whereRows } from './runRows'
import { byID, mayReadRuns, visibleRun } from './visibleRun'

const PAGE = 500

/** A column of the table: its heading in `reprise:runPage`, and what stands in it. */
type Column = {
  heading: string
  value: (row: Record<string, any>, words: ReturnType<typeof wordsOf>) => CSVCell
}

const result: Column[] = [
  { heading: 'outcome', value: ({ outcome }, words) => words.outcome(outcome) },
  { heading: 'reason', value: ({ details, reason }, words) => words.reason(reason, details) },
  { heading: 'nextStep', value: ({ reason }, words) => words.nextStep(reason) },
]

/** Minor units as a number that spreadsheets add up: 43200 → 432. */
const amount = (minor: null | number | undefined): CSVCell =>
  typeof minor === 'number' ? minor / 100 : null

const ofFiles: Column[] = [
  { heading: 'file', value: ({ fileNumber }) => fileNumber },
  { heading: 'who', value: ({ label }) => label },
  ...result,
  { heading: 'newFile', value: ({ newFileNumber }) => newFileNumber },
  { heading: 'seatBefore', value: ({ seatBefore }) => seatBefore },
  { heading: 'seatAfter', value: ({ seatAfter }) => seatAfter },
  { heading: 'priceBefore', value: ({ priceBefore }) => amount(priceBefore) },
  { heading: 'priceAfter', value: ({ priceAfter }) => amount(priceAfter) },
  { heading: 'payment', value: ({ payment }, words) => words.payment(payment) },
  { heading: 'shipment', value: ({ shipmentMode }) => shipmentMode },
]

const ofLines: Column[] = [
  { heading: 'line', value: ({ details }) => details?.line },
  { heading: 'who', value: ({ label }) => label },
  ...result,
  { heading: 'column', value: ({ details }) => details?.column },
  { heading: 'value', value: ({ details }) => details?.value },
]

async function* linesOf({
  req,
  run,
  where,
}: {
  req: PayloadRequest
  run: Run
  where: ReturnType<typeof whereRows>
}): AsyncGenerator<CSVCell[]> {
  const words = wordsOf({ i18n: req.i18n, t: req.t as Translate }, run)
  let columns: Column[] | undefined
  for (let page = 1; ; page++) {
    const { docs, hasNextPage } = await req.payload.find({
      collection: 'run-rows',
      depth: 0,
      limit: PAGE,
      overrideAccess: false,
      page,
      req,
      sort: 'position',
      where,
    })
    if (!columns) {
      columns = (docs[0] as Record<string, any> | undefined)?.details?.line ? ofLines : ofFiles
      yield columns.map(({ heading }) => (req.t as Translate)(`reprise:runPage:${heading}`))
    }
    for (const doc of docs) yield columns.map(({ value }) => value(doc, words))
    if (!hasNextPage) return
  }
}

const stream = (pieces: AsyncGenerator<string>): ReadableStream => {
  const encoder = new TextEncoder()
  return new ReadableStream({
    cancel: async () => void (await pieces.return(undefined)),
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}

/** The result rows of a run as a file for a spreadsheet, with the filters of the page, however many there are. */
export const runRowsCSV = defineEndpoint({
  handler: async ({ input, req }) => {
    const run = await visibleRun(req, input.params.id)
    const [site] = await readMany({
      collection: 'sites',
      payload: req.payload,
      select: ['code', 'currency'],
      where: { id: run.site },
    })
    const day = (run.finishedAt ?? run.startedAt ?? new Date().toISOString()).slice(0, 10)
    const name = [site?.code, run.kind, day]
      .filter(Boolean)
      .join('-')
      .replace(/[^\w-]+/g, '-')
    return new Response(
      stream(
        writeCSV({
          decimalSign: decimalSign({
            currency: String(site?.currency ?? 'EUR'),
            language: req.i18n.language,
          }),
          rows: linesOf({ req, run, where: whereRows(run.id, input.query) }),
        }),
      ),
      {
        headers: {
          'Cache-Control': 'no-store',
          'Content-Disposition': `attachment; filename="${name}.csv"`,
          'Content-Type': 'text/csv; charset=utf-8',
        },
      },
    )
  },
  input: { ...byID, query: filters },
  method: 'get',
  output: z.string(),
  path: '/run/:id/rows.csv',
  produces: 'text/csv',
  summary: 'The result rows of a run as CSV, with the same filters',
  transaction: false,
  who: mayReadRuns,
})
