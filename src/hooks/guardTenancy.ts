import type { CollectionBeforeValidateHook, FlattenedField, PayloadRequest } from 'payload'

import { staffOf } from '../access/ofOwnInstitution'
import { readMany } from '../database/bulk'
import { RepriseError } from '../utilities/errors'
import { idOf } from '../utilities/idOf'

/**
 * Keeps every document and all it points to inside one institution, and what belongs to a site inside that site.
 *
 * Nothing crosses an institution: the institution is the person's own, and each relationship, also inside arrays and groups,
 * must lead to a document of the same one. Throws `otherInstitution` or `otherSite` with the path of the field.
 */
export const guardTenancy: CollectionBeforeValidateHook = async ({
  collection,
  data = {},
  operation,
  originalDoc,
  req,
}) => {
  const staff = staffOf(req)
  const isInstitution = collection.slug === 'institutions'
  const given = data.institution ?? originalDoc?.institution
  const institution = isInstitution
    ? String(originalDoc?.id ?? '')
    : given
      ? idOf(given)
      : staff?.institution
  if (!institution && !isInstitution)
    throw new RepriseError('otherInstitution', { field: 'institution' })
  if (staff && !isInstitution && institution !== staff.institution)
    throw new RepriseError('otherInstitution', { field: 'institution' })
  if (
    operation === 'update' &&
    originalDoc?.institution &&
    idOf(originalDoc.institution) !== institution
  )
    throw new RepriseError('otherInstitution', { field: 'institution' })
  if (!isInstitution) data.institution = institution

  const site = data.site ?? originalDoc?.site
  const siteID = site && collection.slug !== 'sites' ? idOf(site) : undefined
  if (staff?.sites.length && siteID && !staff.sites.includes(siteID))
    throw new RepriseError('otherSite', { field: 'site' })

  for (const reference of referencesIn(collection.flattenedFields, data)) {
    const target = req.payload.collections[reference.collection]?.config
    const owned = target?.flattenedFields.some((field) => field.name === 'institution')
    if (!owned && reference.collection !== 'institutions') continue
    const docs = await load(req, reference.collection, reference.ids)
    for (const id of reference.ids) {
      const doc = docs.get(id)
      const owner = reference.collection === 'institutions' ? doc?.id : doc?.institution
      if (!doc || idOf(owner) !== institution)
        throw new RepriseError('otherInstitution', { field: reference.path })
      if (!doc.site || reference.anySite) continue
      // What belongs to the whole institution may point to any site that the person reaches.
      const sites = siteID ? [siteID] : staff?.sites
      if (sites?.length && !sites.includes(idOf(doc.site)))
        throw new RepriseError('otherSite', { field: reference.path })
    }
  }
  return data
}

type Reference = { anySite: boolean; collection: string; ids: string[]; path: string }

/** Whose the documents are. What is no id at all is found as little as one of nobody's. */
const load = async (req: PayloadRequest, collection: string, ids: string[]) => {
  const known = req.payload.collections[collection]!.config.flattenedFields
  const docs = await readMany({
    collection: collection as 'sites',
    payload: req.payload,
    req,
    select: ['institution', 'site'].filter((name) => known.some((field) => field.name === name)),
    where: { id: ids },
  })
  return new Map(docs.map((doc) => [doc.id, doc as Record<string, any>]))
}

const referencesIn = (
  fields: FlattenedField[],
  data: Record<string, any>,
  prefix = '',
): Reference[] => {
  const found: Reference[] = []
  for (const field of fields) {
    const value = data?.[field.name]
    if (value === undefined || value === null) continue
    const path = `${prefix}${field.name}`
    if (field.type === 'relationship' || field.type === 'upload') {
      const values = (Array.isArray(value) ? value : [value]).filter(Boolean)
      const anySite = Boolean((field.custom as { anySite?: boolean })?.anySite)
      if (!values.length) continue
      if (Array.isArray(field.relationTo)) {
        for (const entry of values)
          found.push({ anySite, collection: entry.relationTo, ids: [idOf(entry.value)], path })
      } else found.push({ anySite, collection: field.relationTo, ids: values.map(idOf), path })
    } else if (field.type === 'array' && Array.isArray(value)) {
      value.forEach((row, i) =>
        found.push(...referencesIn(field.flattenedFields, row, `${path}.${i}.`)),
      )
    } else if ('flattenedFields' in field && typeof value === 'object') {
      found.push(...referencesIn(field.flattenedFields, value, `${path}.`))
    }
  }
  return found
}
