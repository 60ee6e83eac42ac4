import type { CollectionConfig } from 'payload'

import { createCollection } from '../../../collections/createCollection'
import { to } from '../../../collections/fields'
import { slugs } from '../../../collections/slugs'
import { privateUpload } from '../../../collections/uploads/privateUpload'
import { refuseCards } from '../hooks/refuseCards'

export const subscriberImportsSlug = 'subscriber-imports'

/** A file of the old system, with what its columns mean; checked and imported from its page. */
export const SubscriberImports: CollectionConfig = createCollection({
  slug: subscriberImportsSlug,
  config: {
    admin: {
      defaultColumns: ['filename', 'site', 'season', 'lastRun', 'createdAt'],
      useAsTitle: 'filename',
    },
    hooks: { beforeOperation: [refuseCards] },
    upload: privateUpload(subscriberImportsSlug, {
      // What it is shows in its content, which the importer looks at; the name only keeps pictures out of the picker.
      mimeTypes: [
        'text/csv',
        'text/plain',
        'application/csv',
        'application/vnd.ms-excel',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ],
    }),
  },
  fields: [
    to(
      'season',
      slugs.seasons,
      { de: 'Saison', en: 'Season', fr: 'Saison' },
      {
        admin: {
          allowCreate: false,
          description: {
            de: 'Die Saison, in der diese Abonnements verkauft wurden.',
            en: 'The season in which these subscriptions were sold.',
            fr: 'La saison où ces abonnements ont été vendus.',
          },
        },
        required: true,
      },
    ),
    to(
      'channel',
      slugs.salesChannels,
      { de: 'Vertriebskanal', en: 'Sales channel', fr: 'Filière de vente' },
      { admin: { allowCreate: false } },
    ),
    to(
      'criterion',
      slugs.criteria,
      {
        de: 'Kriterium für «gekündigt»',
        en: 'Criterion for “terminated”',
        fr: 'Critère pour « résilié »',
      },
      { admin: { allowCreate: false } },
    ),
    {
      name: 'acceptOtherPrices',
      type: 'checkbox',
      admin: {
        description: {
          de: 'Bezahlte Preise übernehmen, auch wenn sie vom Katalog abweichen.',
          en: 'Take over prices paid even where they differ from the catalogue.',
          fr: 'Reprendre les prix payés même s’ils diffèrent du catalogue.',
        },
      },
      defaultValue: false,
      label: {
        de: 'Abweichende Preise erlauben',
        en: 'Allow other prices',
        fr: 'Accepter d’autres prix',
      },
    },
    {
      name: 'mapping',
      type: 'json',
      admin: {
        components: { Field: '/plugins/subscriber-import/components/ImportPanel#ImportPanel' },
      },
      label: { de: 'Spalten', en: 'Columns', fr: 'Colonnes' },
    },
    to(
      'lastRun',
      slugs.runs,
      { de: 'Letzter Lauf', en: 'Last run', fr: 'Dernière exécution' },
      {
        access: { create: () => false, update: () => false },
        admin: { condition: (data) => Boolean(data?.lastRun), position: 'sidebar', readOnly: true },
      },
    ),
  ],
  group: 'tools',
  labels: {
    plural: { de: 'Abonnenten einlesen', en: 'Subscriber imports', fr: 'Imports d’abonnés' },
    singular: { de: 'Einzulesende Datei', en: 'Subscriber import', fr: 'Import d’abonnés' },
  },
  plugin: 'subscriber-import',
  scope: 'site',
  siteComes: 'first',
})
