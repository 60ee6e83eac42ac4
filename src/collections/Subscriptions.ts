import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { codeField, nameField, to } from './fields'
import { slugs } from './slugs'

/** A season-ticket product of one season: its performances, and whether it renews by itself. */
export const Subscriptions: CollectionConfig = createCollection({
  slug: slugs.subscriptions,
  config: {
    admin: {
      defaultColumns: ['name', 'code', 'season', 'automaticRenewal', 'site'],
      useAsTitle: 'name',
    },
  },
  fields: [
    nameField(),
    codeField(),
    to('season', slugs.seasons, { de: 'Saison', en: 'Season', fr: 'Saison' }, { required: true }),
    {
      name: 'productFamily',
      type: 'text',
      index: true,
      label: { de: 'Produktfamilie', en: 'Product family', fr: 'Famille de produits' },
    },
    {
      name: 'automaticRenewal',
      type: 'checkbox',
      admin: {
        description: {
          de: 'Ja: wird verkauft und wie letztes Jahr bezahlt, ausser jemand hat gekündigt. Nein: wird mit Zahlungsfrist reserviert.',
          en: 'Yes: sold and paid like last year, unless somebody has stopped it. No: reserved with a payment deadline.',
          fr: 'Oui : vendu et payé comme l’an dernier, sauf résiliation. Non : réservé avec un délai de paiement.',
        },
      },
      defaultValue: false,
      index: true,
      label: {
        de: 'Automatische Verlängerung',
        en: 'Automatic renewal',
        fr: 'Renouvellement automatique',
      },
    },
    {
      name: 'seated',
      type: 'checkbox',
      defaultValue: true,
      label: { de: 'Mit festen Plätzen', en: 'With numbered seats', fr: 'Places numérotées' },
    },
    to(
      'venue',
      slugs.venues,
      { de: 'Saal', en: 'Venue', fr: 'Salle' },
      { admin: { condition: (data) => Boolean(data?.seated) } },
    ),
    to(
      'performances',
      slugs.performances,
      { de: 'Vorstellungen', en: 'Performances', fr: 'Séances' },
      { hasMany: true },
    ),
    {
      name: 'description',
      type: 'richText',
      label: { de: 'Beschreibung', en: 'Description', fr: 'Description' },
    },
  ],
  group: 'catalogue',
  labels: {
    plural: { de: 'Abonnements', en: 'Subscriptions', fr: 'Abonnements' },
    singular: { de: 'Abonnement', en: 'Subscription', fr: 'Abonnement' },
  },
  scope: 'site',
  search: ['name', 'code'],
})
