import type { Payload, PayloadRequest } from 'payload'

import type { Language } from '../../../utilities/languages'
import type { Link } from '../operations/reminders/links'
import type { Failure, Standing } from '../operations/reminders/standingOf'
import type { Customer } from '../operations/reminders/writeLinks'
import type { CardPage } from './cardPage'

import { readMany } from '../../../database/bulk'
import { cardTitle } from '../../../operations/payments/storedMeans'
import { formatAmount } from '../../../utilities/formatAmount'
import { languageOf } from '../../../utilities/languages'
import { paymentSlugs } from '../collections/slugs'
import { accountFor, cardAccountsOf } from '../operations/reminders/cardAccounts'
import { isChargedAtOnce } from '../operations/reminders/links'
import { isOfFormerFile, standingOf } from '../operations/reminders/standingOf'
import { readCustomers } from '../operations/reminders/writeLinks'

/** What the page of a link says, whatever comes next on it. */
export type LinkFacts = {
  card: null | string
} & Pick<CardPage, 'house' | 'language' | 'name' | 'owed'>

/**
 * Reads for the customer of a link what their page says.
 *
 * @returns nothing where the site takes no payments (any more)
 */
export const loadCardPage = async ({
  link,
  req,
}: {
  link: Link
  req: PayloadRequest
}): Promise<LinkFacts | undefined> => {
  const { payload } = req
  const site = (await payload.findByID({
    id: link.site,
    collection: 'sites',
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })) as { name: string; language?: string; plugins?: string[] } | null
  const contact = (await readCustomers({ ids: [link.contact], payload })).get(link.contact)
  if (!site?.plugins?.includes('payments') || !contact) return undefined
  const [alias] = link.alias
    ? await readMany<{ id: string; brand: string; last4: string }>({
        collection: 'aliases',
        payload,
        select: ['brand', 'last4'],
        where: { id: link.alias },
      })
    : []
  const language: Language = languageOf(contact.language, site.language)
  return {
    name: shortName(contact),
    card: alias ? cardTitle(alias) : null,
    house: site.name,
    language,
    owed: await owedFor({ language, link, req }),
  }
}

const owedFor = async ({
  language,
  link,
  req: { payload },
}: {
  language: Language
  link: Link
  req: PayloadRequest
}): Promise<CardPage['owed']> => {
  if (!link.failure) return undefined
  const failures = await readMany<Failure>({
    collection: paymentSlugs.failures as 'sites',
    payload,
    where: { id: link.failure, contact: link.contact },
  })
  const [failure] = failures
  const standing = failure && (await standingOf({ failures, payload })).get(failure.id)
  if (!failure || !standing) return undefined
  const isCharging = failure.state === 'charging' || standing.state === 'underWay'
  const isOwed = failure.state === 'open' && standing.state === 'owed'
  const isChargeable = isOwed && !isOfFormerFile(failure)
  const isReserved = failure.state === 'reserved' && standing.state === 'owed'
  return {
    amount: formatAmount({ amount: standing.amount, currency: failure.currency, language }),
    file: String(standing.fileNumber ?? ''),
    isChargedAtOnce: isChargeable && (await willBeCharged({ failure, link, payload, standing })),
    state: isCharging
      ? 'charging'
      : isChargeable
        ? 'open'
        : isOwed
          ? 'notRenewed'
          : isReserved
            ? 'reserved'
            : 'paid',
  }
}

/** Whether storing the card charges it: the plan of the site says so, and it is one that can be charged for this. */
const willBeCharged = async ({
  failure,
  link,
  payload,
  standing,
}: {
  failure: Failure
  link: Link
  payload: Payload
  standing: Standing
}): Promise<boolean> => {
  const { site } = link
  // Of what was sold a part is charged; without one there is nothing to charge.
  if (standing.fileStatus === 'sold' && !failure.instalment) return false
  if (!(await isChargedAtOnce({ payload, site }))) return false
  const accounts = (await cardAccountsOf({ payload, sites: [site] })).get(site)
  return accountFor(accounts, standing.method) === link.account
}

/** "Anna M.": enough for the right person, little for anybody else. */
const shortName = ({ company, firstName, lastName }: Customer): string =>
  [firstName, firstName && lastName ? `${lastName.trim()[0]}.` : (lastName ?? '')]
    .filter(Boolean)
    .join(' ') ||
  (company ?? '')
