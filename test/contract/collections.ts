import type { CollectionConfig, CollectionSlug } from 'payload'

/** The slugs; the project's generated types know nothing of them. */
export const houses = 'houses' as CollectionSlug
export const places = 'seat-places' as CollectionSlug

/** Collections of every scalar kind that the bulk helpers write, and no more: what is tested is the database room. */
export const collections: CollectionConfig[] = [
  { slug: 'users', auth: true, fields: [] },
  {
    slug: 'counters',
    fields: [
      { name: 'key', type: 'text', required: true, unique: true },
      { name: 'value', type: 'number', defaultValue: 0, required: true },
    ],
  },
  { slug: houses, fields: [{ name: 'name', type: 'text' }] },
  {
    slug: places,
    fields: [
      { name: 'key', type: 'text', required: true, unique: true },
      { name: 'optionalKey', type: 'text', unique: true },
      { name: 'house', type: 'relationship', relationTo: houses },
      { name: 'takenBy', type: 'text', index: true },
      { name: 'price', type: 'number' },
      { name: 'factor', type: 'number' },
      { name: 'kind', type: 'select', defaultValue: 'seat', options: ['seat', 'box', 'standing'] },
      { name: 'side', type: 'radio', options: ['left', 'right'] },
      { name: 'email', type: 'email' },
      { name: 'remarks', type: 'textarea' },
      { name: 'program', type: 'code' },
      { name: 'isOpen', type: 'checkbox', defaultValue: true },
      { name: 'isLame', type: 'checkbox' },
      { name: 'openedAt', type: 'date' },
      { name: 'details', type: 'json' },
      { name: 'description', type: 'richText' },
      { name: 'country', type: 'text', defaultValue: () => 'CH' },
      { type: 'row', fields: [{ name: 'inRow', type: 'text' }] },
      { name: 'tags', type: 'select', hasMany: true, options: ['a', 'b'] },
      { name: 'steps', type: 'array', fields: [{ name: 'text', type: 'text' }] },
    ],
    hooks: {
      afterChange: [
        ({ doc }) => {
          if (doc.remarks === 'fail') throw new Error('This one must fail.')
        },
      ],
    },
    indexes: [{ fields: ['house', 'price'] }],
  },
]
