import type { Endpoint } from 'payload'

import { z } from 'zod'

import { isPermitted } from '../../../access/ofOwnInstitution'
import { slugs } from '../../../collections/slugs'
import { defineEndpoint } from '../../../endpoints/defineEndpoint'
import { siteOf } from '../../../endpoints/siteOf'
import { paymentSlugs } from '../collections/slugs'
import { mayRemind } from '../operations/mayRemind'
import { askForCard, remindOfFailures } from '../operations/reminders/remindByHand'
import { warnOfExpiry } from '../operations/reminders/warnOfExpiry'
import { withdrawLink } from '../operations/reminders/withdrawLink'

const plugin = 'payments'
/** As many as the page of failed payments shows. */
const MOST = 500
const id = z.string().max(60)
const key = z.uuid()
const output = z.object({
  sent: z.number(),
  skipped: z.record(z.string(), z.number()),
  withoutEmail: z.array(z.object({ id: z.string(), name: z.string() })),
})

/** Sending personal links, and taking them back. */
export const reminders: Endpoint[] = [
  defineEndpoint({
    handler: ({ input, req }) =>
      remindOfFailures({
        failureIDs: input.body.failures,
        key: input.body.key,
        payload: req.payload,
        req,
      }),
    input: { body: z.object({ failures: z.array(id).min(1).max(MOST), key }) },
    method: 'post',
    output,
    path: '/payment/card-links',
    plugin,
    summary: 'Send the customers of failed payments a personal link to store a new card',
    transaction: true,
    who: mayRemind,
  }),
  defineEndpoint({
    handler: ({ input, req }) =>
      warnOfExpiry({ cardIDs: input.body.cards, key: input.body.key, payload: req.payload, req }),
    input: { body: z.object({ cards: z.array(id).min(1).max(MOST), key }) },
    method: 'post',
    output,
    path: '/payment/expiring-cards',
    plugin,
    summary: 'Send people whose cards expire before an instalment a personal link for a new card',
    transaction: false,
    who: (req) => mayRemind(req) && isPermitted(req, slugs.aliases, 'read'),
  }),
  defineEndpoint({
    handler: async ({ input, req }) =>
      askForCard({
        contactID: input.params.id,
        key: input.body.key,
        payload: req.payload,
        req,
        siteID: input.body.site,
      }),
    input: { body: z.object({ key, site: id }), params: z.object({ id }) },
    method: 'post',
    output,
    path: '/payment/contacts/:id/card-link',
    plugin,
    siteID: ({ input }) => input.body.site,
    summary: 'Send a contact a personal link to store a new card',
    transaction: true,
    who: mayRemind,
  }),
  defineEndpoint({
    handler: async ({ input, req }) => {
      await withdrawLink({ id: input.params.id, payload: req.payload, req })
      return {}
    },
    input: { params: z.object({ id }) },
    method: 'post',
    output: z.object({}),
    path: '/payment/card-links/:id/withdraw',
    plugin,
    siteID: siteOf(paymentSlugs.links),
    summary: 'Withdraw a personal link: from this moment it leads nowhere',
    transaction: true,
    who: mayRemind,
  }),
]
