import type { PayloadRequest, UIFieldServerProps } from 'payload'

import type { Translate } from '../../../utilities/explain'

import { sitesWithPlugin } from '../../../access/isPluginOn'
import { slugs } from '../../../collections/slugs'
import { findAsPerson, idIn } from '../../../operations/findAsPerson'
import { idOf } from '../../../utilities/idOf'
import { paymentSlugs } from '../collections/slugs'
import { mayRemind } from '../operations/mayRemind'
import { cardAccountsOf } from '../operations/reminders/cardAccounts'
import { linkText } from '../views/linkText'
import { CardLinkPanel } from './CardLinkPanel'
import './index.scss'

/** On the page of a contact: a button that sends them a personal link for a new card, and what became of the last one. */
export const CardLinkField = async ({ id, i18n, req }: { id?: string } & UIFieldServerProps) => {
  if (!id || !mayRemind(req)) return null
  const find = findAsPerson(req as PayloadRequest)
  const sites = await sitesWithPlugin({ plugin: 'payments', req: req as PayloadRequest })
  if (!sites.length) return null
  const [accounts, places, [link], [failure]] = await Promise.all([
    cardAccountsOf({ payload: req.payload, req: req as PayloadRequest, sites }),
    find(slugs.sites, idIn('id', sites), { select: ['name', 'timeZone'], sort: 'name' }),
    find(paymentSlugs.links, { contact: { equals: id } }, { limit: 1, sort: '-createdAt' }),
    find(
      paymentSlugs.failures,
      { and: [{ contact: { equals: id } }, { state: { equals: 'open' } }] },
      { limit: 1, select: ['site'], sort: '-failedAt' },
    ),
  ])
  // Where no card can be stored the link would be refused; where none can anywhere, whoever tries is told what to set up.
  const storing = places.filter((place) => accounts.has(place.id))
  const offered = storing.length ? storing : places
  const timeZone = places.find((place) => link && place.id === idOf(link.site))?.timeZone ?? 'UTC'
  return (
    <CardLinkPanel
      contactID={String(id)}
      failed={failure && idOf(failure.site)}
      last={
        link
          ? linkText({ language: i18n.language, link, t: i18n.t as Translate, timeZone })
          : undefined
      }
      sites={offered.map((place) => ({ id: place.id, name: place.name }))}
    />
  )
}
