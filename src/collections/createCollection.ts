import type { CollectionConfig, Field, FilterOptions, RelationshipField, Where } from 'payload'

import { ofOwnInstitution, staffOf } from '../access/ofOwnInstitution'
import { whereSwitchedOn } from '../access/whereSwitchedOn'
import { guardTenancy } from '../hooks/guardTenancy'
import { keepCreationTime } from '../hooks/keepCreationTime'
import { keepJournal, keepJournalOfDelete } from '../hooks/keepJournal'
import { keepOthersChanges } from '../hooks/keepOthersChanges'
import { keepSearchKey, normaliseSearch } from '../hooks/keepSearchKey'

/** A text in the three languages of staff. */
export type Text = { de: string; en: string; fr: string }

type Args = {
  /** What is special about the collection; hooks are added to the common ones. */
  config?: Partial<Omit<CollectionConfig, 'fields' | 'slug'>>
  fields: Field[]
  group: keyof typeof groups
  /** Whether each change goes to the journal. Off for what operations write in bulk: they keep their own record. */
  journal?: boolean
  labels: { plural: Text; singular: Text }
  /** The plugin it belongs to: for sites where that is off, it is not there. Its documents need a site. */
  plugin?: string
  /** Where the documents belong: to the institution, or to one of its sites. */
  scope: 'institution' | 'site'
  /** The fields that the list's search box looks into. */
  search?: string[]
  /** What the search box asks for. */
  searchLabel?: Text
  /** Where the form asks for the site: where it decides what the other pickers offer, it comes first. @default 'sidebar' */
  slug: string
  siteComes?: 'first' | 'sidebar'
}

/** The sections of the navigation. */
export const groups = {
  catalogue: { de: 'Katalog', en: 'Catalogue', fr: 'Catalogue' },
  customers: { de: 'Kundschaft', en: 'Customers', fr: 'Clientèle' },
  sales: { de: 'Verkauf', en: 'Sales', fr: 'Ventes' },
  setup: { de: 'Einrichtung', en: 'Set-up', fr: 'Paramétrage' },
  tools: { de: 'Werkzeuge', en: 'Tools', fr: 'Outils' },
} as const

/**
 * A collection of an institution: adds the institution (and site), access from the permission table, the tenancy guard, the guard of
 * what others have changed meanwhile, the journal, the search key, and pickers that offer only what belongs to the same institution and
 * site.
 */
export const createCollection = ({
  slug,
  config = {},
  fields,
  group,
  journal = true,
  labels,
  plugin,
  scope,
  search,
  searchLabel = { de: 'Stichwort', en: 'keyword', fr: 'mot-clé' },
  siteComes = 'sidebar',
}: Args): CollectionConfig => {
  const own: Field[] = [
    {
      name: 'institution',
      type: 'relationship',
      access: { update: () => false },
      admin: { hidden: true },
      defaultValue: ({ user }: { user?: unknown }) => staffOf({ user } as never)?.institution,
      index: true,
      label: { de: 'Institution', en: 'Institution', fr: 'Institution' },
      relationTo: 'institutions',
      required: true,
    },
  ]
  const site: Field[] = []
  if (scope === 'site')
    site.push({
      name: 'site',
      type: 'relationship',
      // What a document points to is of its site, and so is what points to it: it never moves.
      access: { update: () => false },
      admin: siteComes === 'first' ? { allowCreate: false } : { position: 'sidebar' },
      defaultValue: ({ user }: { user?: unknown }) => {
        const sites = staffOf({ user } as never)?.sites
        return sites?.length === 1 ? sites[0] : undefined
      },
      index: true,
      label: { de: 'Standort', en: 'Site', fr: 'Site' },
      relationTo: 'sites',
      required: true,
    })
  if (search)
    own.push({
      name: 'searchKey',
      type: 'text',
      admin: { disableListColumn: true, disableListFilter: true, hidden: true },
      index: true,
      label: searchLabel,
    })
  const access = { ...ofOwnInstitution(slug, scope), ...config.access }
  return {
    lockDocuments: false,
    ...config,
    slug,
    access: plugin ? whereSwitchedOn(plugin, access) : access,
    admin: {
      group: groups[group],
      // Staff work with pages; who programs finds the API in its description.
      hideAPIURL: true,
      ...(search && { listSearchableFields: ['searchKey'] }),
      ...config.admin,
    },
    disableDuplicate: config.disableDuplicate ?? true,
    fields: scoped(
      siteComes === 'first' ? [...site, ...fields, ...own] : [...fields, ...site, ...own],
    ),
    hooks: {
      ...config.hooks,
      afterChange: [...(config.hooks?.afterChange ?? []), ...(journal ? [keepJournal] : [])],
      afterDelete: [
        ...(config.hooks?.afterDelete ?? []),
        ...(journal ? [keepJournalOfDelete] : []),
      ],
      beforeChange: [
        keepCreationTime,
        ...(config.hooks?.beforeChange ?? []),
        ...(search ? [keepSearchKey(search)] : []),
      ],
      beforeOperation: [
        ...(search ? [normaliseSearch] : []),
        ...(config.hooks?.beforeOperation ?? []),
      ],
      // Before any rule looks something up: what it then says must not tell what is there elsewhere.
      beforeValidate: [guardTenancy, keepOthersChanges, ...(config.hooks?.beforeValidate ?? [])],
    },
    indexes: [
      ...(config.indexes ?? []),
      ...(config.admin?.hidden ? [] : listIndexes(config, scope)),
    ],
    labels,
  }
}

