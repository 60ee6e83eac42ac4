import type { CollectionConfig } from 'payload'

import { createCollection } from '../../../collections/createCollection'
import { momentField, to, uniqueKey } from '../../../collections/fields'
import { slugs } from '../../../collections/slugs'
import { paymentSlugs } from './slugs'

/** A message of a provider, kept so that the same one counts once however often it comes. */
export const PaymentEvents: CollectionConfig = createCollection({
  slug: paymentSlugs.events,
  config: { admin: { hidden: true } },
  fields: [
    to(
      'account',
      slugs.paymentAccounts,
      { de: 'Zahlungskonto', en: 'Payment account', fr: 'Compte de paiement' },
      { required: true },
    ),
    { name: 'reference', type: 'text', index: true },
    { name: 'status', type: 'text' },
    momentField('occurredAt', { de: 'Geschehen', en: 'Occurred', fr: 'Survenu' }),
    uniqueKey('eventKey'),
  ],
  group: 'sales',
  journal: false,
  labels: {
    plural: { de: 'Meldungen', en: 'Messages', fr: 'Messages' },
    singular: { de: 'Meldung', en: 'Message', fr: 'Message' },
  },
  scope: 'institution',
})
