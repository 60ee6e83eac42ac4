import { z } from 'zod'

import type { Translate } from '../../../../utilities/explain'

import { defineEndpoint } from '../../../../endpoints/defineEndpoint'
import { BankFileRefused } from '../../../../utilities/bank/files/types'
import { environment } from '../../../../utilities/environment'
import { RepriseError } from '../../../../utilities/errors'
import { importBankReport } from '../operations/importBankReport'
import { mayCollect } from '../operations/mayCollect'

/** Reads in a file of the bank as it arrives: it is never in memory as a whole, nor on a disk. */
export const uploadReport = defineEndpoint({
  handler: async ({ input, req }) => {
    if (!/^(application|text)\/xml\b/.test(req.headers.get('content-type') ?? '') || !req.body)
      throw new RepriseError('invalidInput', { field: 'body' })
    try {
      return await importBankReport({
        fileName: input.query.name ?? 'camt.xml',
        maxBytes: environment().uploadLimit,
        payload: req.payload,
        req,
        source: req.body as unknown as AsyncIterable<Uint8Array>,
      })
    } catch (err) {
      if (!(err instanceof BankFileRefused)) throw err
      const t = req.t as Translate
      throw new RepriseError('bankFileRefused', {
        values: { value: t(`reprise:bankFileProblems:${err.code}`, { value: err.value }) },
      })
    }
  },
  input: { query: z.object({ name: z.string().max(200).optional() }) },
  method: 'post',
  output: z.object({
    id: z.string(),
    counts: z.object({
      credited: z.number(),
      known: z.number(),
      others: z.number(),
      returned: z.number(),
      unmatched: z.number(),
    }),
    kind: z.string(),
  }),
  path: '/payment/bank-files',
  plugin: 'payments',
  summary: 'Read in a statement (camt) or status report (pain.002) of the bank, sent as XML',
  // What is booked is booked row by row, so that an interrupted file goes on where it is read again.
  transaction: false,
  who: mayCollect,
})
