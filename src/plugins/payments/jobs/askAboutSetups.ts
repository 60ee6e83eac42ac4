import type { Payload } from 'payload'

import type { Link } from '../operations/reminders/links'

import { readMany, updateMany } from '../../../database/bulk'
import { paymentSlugs } from '../collections/slugs'
import { setupsOf } from '../operations/reminders/links'
import { completeLink } from '../operations/reminders/completeLink'

const links = paymentSlugs.links as 'sites'
const ASK_AGAIN_MS = 3_600_000
/** A provider's page is open for a day at most. */
const GIVE_UP_MS = 25 * 3_600_000

/** Asks about customers who went to the provider's page and did not come back: some have stored a card and closed the window. */
export const askAboutSetups = async ({
  now = new Date(),
  payload,
}: {
  now?: Date
  payload: Payload
}): Promise<void> => {
  const due = await readMany<Link>({
    collection: links,
    limit: 50,
    payload,
    sort: 'askAt',
    where: { askAt: { until: now }, state: 'open' },
  })
  for (const link of due) {
    const last = setupsOf(link).at(-1)
    const isOver = !last || now.getTime() - new Date(last.at).getTime() > GIVE_UP_MS
    await updateMany({
      collection: links,
      data: { askAt: isOver ? null : new Date(now.getTime() + ASK_AGAIN_MS).toISOString() },
      payload,
      where: { id: link.id, state: 'open' },
    })
    await completeLink({ link, now, payload }).catch((err: unknown) =>
      payload.logger.warn({ err, msg: `What became of link ${link.id} is not known yet` }),
    )
  }
}
