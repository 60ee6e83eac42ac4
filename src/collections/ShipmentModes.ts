import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { codeField, nameField, selectField, to } from './fields'
import { slugs } from './slugs'

/** How tickets travel. */
export const ShipmentModes: CollectionConfig = createCollection({
  slug: slugs.shipmentModes,
  config: { admin: { defaultColumns: ['name', 'code', 'kind', 'replaces'], useAsTitle: 'name' } },
  fields: [
    nameField(),
    codeField(),
    selectField(
      'kind',
      { de: 'Art', en: 'Kind', fr: 'Type' },
      [
        { label: { de: 'Post', en: 'Post', fr: 'Poste' }, value: 'post' },
        { label: { de: 'Abholen', en: 'Pick-up', fr: 'Retrait' }, value: 'pickUp' },
        {
          label: { de: 'Zu Hause drucken', en: 'Print at home', fr: 'Impression à domicile' },
          value: 'printAtHome',
        },
        { label: { de: 'Neue Karte', en: 'New card', fr: 'Nouvelle carte' }, value: 'newCard' },
        {
          label: {
            de: 'Auf vorhandene Karte laden',
            en: 'Load on existing card',
            fr: 'Chargement sur carte existante',
          },
          value: 'existingCard',
        },
        {
          label: { de: 'Mobiltelefon', en: 'Mobile phone', fr: 'Téléphone mobile' },
          value: 'mobile',
        },
      ],
      { defaultValue: 'post', required: true },
    ),
    to(
      'replaces',
      slugs.shipmentModes,
      { de: 'Tritt an die Stelle von', en: 'Takes the place of', fr: 'Remplace' },
      {
        admin: {
          description: {
            de: 'Wird bei der Verlängerung angeboten, wenn die letztjährige Versandart nicht mehr zur Wahl steht.',
            en: 'Offered at renewal when last year’s shipment mode is no longer available.',
            fr: 'Proposé au renouvellement quand le mode de l’an dernier n’est plus disponible.',
          },
        },
        hasMany: true,
      },
    ),
    {
      name: 'description',
      type: 'richText',
      label: { de: 'Beschreibung', en: 'Description', fr: 'Description' },
    },
  ],
  group: 'setup',
  labels: {
    plural: { de: 'Versandarten', en: 'Shipment modes', fr: 'Modes d’envoi' },
    singular: { de: 'Versandart', en: 'Shipment mode', fr: 'Mode d’envoi' },
  },
  scope: 'site',
})
