import type { Payload, PayloadRequest } from 'payload'

import type { ErrorCode } from '../../../../utilities/errors'
import type { CardAccounts } from './cardAccounts'
import type { Failure } from './standingOf'
import type { Customer, Place, Recipient } from './writeLinks'

import { sitesWithPlugin } from '../../../../access/isPluginOn'
import { insertMany, newID, readMany } from '../../../../database/bulk'
import { refuseOutOfReach } from '../../../../operations/refuseOutOfReach'
import { RepriseError } from '../../../../utilities/errors'
import { groupBy } from '../../../../utilities/groupBy'
import { paymentSlugs } from '../../collections/slugs'
import { accountFor, cardAccountsOf } from './cardAccounts'
import { journalReminders } from './journalReminders'
import { loadPlans } from './loadPlans'
import { isCardWanted, standingOf } from './standingOf'
import { nameOf, readCustomers, writeLinks } from './writeLinks'

const DEFAULT_LINK_DAYS = 30

export type ByHandArgs = {
  /** Made once by the page for what somebody is about to send: sent again, it sends nothing again. */
  key: string
  now?: Date
  payload: Payload
  /** Of the person asking; carries the transaction. */
  req: PayloadRequest
}

/** How many mails are on their way, and how many people could not be written to, by reason. */
export type SentByHand = {
  sent: number
  skipped: Partial<Record<ErrorCode, number>>
  /** Whose address somebody has to find out first; each once. */
  withoutEmail: { id: string; name: string }[]
}

/**
 * Sends the customers of some failed payments a personal link for a new card, one mail for each payment; one mailing per site.
 *
 * @throws RepriseError `notFound` for one out of reach; where nobody could be written to, the reason: `nothingDue`, `noCardAccount`; who
 * has no address is named instead
 */
export const remindOfFailures = async ({
  failureIDs,
  key,
  now = new Date(),
  payload,
  req,
}: { failureIDs: readonly string[] } & ByHandArgs): Promise<SentByHand> => {
  const wanted = [...new Set(failureIDs)]
  const failures = await readMany<Failure>({
    collection: paymentSlugs.failures as 'sites',
    payload,
    req,
    where: { id: wanted },
  })
  if (failures.length < wanted.length) throw new RepriseError('notFound')
  refuseOutOfReach({ docs: failures, req })
  const perSite = groupBy(failures, ({ site }) => site)
  const switchedOn = await sitesWithPlugin({ plugin: 'payments', req })
  if ([...perSite.keys()].some((site) => !switchedOn.includes(site)))
    throw new RepriseError('pluginOff')
  const standings = await standingOf({ failures, payload, req })
  const contacts = await readCustomers({
    ids: failures.map(({ contact }) => contact),
    payload,
    req,
  })
  const accounts = await cardAccountsOf({ payload, req, sites: [...perSite.keys()] })
  const result: SentByHand = { sent: 0, skipped: {}, withoutEmail: [] }
  for (const [site, ofSite] of perSite) {
    const recipients = ofSite.flatMap((failure): Recipient[] => {
      const standing = standings.get(failure.id)!
      const contact = contacts.get(failure.contact)
      const account = accountFor(accounts.get(site), standing.method)
      const reason: ErrorCode | undefined =
        failure.state !== 'open' || standing.state !== 'owed' || !isCardWanted(failure)
          ? 'nothingDue'
          : !contact?.email
            ? 'noEmail'
            : account
              ? undefined
              : 'noCardAccount'
      if (!reason)
        return [
          {
            account: account!,
            contact: contact!,
            failed: { failure, standing },
            mail: 'payment-failed',
            reminderKey: `byHand:${key}:${failure.id}`,
          },
        ]
      skip(result, reason, reason === 'noEmail' ? contact : undefined)
      return []
    })
    result.sent += await sendByHand({ key, now, payload, recipients, req, site })
  }
  return refuseIfNone(result)
}

/** Counts somebody who is not written to; who has no address is named. */
export const skip = (result: SentByHand, reason: ErrorCode, contact?: Customer): void => {
  result.skipped[reason] = (result.skipped[reason] ?? 0) + 1
  if (contact && !result.withoutEmail.some(({ id }) => id === contact.id))
    result.withoutEmail.push({ id: contact.id, name: nameOf(contact) })
}

/** @throws RepriseError the reason why nobody was written to, unless it can be said of each person by name */
export const refuseIfNone = (result: SentByHand): SentByHand => {
  const [reason] = Object.keys(result.skipped) as ErrorCode[]
  if (!result.sent && !result.withoutEmail.length && reason) throw new RepriseError(reason)
  return result
}

/**
 * Sends a contact a personal link for a new card: about their failed payment at the site where there is one, else a simple request.
 *
 * @throws RepriseError `notFound`, `noEmail`, `noCardAccount`
 */
