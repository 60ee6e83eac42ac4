import type { CollectionConfig } from 'payload'

import { createCollection } from '../../../../collections/createCollection'
import { to } from '../../../../collections/fields'
import { slugs } from '../../../../collections/slugs'
import { paymentSlugs } from '../../collections/slugs'

/** A file of the bank that was read: what of it concerned direct debits, what was booked, and what nobody could be found for. */
export const BankReports: CollectionConfig = createCollection({
  slug: paymentSlugs.bankReports,
  config: { admin: { hidden: true } },
  fields: [
    { name: 'fileName', type: 'text', maxLength: 200, required: true },
    { name: 'digest', type: 'text', index: true, required: true },
    // camt.053, camt.054, pain.002.
    { name: 'kind', type: 'text', required: true },
    { name: 'messageID', type: 'text' },
    // What is not done was interrupted: the file can simply be read again.
    { name: 'isDone', type: 'checkbox', defaultValue: false },
    // How many returns, credited collections, repetitions, unmatched rows, and other bookings.
    { name: 'counts', type: 'json' },
    { name: 'unmatched', type: 'json' },
    to('uploadedBy', slugs.users, {
      de: 'Eingelesen von',
      en: 'Read in by',
      fr: 'Lu par',
    }),
  ],
  group: 'sales',
  journal: false,
  labels: {
    plural: { de: 'Meldungen der Bank', en: 'Bank reports', fr: 'Relevés de la banque' },
    singular: { de: 'Meldung der Bank', en: 'Bank report', fr: 'Relevé de la banque' },
  },
  scope: 'institution',
})
