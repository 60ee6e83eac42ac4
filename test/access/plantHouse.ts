import type { FlattenedField, Payload } from 'payload'

import { randomBytes } from 'crypto'

/** One document in every collection, all of whose texts hold the canary. Ids by collection. */
export type PlantedHouse = { canary: string; ids: Record<string, string> }

type Values = Record<string, unknown>

/** What must make sense for the product to take the document for one of its own. */
const sensible: Record<string, Values> = {
  institutions: {},
  'renewal-batches': { nextRunAt: null, state: 'new' },
  'run-chunks': { counts: { renewed: 7 } },
  runs: {
    counts: { renewed: 7 },
    kind: 'renewal',
    leaseUntil: null,
    simulation: false,
    state: 'done',
  },
  sites: {
    currency: 'CHF',
    plugins: ['payments', 'renewal', 'subscriber-import'],
    timeZone: 'Europe/Zurich',
  },
  'subscriber-imports': { mimeType: 'text/csv' },
  users: { lockUntil: null, loginAttempts: 0, roles: ['cashier'] },
}

let count = 0

/**
 * Writes a document into every collection of the running configuration, past hooks and access, so that a new collection is planted
 * (and so tested) without anybody thinking of it.
 *
 * @param known ids of documents that are there already: an institution, for a further site of it
 */
export const plantHouse = async ({
  canary,
  known = {},
  payload,
}: {
  canary: string
  known?: Record<string, string>
  payload: Payload
}): Promise<PlantedHouse> => {
  const ids: Record<string, string> = { ...known }
  const waiting = new Set(payload.config.collections.map(({ slug }) => slug))
  for (const slug of Object.keys(known)) waiting.delete(slug)
  while (waiting.size) {
    const ready = [...waiting].filter((slug) => needs(payload, slug).every((other) => ids[other]))
    if (!ready.length) throw new Error(`These need each other: ${[...waiting].join(', ')}`)
    for (const slug of ready) {
      ids[slug] = await plant({ slug, canary, ids, payload })
      waiting.delete(slug)
    }
  }
  // Now everything is there that a document may point to.
  for (const slug of Object.keys(ids))
    if (!known[slug])
      await payload.db.updateOne({
        id: ids[slug]!,
        collection: slug,
        data: bodyFor({ slug, canary, ids, payload }),
      })
  return { canary, ids }
}

/** Writes one more document of a planted house. @returns its id */
export const plant = async ({
  slug,
  canary,
  data,
  ids,
  payload,
}: { slug: string; data?: Values; payload: Payload } & PlantedHouse): Promise<string> => {
  const doc = await payload.db.create({
    collection: slug,
    data: {
      ...bodyFor({ slug, canary, ids, payload }),
      // The file of the first is there; another one needs a name of its own.
      ...(payload.collections[slug]!.config.upload && ids[slug] && { filename: `${++count}.csv` }),
      ...data,
    },
  })
  return String(doc.id)
}

/** What a request would bring to make a document like the planted ones. */
export const bodyFor = ({
  slug,
  canary,
  ids,
  payload,
}: { slug: string; payload: Payload } & PlantedHouse): Values => ({
  ...valuesOf({ canary, fields: fieldsOf(payload, slug), ids }),
  ...sensible[slug],
})

type NewBody = (args: { id: (slug: string) => Promise<string> }) => Promise<Values> | Values

const TOMORROW = () => new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString()

/** Where a right document needs more than a value in each field: what may be there only once, and what must fit together. */
const fitting: Record<string, NewBody> = {
  'contact-answers': async ({ id }) => ({ contact: await id('contacts') }),
  'mail-texts': async ({ id }) => ({ site: await id('sites') }),
  mandates: async ({ id }) => ({
    account: await id('account at a bank'),
    bic: '',
    reference: `M-${++count}`,
    typedIBAN: 'AT611904300234573201',
  }),
  'preferred-seats': async ({ id }) => ({ contact: await id('contacts') }),
  prices: async ({ id }) => ({ tariff: await id('tariffs') }),
  'reminder-plans': async ({ id }) => ({
    atEnd: 'leave',
    site: await id('sites'),
    stages: [{ days: 7, mail: 'payment-reminder-1' }],
  }),
  'renewal-batches': async ({ id }) => {
    const originSeason = await id('seasons')
    return {
      batchSize: 7,
      fileNumbers: '',
      mapping: [],
      originSeason,
      paymentDeadline: TOMORROW(),
      targetSeason: await id('later season'),
      tariffMapping: [],
      when: 'byHand',
    }
  },
  seasons: () => ({ endsOn: '2026-02-02T00:00:00.000Z' }),
  seats: () => ({ number: String(++count) }),
  users: () => ({ password: 'a long password' }),
}