export const askForCard = async ({
  contactID,
  key,
  now = new Date(),
  payload,
  req,
  siteID,
}: { contactID: string; siteID: string } & ByHandArgs): Promise<SentByHand> => {
  const place = await placeOf({ payload, req, site: siteID })
  const [owner] = await readMany<{ id: string; institution: string }>({
    collection: 'contacts',
    payload,
    req,
    select: ['institution'],
    where: { id: contactID },
  })
  if (!owner || owner.institution !== place.institution) throw new RepriseError('notFound')
  refuseOutOfReach({ docs: [{ institution: owner.institution, site: siteID }], req })
  const open = (
    await readMany<Failure>({
      collection: paymentSlugs.failures as 'sites',
      payload,
      req,
      sort: '-failedAt',
      where: { contact: contactID, site: siteID, state: 'open' },
    })
  ).filter(isCardWanted)
  const standings = await standingOf({ failures: open, payload, req })
  const failure = open.find(({ id }) => standings.get(id)!.state === 'owed')
  const contact = (await readCustomers({ ids: [contactID], payload, req })).get(contactID)!
  if (!contact.email) throw new RepriseError('noEmail')
  const accounts = (await cardAccountsOf({ payload, req, sites: [siteID] })).get(siteID)
  const account = failure
    ? accountFor(accounts, standings.get(failure.id)!.method)
    : await accountOfCards({ accounts, contactID, payload, req })
  if (!account) throw new RepriseError('noCardAccount')
  const recipient: Recipient = {
    account,
    contact,
    ...(failure && { failed: { failure, standing: standings.get(failure.id)! } }),
    mail: failure ? 'payment-failed' : 'card-request',
    reminderKey: `byHand:${key}:${contactID}`,
  }
  return {
    sent: await sendByHand({ key, now, payload, recipients: [recipient], req, site: siteID }),
    skipped: {},
    withoutEmail: [],
  }
}

/** Where the contact's present card is, if the site charges there; else where it charges cards in one go. */
const accountOfCards = async ({
  accounts,
  contactID,
  payload,
  req,
}: {
  accounts: CardAccounts | undefined
  contactID: string
  payload: Payload
  req: PayloadRequest
}): Promise<string | undefined> => {
  const own = Object.values(accounts ?? {})
  const [card] = own.length
    ? await readMany({
        collection: 'aliases',
        limit: 1,
        payload,
        req,
        select: ['account'],
        sort: '-createdAt',
        where: { account: own, contact: contactID, state: 'active' },
      })
    : []
  return card?.account ?? accountFor(accounts, null)
}

const placeOf = async ({
  payload,
  req,
  site,
}: {
  payload: Payload
  req: PayloadRequest
  site: string
}): Promise<Place> => {
  const [place] = await readMany<Place>({
    collection: 'sites',
    payload,
    req,
    select: ['institution', 'language', 'name', 'timeZone'],
    where: { id: site },
  })
  if (!place) throw new RepriseError('notFound')
  return place
}

/** Sends links that somebody has asked for at a site, as one mailing; the same request once. @returns how many */
export const sendByHand = async ({
  key,
  now,
  payload,
  recipients,
  req,
  site,
}: { recipients: readonly Recipient[]; site: string } & Required<ByHandArgs>): Promise<number> => {
  if (!recipients.length) return 0
  const mailingKey = `byHand:${key}:${site}`
  const [known] = await readMany({
    collection: paymentSlugs.mailings as 'sites',
    payload,
    req,
    select: [],
    where: { mailingKey },
  })
  // The same click once more, or its answer was lost on the way.
  if (known) return recipients.length
  const place = await placeOf({ payload, req, site })
  const plans = await loadPlans({ payload, req, sites: [site] })
  const mailing = newID(payload)
  const user = req.user as { id: string; name?: string } | null
  await insertMany({
    collection: paymentSlugs.mailings as 'sites',
    docs: [
      {
        id: mailing,
        name: mailingName({ now, place, user }),
        institution: place.institution,
        kind: 'byHand',
        mailingKey,
        site,
        startedAt: now.toISOString(),
        startedBy: user?.id ?? null,
      },
    ],
    payload,
    req,
  })
  await writeLinks({
    linkDays: plans.get(site)?.linkDays ?? DEFAULT_LINK_DAYS,
    mailing,
    now,
    payload,
    recipients,
    req,
    site: place,
  })
  await journalReminders({ payload, recipients, req, site: place, user })
  return recipients.length
}

const mailingName = ({
  now,
  place,
  user,
}: {
  now: Date
  place: Place
  user: { name?: string } | null
}): string =>
  [
    new Intl.DateTimeFormat('de-CH', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: place.timeZone,
    }).format(now),
    user?.name,
  ]
    .filter(Boolean)
    .join(' · ')
