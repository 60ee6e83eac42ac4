import type { ByHandArgs, SentByHand } from './remindByHand'
import type { Recipient } from './writeLinks'

import { slugs } from '../../../../collections/slugs'
import { countMany, readMany } from '../../../../database/bulk'
import { inTransaction } from '../../../../database/inTransaction'
import { findAsPerson, idIn } from '../../../../operations/findAsPerson'
import { RepriseError } from '../../../../utilities/errors'
import { groupBy } from '../../../../utilities/groupBy'
import { paymentSlugs } from '../../collections/slugs'
import { expiryKey, loadForecast } from '../loadForecast'
import { accountFor, cardAccountsOf } from './cardAccounts'
import { refuseIfNone, sendByHand, skip } from './remindByHand'
import { readCustomers } from './writeLinks'

/**
 * Sends the people whose stored cards expire before a planned instalment a personal link for a new one, once for each card and
 * instalment, whoever asks; one mailing per site.
 *
 * @throws RepriseError `notFound` for a card out of reach; where nobody could be written to, the reason: `nothingDue` for a card
 * that lasts, `alreadyAsked`, `noCardAccount`; who has no address is named instead
 */
export const warnOfExpiry = async ({
  cardIDs,
  key,
  now = new Date(),
  payload,
  req,
}: { cardIDs: readonly string[] } & ByHandArgs): Promise<SentByHand> => {
  const wanted = [...new Set(cardIDs)]
  const known = await findAsPerson(req)(slugs.aliases, idIn('id', wanted), { select: ['account'] })
  if (known.length < wanted.length) throw new RepriseError('notFound')
  const cards = ((await loadForecast({ req }))?.cards ?? []).filter(({ id }) => wanted.includes(id))
  const contacts = await readCustomers({
    ids: cards.map(({ contact }) => contact.id),
    payload,
    req,
  })
  const perSite = groupBy(cards, ({ site }) => site)
  const accounts = await cardAccountsOf({ payload, req, sites: [...perSite.keys()] })
  const result: SentByHand = { sent: 0, skipped: {}, withoutEmail: [] }
  for (let lasting = wanted.length - cards.length; lasting > 0; lasting--)
    skip(result, 'nothingDue')
  for (const [site, ofSite] of perSite) {
    const before = await sentBefore({ key, payload, req, site })
    if (before) {
      // The same click once more, or its answer was lost on the way.
      result.sent += before
      continue
    }
    const recipients = ofSite.flatMap((card): Recipient[] => {
      const contact = contacts.get(card.contact.id)
      const account = accountFor(accounts.get(site), card.method)
      if (card.askedAt) skip(result, 'alreadyAsked')
      else if (!contact?.email) skip(result, 'noEmail', contact)
      else if (!account) skip(result, 'noCardAccount')
      else
        return [
          {
            account,
            coming: {
              amount: card.amount,
              currency: card.currency,
              dueAt: card.dueAt,
              file: card.file,
            },
            contact,
            mail: 'card-expiring',
            reminderKey: expiryKey(card),
          },
        ]
      return []
    })
    // Read before, since a transaction of MongoDB takes one question at a time; what was sent meanwhile has its unique key.
    result.sent += await inTransaction({
      payload,
      req,
      work: (own) => sendByHand({ key, now, payload, recipients, req: own, site }),
    })
  }
  return refuseIfNone(result)
}

const sentBefore = async ({
  key,
  payload,
  req,
  site,
}: { site: string } & Pick<ByHandArgs, 'key' | 'payload' | 'req'>): Promise<number> => {
  const [mailing] = await readMany({
    collection: paymentSlugs.mailings as 'sites',
    payload,
    req,
    select: [],
    where: { mailingKey: `byHand:${key}:${site}` },
  })
  return mailing
    ? countMany({
        collection: paymentSlugs.links as 'sites',
        payload,
        req,
        where: { mailing: mailing.id },
      })
    : 0
}