/**
 * What the list needs as it opens: the documents that a person can reach, in its order, and their number. Without, a list of 100 000
 * files reads all of them to show ten.
 */
const listIndexes = (
  { defaultSort }: Partial<CollectionConfig>,
  scope: Args['scope'],
): NonNullable<CollectionConfig['indexes']> => {
  const sort = typeof defaultSort === 'string' ? defaultSort.replace(/^-/, '') : 'createdAt'
  const ofInstitution = { fields: ['institution', sort] }
  return scope === 'site'
    ? [ofInstitution, { fields: ['site', 'institution', sort] }]
    : [ofInstitution]
}

/** What belongs to the whole institution: a picker on a document of a site offers all of it. */
const OF_INSTITUTION = new Set([
  'aliases',
  'contacts',
  'criteria',
  'institutions',
  'mandates',
  'payment-accounts',
  'sites',
  'users',
  'contact-answers',
  'preferred-seats',
])

const withOwnDocuments: (relationTo: string, anySite: boolean) => FilterOptions =
  (relationTo, anySite) =>
  ({ data, user }): boolean | Where => {
    const staff = staffOf({ user } as never)
    if (!staff) return true
    if (relationTo === 'institutions') return { id: { equals: staff.institution } }
    const and: Where[] = [{ institution: { equals: staff.institution } }]
    const site = (data as Record<string, any>)?.site
    if (site && !anySite && !OF_INSTITUTION.has(relationTo))
      and.push({ site: { equals: site?.id ?? site } })
    if (relationTo === 'sites' && staff.sites.length) and.push({ id: { in: staff.sites } })
    return { and }
  }

const scoped = (fields: Field[]): Field[] =>
  fields.map((field) => {
    if ((field.type === 'relationship' || field.type === 'upload') && !field.filterOptions) {
      if (Array.isArray(field.relationTo)) return field
      const anySite = Boolean((field.custom as { anySite?: boolean })?.anySite)
      return {
        ...field,
        filterOptions: withOwnDocuments(field.relationTo, anySite),
      } as RelationshipField
    }
    if (field.type === 'checkbox')
      return {
        ...field,
        admin: {
          ...field.admin,
          components: { Cell: '/components/cells/YesNoCell#YesNoCell', ...field.admin?.components },
        },
      }
    if (field.type === 'json')
      return {
        ...field,
        admin: {
          ...field.admin,
          components: { Field: '/components/JSONText#JSONText', ...field.admin?.components },
        },
      }
    if (field.type === 'tabs')
      return {
        ...field,
        tabs: field.tabs.map((tab) => ({ ...tab, fields: scoped(tab.fields) })),
      } as Field
    if ('fields' in field) return { ...field, fields: scoped(field.fields) } as Field
    return field
  })
