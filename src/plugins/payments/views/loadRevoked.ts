import type { PayloadRequest, Where } from 'payload'

import type { Found } from '../../../operations/findAsPerson'
import type { Translate } from '../../../utilities/explain'

import { sitesWithPlugin } from '../../../access/isPluginOn'
import { slugs } from '../../../collections/slugs'
import { findAsPerson, idIn } from '../../../operations/findAsPerson'
import { describeCard, describeMandate } from '../../../operations/payments/describeMeans'
import { formatMoment } from '../../../utilities/formatMoment'

type Card = Parameters<typeof describeCard>[0]
type Mandate = Parameters<typeof describeMandate>[0]

/** A card or mandate that was revoked, in the words of the person reading. */
export type Revoked = { id: string; collection: 'aliases' | 'mandates'; title: string }

/** The cards and mandates of a contact that were revoked, each with the day, the latest first; as the person may read them. */
export const loadRevoked = async ({
  contactID,
  req,
}: {
  contactID: string
  req: PayloadRequest
}): Promise<Revoked[]> => {
  const find = findAsPerson(req)
  const where: Where = {
    and: [{ contact: { equals: contactID } }, { state: { equals: 'revoked' } }],
  }
  const [cards, mandates, [site]] = await Promise.all([
    find(slugs.aliases, where),
    find(slugs.mandates, where),
    // Cards and mandates belong to the institution: a day is that of a house of theirs.
    find(slugs.sites, idIn('id', await sitesWithPlugin({ plugin: 'payments', req })), {
      limit: 1,
      select: ['timeZone'],
      sort: 'name',
    }),
  ])
  const t = req.t as Translate
  const tell = (collection: Revoked['collection'], doc: Found, title: string) => ({
    id: doc.id,
    collection,
    revokedAt: String(doc.revokedAt ?? ''),
    title: doc.revokedAt
      ? t('payments:desk:revokedOn', {
          day: formatMoment({
            at: doc.revokedAt,
            language: req.i18n.language,
            style: 'day',
            timeZone: site?.timeZone ?? 'UTC',
          }),
          title,
        })
      : t('payments:desk:revoked', { title }),
  })
  return [
    ...cards.map((card) => tell('aliases', card, describeCard(card as Card))),
    ...mandates.map((mandate) =>
      tell(
        'mandates',
        mandate,
        t('payments:screens:mandate', { reference: describeMandate(mandate as Mandate) }),
      ),
    ),
  ]
    .sort((one, other) => (one.revokedAt < other.revokedAt ? 1 : -1))
    .map(({ id, collection, title }) => ({ id, collection, title }))
}
