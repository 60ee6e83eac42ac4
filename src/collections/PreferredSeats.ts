import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { keepKey } from '../hooks/keepKey'
import { refuseDuplicate } from '../hooks/refuseDuplicate'
import { to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** Where a contact likes to sit in a venue, tried when last year’s seat is gone. */
export const PreferredSeats: CollectionConfig = createCollection({
  slug: slugs.preferredSeats,
  config: {
    admin: { defaultColumns: ['venue', 'seat'], hidden: true },
    hooks: {
      beforeValidate: [
        keepKey('preferenceKey', ['contact', 'venue']),
        refuseDuplicate({ code: 'notUnique', field: 'venue', key: 'preferenceKey' }),
      ],
    },
  },
  fields: [
    to(
      'contact',
      slugs.contacts,
      { de: 'Kontakt', en: 'Contact', fr: 'Contact' },
      { required: true },
    ),
    to('venue', slugs.venues, { de: 'Saal', en: 'Venue', fr: 'Salle' }, { required: true }),
    to(
      'seat',
      slugs.seats,
      { de: 'Platz', en: 'Seat', fr: 'Place' },
      {
        filterOptions: ({ data }) => (data?.venue ? { venue: { equals: data.venue } } : true),
        required: true,
      },
    ),
    uniqueKey('preferenceKey'),
  ],
  group: 'customers',
  labels: {
    plural: { de: 'Lieblingsplätze', en: 'Preferred seats', fr: 'Places préférées' },
    singular: { de: 'Lieblingsplatz', en: 'Preferred seat', fr: 'Place préférée' },
  },
  scope: 'institution',
})
