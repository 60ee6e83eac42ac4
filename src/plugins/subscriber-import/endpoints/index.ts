import type { Endpoint, PayloadRequest } from 'payload'

import { z } from 'zod'

import type { Translate } from '../../../utilities/explain'
import type { ColumnMapping } from '../parsing/types'

import { isPermitted } from '../../../access/ofOwnInstitution'
import { updateMany } from '../../../database/bulk'
import { defineEndpoint } from '../../../endpoints/defineEndpoint'
import { siteOf } from '../../../endpoints/siteOf'
import { RepriseError } from '../../../utilities/errors'
import { idOf } from '../../../utilities/idOf'
import { subscriberImportsSlug } from '../collections/SubscriberImports'
import { explainFile } from '../operations/explainFile'
import { importSource } from '../operations/importSource'
import { startImport } from '../operations/startImport'
import { headersOf } from '../parsing/headersOf'
import { importFields } from '../parsing/importFields'
import { missingFields, proposeMapping } from '../parsing/proposeMapping'

const plugin = 'subscriber-import'
const byID = { params: z.object({ id: z.string().min(1).max(64) }) }
const may = (req: PayloadRequest) => isPermitted(req, subscriberImportsSlug, 'update')

/** The import, if the person asking may see it. */
const importOf = async (req: PayloadRequest, id: string): Promise<Record<string, any>> => {
  const { docs } = await req.payload.find({
    collection: subscriberImportsSlug as 'sites',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    req,
    where: { id: { equals: id } },
  })
  if (!docs[0]) throw new RepriseError('notFound')
  return docs[0]
}

/** What can be done with an uploaded file, over HTTP. */
export const endpoints: Endpoint[] = [
  defineEndpoint({
    handler: async ({ input, req }) => {
      const doc = await importOf(req, input.params.id)
      const t = req.t as Translate
      const fields = importFields.map(({ group, isRequired, key }) => ({
        group,
        groupLabel: t(`subscriberImport:groups:${group}:label`),
        hint: t(`subscriberImport:fields:${key}:hint`),
        isRequired,
        key,
        label: t(`subscriberImport:fields:${key}:label`),
      }))
      const settings = { fileName: String(doc.filename), path: null, upload: String(doc.id) }
      try {
        const headers = await headersOf(await importSource({ payload: req.payload, req, settings }))
        const mapping: ColumnMapping = { ...proposeMapping({ headers }), ...(doc.mapping ?? {}) }
        return { error: null, fields, headers, mapping, missing: missingFields(mapping) }
      } catch (err) {
        return { error: explainFile(err, t), fields, headers: [], mapping: {}, missing: [] }
      }
    },
    input: byID,
    method: 'get',
    output: z.object({
      error: z.string().nullable(),
      fields: z.array(
        z.object({
          group: z.string(),
          groupLabel: z.string(),
          hint: z.string(),
          isRequired: z.boolean(),
          key: z.string(),
          label: z.string(),
        }),
      ),
      headers: z.array(z.string()),
      mapping: z.record(z.string(), z.string().nullable()),
      missing: z.array(z.string()),
    }),
    path: '/subscriber-import/:id/columns',
    plugin,
    siteID: siteOf(subscriberImportsSlug),
    summary: 'The columns of an uploaded file, and which field each is proposed for',
    transaction: false,
    who: may,
  }),
  defineEndpoint({
    handler: async ({ input, req }) => {
      const doc = await importOf(req, input.params.id)
      const { runID } = await startImport({
        acceptOtherPrices: Boolean(doc.acceptOtherPrices),
        batch: String(doc.id),
        channel: doc.channel ? idOf(doc.channel) : null,
        criterion: doc.criterion ? idOf(doc.criterion) : null,
        fileName: String(doc.filename),
        mapping: doc.mapping ?? {},
        mode: input.body.mode,
        payload: req.payload,
        req,
        season: idOf(doc.season),
        site: idOf(doc.site),
        upload: String(doc.id),
      })
      await updateMany({
        collection: subscriberImportsSlug as 'sites',
        data: { lastRun: runID },
        payload: req.payload,
        req,
        where: { id: String(doc.id) },
      })
      return { runID }
    },
    input: { ...byID, body: z.object({ mode: z.enum(['check', 'goodOnly', 'allOrNothing']) }) },
    method: 'post',
    output: z.object({ runID: z.string() }),
    path: '/subscriber-import/:id/start',
    plugin,
    siteID: siteOf(subscriberImportsSlug),
    summary: 'Check an uploaded file, or import it',
    transaction: true,
    who: may,
  }),
]
