import type { CollectionConfig } from 'payload'

import { createCollection } from './createCollection'
import { keepKey } from '../hooks/keepKey'
import { refuseDuplicate } from '../hooks/refuseDuplicate'
import { amountField, to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** What a subscription costs under a tariff in a price category. */
export const Prices: CollectionConfig = createCollection({
  slug: slugs.prices,
  config: {
    admin: { defaultColumns: ['subscription', 'tariff', 'priceCategory', 'amount'] },
    hooks: {
      beforeValidate: [
        keepKey('priceKey', ['subscription', 'tariff', 'priceCategory']),
        refuseDuplicate({ code: 'notUnique', field: 'tariff', key: 'priceKey' }),
      ],
    },
  },
  fields: [
    to(
      'subscription',
      slugs.subscriptions,
      { de: 'Abonnement', en: 'Subscription', fr: 'Abonnement' },
      { required: true },
    ),
    to('tariff', slugs.tariffs, { de: 'Tarif', en: 'Tariff', fr: 'Tarif' }, { required: true }),
    to('priceCategory', slugs.priceCategories, {
      de: 'Preiskategorie',
      en: 'Price category',
      fr: 'Catégorie de prix',
    }),
    amountField('amount', { de: 'Preis', en: 'Price', fr: 'Prix' }, { min: 0, required: true }),
    uniqueKey('priceKey'),
  ],
  group: 'catalogue',
  labels: {
    plural: { de: 'Preise', en: 'Prices', fr: 'Prix' },
    singular: { de: 'Preis', en: 'Price', fr: 'Prix' },
  },
  scope: 'site',
})
