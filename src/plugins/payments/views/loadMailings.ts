import type { PayloadRequest } from 'payload'

import type { MailingFigures } from '../collections/PaymentMailings'

import { sitesWithPlugin } from '../../../access/isPluginOn'
import { slugs } from '../../../collections/slugs'
import { findAsPerson, idIn } from '../../../operations/findAsPerson'
import { idOf } from '../../../utilities/idOf'
import { paymentSlugs } from '../collections/slugs'

const ROWS = 20

export type Mailing = {
  id: string
  name: string
  startedAt: string
  timeZone: string
} & MailingFigures

/** The latest mailings about failed payments, with what came of each, as the person may read them. */
export const loadMailings = async ({ req }: { req: PayloadRequest }): Promise<Mailing[]> => {
  const find = findAsPerson(req)
  const sites = await sitesWithPlugin({ plugin: 'payments', req })
  const docs = sites.length
    ? await find(
        paymentSlugs.mailings,
        { site: { in: sites } },
        { limit: ROWS, sort: '-createdAt' },
      )
    : []
  const places = new Map(
    (
      await find(
        slugs.sites,
        idIn(
          'id',
          docs.map(({ site }) => site),
        ),
        { select: ['timeZone'] },
      )
    ).map(({ id, timeZone }) => [id, timeZone as string]),
  )
  return docs.map(
    ({ id, name, bounced, createdAt, opened, paid, sent, site, startedAt, stored }) => ({
      id,
      name,
      bounced,
      opened,
      paid,
      sent,
      startedAt: startedAt ?? createdAt,
      stored,
      timeZone: places.get(idOf(site)) ?? 'UTC',
    }),
  )
}