/** What a request brings to make one more document of a planted house, and is right in every respect. */
export const rightBodyFor = async (args: { slug: string; payload: Payload } & PlantedHouse) => ({
  ...bodyFor(args),
  ...(await fitting[args.slug]?.({
    id: (slug) => plant({ ...args, ...(special[slug] ?? { slug }) }),
  })),
})

/** Documents of another kind than the planted ones. */
const special: Record<string, { slug: string; data: Values }> = {
  'account at a bank': { slug: 'payment-accounts', data: { provider: 'sepaFile' } },
  'later season': {
    slug: 'seasons',
    data: { endsOn: '2027-02-02T00:00:00.000Z', startsOn: '2027-01-02T00:00:00.000Z' },
  },
}

export const fieldsOf = (payload: Payload, slug: string): FlattenedField[] =>
  payload.collections[slug]!.config.flattenedFields

const needs = (payload: Payload, slug: string): string[] =>
  fieldsOf(payload, slug).flatMap((field) =>
    (field.type === 'relationship' || field.type === 'upload') &&
    'required' in field &&
    field.required
      ? [field.relationTo].flat()
      : [],
  )

const SYSTEM = new Set(['createdAt', 'id', 'updatedAt'])

const valuesOf = ({ canary, fields, ids }: { fields: FlattenedField[] } & PlantedHouse): Values => {
  const values: Values = {}
  for (const field of fields) {
    if (SYSTEM.has(field.name) || ('virtual' in field && field.virtual)) continue
    const value = valueOf({ canary, field, ids })
    if (value !== undefined) values[field.name] = value
  }
  return values
}

const valueOf = ({ canary, field, ids }: { field: FlattenedField } & PlantedHouse): unknown => {
  const many = 'hasMany' in field && field.hasMany
  const one = (value: unknown) => (many ? [value] : value)
  switch (field.type) {
    case 'array':
      return [
        {
          ...valuesOf({ canary, fields: field.flattenedFields, ids }),
          id: randomBytes(12).toString('hex'),
        },
      ]
    case 'checkbox':
      return true
    case 'code':
    case 'text':
    case 'textarea':
      if (field.name === 'filename') return `${canary}.csv`
      if ('maxLength' in field && field.maxLength! < canary.length)
        return canary.slice(0, field.maxLength)
      return one('unique' in field && field.unique ? `${canary}-${++count}` : canary)
    case 'date':
      return '2026-01-02T03:04:05.000Z'
    case 'email':
      return `${canary}.${++count}@house.test`
    case 'group':
    case 'tab':
      return valuesOf({ canary, fields: field.flattenedFields, ids })
    case 'join':
      return undefined
    case 'json':
      return { note: canary }
    case 'number':
      return one(7)
    case 'radio':
    case 'select': {
      const [first] = field.options
      return one(typeof first === 'string' ? first : first?.value)
    }
    case 'relationship':
    case 'upload': {
      const polymorphic = Array.isArray(field.relationTo)
      const slug = [field.relationTo].flat()[0]!
      if (!ids[slug]) return undefined
      return one(polymorphic ? { relationTo: slug, value: ids[slug] } : ids[slug])
    }
    case 'richText':
      return richText(canary)
    default:
      throw new Error(`No value for a field of type ${field.type} (${field.name}): add one here.`)
  }
}

const richText = (text: string) => ({
  root: {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'text', detail: 0, format: 0, mode: 'normal', style: '', text, version: 1 },
        ],
        direction: 'ltr',
        format: '',
        indent: 0,
        textFormat: 0,
        version: 1,
      },
    ],
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
  },
})
