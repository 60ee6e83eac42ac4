import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'

import { isDeepStrictEqual } from 'util'
import { authorOf } from '../utilities/authorOf'
import { EXCHANGED, takeExchanged } from './exchanged'

const idOf = (value: unknown): null | string =>
  value ? String((value as { id?: string })?.id ?? value) : null

/** Fields that are no news, or must never be copied anywhere. */
const SILENT = new Set([
  'createdAt',
  'hash',
  'lockUntil',
  'loginAttempts',
  'password',
  'resetPasswordExpiration',
  'resetPasswordToken',
  'salt',
  'searchKey',
  'sessions',
  'updatedAt',
  'apiKey',
  'apiKeyIndex',
  'collection',
  '_strategy',
  'aliasReference',
  'formerIBAN',
  'iban',
  'token',
])

/** Writes each change to the journal: who, when, and of what changed the value before and after; of a secret only that it did. */
export const keepJournal: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const { after, before } = differenceOf(operation === 'create' ? {} : previousDoc, doc)
  for (const name of takeExchanged({ id: doc.id, collection, req })) after[name] = EXCHANGED
  if (!Object.keys(after).length && !Object.keys(before).length) return doc
  await write({ action: operation, after, before, collection, doc, req })
  return doc
}

/** Writes a deletion to the journal, with all that was known. */
export const keepJournalOfDelete: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  const { before } = differenceOf(doc, {})
  await write({ action: 'delete', after: {}, before, collection, doc, req })
  return doc
}

/**
 * Writes to the journal that somebody has set a new password by the link of a mail. Payload writes it past all hooks of a change but
 * this one, which alone is asked without the account as it was.
 */
export const keepJournalOfReset: CollectionBeforeValidateHook = async (change) => {
  const { collection, data: account, req } = change
  if (change.operation !== 'update' || change.originalDoc || !account?.hash) return account
  const author = account as PayloadRequest['user']
  const after = { password: EXCHANGED }
  await write({ action: 'update', after, author, before: {}, collection, doc: account, req })
  return account
}

const differenceOf = (previous: Record<string, any>, current: Record<string, any>) => {
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(previous ?? {}), ...Object.keys(current ?? {})])) {
    if (SILENT.has(key)) continue
    const old = flat(previous?.[key])
    const fresh = flat(current?.[key])
    if (isDeepStrictEqual(old, fresh)) continue
    if (old !== undefined && old !== null) before[key] = old
    if (fresh !== undefined && fresh !== null) after[key] = fresh
  }
  return { after, before }
}

/** Relationships by their id: the journal must not depend on how deep a document happened to be read. */
const flat = (value: any): unknown => {
  if (Array.isArray(value)) return value.map(flat)
  if (value && typeof value === 'object') {
    if ('docs' in value && 'hasNextPage' in value) return undefined
    if ('id' in value && 'createdAt' in value) return value.id
  }
  return value
}

type Entry = {
  action: 'create' | 'delete' | 'update'
  after: Record<string, unknown>
  /** Who did it, where nobody is logged in. */
  author?: PayloadRequest['user']
  before: Record<string, unknown>
  collection: Pick<CollectionConfig, 'admin' | 'slug'>
  doc: Record<string, any>
  req: PayloadRequest
}

const write = async ({ action, after, author, before, collection, doc, req }: Entry) => {
  const institution = collection.slug === 'institutions' ? doc.id : idOf(doc.institution)
  const title = collection.admin?.useAsTitle
  await req.payload.create({
    collection: 'journal',
    context: { trusted: true },
    data: {
      action,
      after,
      before,
      document: String(doc.id),
      documentTitle: title ? String(doc[title] ?? '') : String(doc.id),
      file: collection.slug === 'files' ? String(doc.id) : idOf(doc.file),
      institution,
      noun: collection.slug,
      site: idOf(doc.site),
      ...authorOf(author ? { user: author } : req),
    } as never,
    overrideAccess: true,
    req,
  })
}
