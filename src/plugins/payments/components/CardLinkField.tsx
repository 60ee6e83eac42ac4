import type { PayloadRequest, UIFieldServerProps } from 'payload'

import { sitesWithPlugin } from '../../../access/isPluginOn'
import { slugs } from '../../../collections/slugs'
import { findAsPerson, idIn } from '../../../operations/findAsPerson'
import { formatMoment } from '../../../utilities/formatMoment'
import { idOf } from '../../../utilities/idOf'
import { paymentSlugs } from '../collections/slugs'
import { mayRemind } from '../operations/mayRemind'
import { cardAccountsOf } from '../operations/reminders/cardAccounts'
import { CardLinkPanel } from './CardLinkPanel'
import './index.scss'

/** On the page of a contact: a button that sends them a personal link for a new card, and what became of the last one. */
export const CardLinkField = async ({ id, i18n, req }: { id?: string } & UIFieldServerProps) => {
  if (!id || !mayRemind(req)) return null
  const find = findAsPerson(req as PayloadRequest)
  const sites = await sitesWithPlugin({ plugin: 'payments', req: req as PayloadRequest })
  if (!sites.length) return null
  const [accounts, places, [link]] = await Promise.all([
    cardAccountsOf({ payload: req.payload, req: req as PayloadRequest, sites }),
    find(slugs.sites, idIn('id', sites), { select: ['name', 'timeZone'], sort: 'name' }),
    find(paymentSlugs.links, { contact: { equals: id } }, { limit: 1, sort: '-createdAt' }),
  ])
  // Where no card can be stored the link would be refused; where none can anywhere, whoever tries is told what to set up.
  const storing = places.filter((place) => accounts.has(place.id))
  const offered = storing.length ? storing : places
  const text = (key: string, values?: Record<string, string>) =>
    i18n.t(`payments:screens:${key}` as never, values as never) as string
  const timeZone = places.find((place) => link && place.id === idOf(link.site))?.timeZone ?? 'UTC'
  return (
    <CardLinkPanel
      contactID={String(id)}
      last={
        link
          ? text('lastLink', {
              day: formatMoment({
                at: link.createdAt,
                language: i18n.language,
                style: 'day',
                timeZone,
              }),
              state: text(stateOf(link)),
            })
          : undefined
      }
      sites={offered.map((place) => ({ id: place.id, name: place.name }))}
    />
  )
}

const stateOf = ({ expiresAt, mailState, openedAt, state }: Record<string, any>): string => {
  if (state === 'used') return 'linkUsed'
  if (state === 'withdrawn') return 'linkWithdrawn'
  if (mailState === 'failed') return 'linkFailed'
  if (new Date(expiresAt) <= new Date()) return 'linkOver'
  return openedAt ? 'linkOpened' : 'linkWaiting'
}
