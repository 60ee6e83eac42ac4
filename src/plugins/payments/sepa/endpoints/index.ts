import type { Endpoint, Payload, PayloadRequest } from 'payload'

import { z } from 'zod'

import { defineEndpoint } from '../../../../endpoints/defineEndpoint'
import { siteOf } from '../../../../endpoints/siteOf'
import { isDay } from '../../../../utilities/bank/identifiers/targetDays'
import { paymentSlugs } from '../../collections/slugs'
import { changeAccount } from '../operations/changeAccount'
import { discardDebits, takeOut } from '../operations/changeDebits'
import { noteCameIn, noteNotCameIn } from '../operations/decideByHand'
import { mayChangeAccount, mayCollect } from '../operations/mayCollect'
import { noteNotHandedIn } from '../operations/noteNotHandedIn'
import { prepareDebits } from '../operations/prepareDebits'
import { releaseDebits } from '../operations/releaseDebits'
import { writeDebits } from '../operations/writeDebits'
import { uploadReport } from './uploadReport'

const plugin = 'payments'
const id = z.string().min(1).max(60)

const ofFile = {
  input: { params: z.object({ id }) },
  method: 'post',
  output: z.object({}),
  plugin,
  siteID: siteOf(paymentSlugs.debitFiles),
  transaction: true,
  who: mayCollect,
} as const

/** What is done to a whole file. */
const changing = ({
  change,
  ...how
}: {
  change: (args: { fileID: string; payload: Payload; req: PayloadRequest }) => Promise<void>
  path: string
  summary: string
}) =>
  defineEndpoint({
    ...ofFile,
    ...how,
    handler: async ({ input, req }) => {
      await change({ fileID: input.params.id, payload: req.payload, req })
      return {}
    },
  })

const ofCharge = { ...ofFile, siteID: siteOf(paymentSlugs.charges) } as const

/** Direct debits by file: prepared, released by a second person, downloaded; and what the bank says of them. */
export const debitEndpoints: Endpoint[] = [
  defineEndpoint({
    handler: async ({ input, req }) => ({
      fileID: await prepareDebits({
        accountID: input.body.account,
        payload: req.payload,
        req,
        siteID: input.body.site,
        until: input.body.until,
      }),
    }),
    input: { body: z.object({ account: id, site: id, until: z.string().refine(isDay) }) },
    method: 'post',
    output: z.object({ fileID: z.string() }),
    path: '/payment/debits',
    plugin,
    summary: 'Prepare a file of direct debits: what is due until a day is reserved for it',
    // It opens one of its own, and another one where somebody else was quicker.
    transaction: false,
    who: mayCollect,
  }),
  changing({
    change: releaseDebits,
    path: '/payment/debits/:id/release',
    summary: 'Release a prepared file, by a second person',
  }),
  changing({
    change: discardDebits,
    path: '/payment/debits/:id/discard',
    summary: 'Give up a prepared file: everything in it is due as before',
  }),
  changing({
    change: noteNotHandedIn,
    path: '/payment/debits/:id/not-handed-in',
    summary:
      'Say that the bank has never got a released file: what is under way in it is due again',
  }),
  defineEndpoint({
    ...ofCharge,
    handler: async ({ input: { body, params }, req }) => {
      await noteCameIn({ chargeID: params.id, day: body.day, payload: req.payload, req })
      return {}
    },
    input: { ...ofCharge.input, body: z.object({ day: z.string().refine(isDay) }) },
    path: '/payment/charges/:id/came-in',
    summary: 'Say that the money of a collection came in, where no row of the bank does',
  }),
  defineEndpoint({
    ...ofCharge,
    handler: async ({ input: { body, params }, req }) => {
      await noteNotCameIn({ chargeID: params.id, payload: req.payload, reason: body.reason, req })
      return {}
    },
    input: { ...ofCharge.input, body: z.object({ reason: z.string().trim().min(3).max(500) }) },
    path: '/payment/charges/:id/not-came-in',
    summary: 'Say that the money of a collection did not come in: it is owed again',
  }),
  defineEndpoint({
    ...ofFile,
    handler: async ({ input, req }) => {
      await takeOut({
        chargeID: input.body.charge,
        fileID: input.params.id,
        payload: req.payload,
        req,
      })
      return {}
    },
    input: { ...ofFile.input, body: z.object({ charge: id }) },
    path: '/payment/debits/:id/take-out',
    summary: 'Take one collection out of a prepared file',
  }),
  defineEndpoint({
    ...ofFile,
    handler: async ({ input, req }) => {
      const { messageID, pieces } = await writeDebits({
        fileID: input.params.id,
        payload: req.payload,
        req,
      })
      const encoder = new TextEncoder()
      const written = pieces()
      return new Response(
        new ReadableStream({
          cancel: async () => void (await written.return(undefined)),
          pull: async (controller) => {
            const { done, value } = await written.next()
            if (done) controller.close()
            else controller.enqueue(encoder.encode(value))
          },
        }),
        {
          headers: {
            'Content-Disposition': `attachment; filename="${messageID}.xml"`,
            'Content-Type': 'application/xml; charset=utf-8',
            'X-Content-Type-Options': 'nosniff',
          },
        },
      )
    },
    method: 'get',
    output: z.string(),
    path: '/payment/debits/:id/file',
    produces: 'application/xml',
    summary: 'The file for the bank (pain.008), once it is released: the same bytes each time',
    transaction: false,
  }),
  uploadReport,
  defineEndpoint({
    handler: async ({ input, req }) => {
      await changeAccount({
        ...input.body,
        mandateID: input.params.id,
        payload: req.payload,
        req,
      })
      return {}
    },
    input: {
      body: z.object({
        bic: z.string().max(20).optional(),
        holder: z.string().max(200).optional(),
        iban: z.string().min(1).max(60),
      }),
      params: z.object({ id }),
    },
    method: 'post',
    output: z.object({}),
    path: '/payment/mandates/:id/account',
    plugin,
    summary: 'Give a mandate another account; the bank is told with the next collection',
    transaction: true,
    who: mayChangeAccount,
  }),
]
