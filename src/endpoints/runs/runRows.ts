import type { Where } from 'payload'

import { z } from 'zod'

import type { Translate } from '../../utilities/explain'

import { toSearchKey } from '../../utilities/toSearchKey'
import { wordsOf } from '../../jobs/runs/wordsOf'
import { defineEndpoint } from '../defineEndpoint'
import { byID, mayReadRuns, visibleRun } from './visibleRun'

const PAGE = 50

/** The row fields that a table can be sorted by. */
const sortable = [
  'position',
  'fileNumber',
  'label',
  'newFileNumber',
  'outcome',
  'priceAfter',
  'reason',
] as const

const row = z.object({
  id: z.string(),
  details: z.unknown(),
  file: z.string().nullish(),
  fileNumber: z.number().nullish(),
  label: z.string().nullish(),
  newFile: z.string().nullish(),
  newFileNumber: z.number().nullish(),
  nextStep: z.string(),
  outcome: z.string(),
  outcomeText: z.string(),
  payment: z.string().nullish(),
  priceAfter: z.number().nullish(),
  priceBefore: z.number().nullish(),
  reason: z.string(),
  reasonText: z.string(),
  seatAfter: z.string().nullish(),
  seatBefore: z.string().nullish(),
  shipmentMode: z.string().nullish(),
})

export type RunRow = z.infer<typeof row>

export const filters = z.object({
  outcome: z.string().max(40).optional(),
  page: z.coerce.number().int().min(1).default(1),
  reason: z.string().max(40).optional(),
  search: z.string().max(100).optional(),
  sort: z
    .string()
    .refine((value) => (sortable as readonly string[]).includes(value.replace(/^-/, '')))
    .default('position'),
})

/** The rows of a run that match the filters of the page. */
export const whereRows = (
  runID: string,
  { outcome, reason, search }: Partial<z.infer<typeof filters>>,
): Where => {
  const and: Where[] = [{ run: { equals: runID } }]
  if (outcome) and.push({ outcome: { equals: outcome } })
  if (reason) and.push({ reason: { equals: reason } })
  const typed = search?.trim()
  if (typed && /^\d+$/.test(typed))
    and.push({
      or: [{ fileNumber: { equals: Number(typed) } }, { newFileNumber: { equals: Number(typed) } }],
    })
  else if (typed) and.push({ searchKey: { contains: toSearchKey(typed) } })
  return { and }
}

export const runRows = defineEndpoint({
  handler: async ({ input, req }) => {
    const run = await visibleRun(req, input.params.id)
    const words = wordsOf({ i18n: req.i18n, t: req.t as Translate }, run)
    const { page, sort } = input.query
    const found = await req.payload.find({
      collection: 'run-rows',
      depth: 0,
      limit: PAGE,
      overrideAccess: false,
      page,
      req,
      sort,
      where: whereRows(run.id, input.query),
    })
    return {
      page: found.page ?? 1,
      rows: (found.docs as Record<string, any>[]).map((doc) => ({
        ...doc,
        nextStep: words.nextStep(doc.reason),
        outcomeText: words.outcome(doc.outcome),
        payment: words.payment(doc.payment),
        reasonText: words.reason(doc.reason, doc.details),
      })) as unknown as RunRow[],
      total: found.totalDocs,
      totalPages: found.totalPages,
    }
  },
  input: { ...byID, query: filters },
  method: 'get',
  output: z.object({
    page: z.number(),
    rows: z.array(row),
    total: z.number(),
    totalPages: z.number(),
  }),
  path: '/run/:id/rows',
  summary: 'The result rows of a run, filtered, sorted, a page at a time',
  transaction: false,
  who: mayReadRuns,
})
