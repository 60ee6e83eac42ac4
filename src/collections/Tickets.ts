import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { selectField, to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** A numbered, bar-coded right of entry for a line on a medium. */
export const Tickets: CollectionConfig = createCollection({
  slug: slugs.tickets,
  config: {
    admin: { defaultColumns: ['number', 'file', 'line', 'medium', 'state'], useAsTitle: 'number' },
    defaultSort: '-number',
  },
  fields: [
    {
      name: 'number',
      type: 'number',
      admin: { readOnly: true },
      index: true,
      label: { de: 'Nummer', en: 'Number', fr: 'Numéro' },
      required: true,
    },
    to('file', slugs.files, { de: 'Dossier', en: 'File', fr: 'Dossier' }, { required: true }),
    to('line', slugs.lines, { de: 'Position', en: 'Line', fr: 'Ligne' }, { required: true }),
    selectField(
      'medium',
      { de: 'Träger', en: 'Medium', fr: 'Support' },
      [
        { label: { de: 'Papier', en: 'Paper', fr: 'Papier' }, value: 'paper' },
        { label: { de: 'PDF', en: 'PDF', fr: 'PDF' }, value: 'pdf' },
        { label: { de: 'Karte', en: 'Card', fr: 'Carte' }, value: 'card' },
      ],
      { required: true },
    ),
    selectField(
      'state',
      { de: 'Stand', en: 'State', fr: 'État' },
      [
        { label: { de: 'Ausgegeben', en: 'Issued', fr: 'Émis' }, value: 'issued' },
        { label: { de: 'Gedruckt', en: 'Printed', fr: 'Imprimé' }, value: 'printed' },
        { label: { de: 'Ungültig', en: 'Void', fr: 'Invalidé' }, value: 'void' },
      ],
      { required: true },
    ),
    uniqueKey('numberKey'),
  ],
  group: 'sales',
  journal: false,
  labels: {
    plural: { de: 'Karten', en: 'Tickets', fr: 'Billets' },
    singular: { de: 'Karte', en: 'Ticket', fr: 'Billet' },
  },
  scope: 'site',
})
