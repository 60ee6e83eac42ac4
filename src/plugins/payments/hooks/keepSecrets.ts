import type { CollectionBeforeChangeHook, FieldHook } from 'payload'

import { readMany } from '../../../database/bulk'
import { idOf } from '../../../utilities/idOf'
import { seal } from '../../../utilities/seal'

/** What the panel shows in place of a secret that is set. */
export const SET = '••••••••'

/** Whom a secret of an account belongs to. */
export const secretContext = (institution: string, field: string): string =>
  `payment-account:${institution}:${field}`

/** Nobody reads a secret back, whatever their role; the form shows that there is one. */
export const showWhetherSet: FieldHook = ({ value }) => (value ? SET : value)

/** Seals secrets that were typed, keeps those that were not touched, and takes out those that were emptied. */
export const keepSecrets =
  (names: readonly string[]): CollectionBeforeChangeHook =>
  async ({ collection, data, originalDoc, req }) => {
    const untouched = names.filter((name) => data[name] === undefined || data[name] === SET)
    const [stored] =
      originalDoc?.id && untouched.length
        ? await readMany({
            collection: collection.slug as 'sites',
            payload: req.payload,
            req,
            select: [...untouched],
            where: { id: String(originalDoc.id) },
          })
        : []
    const institution = idOf(data.institution ?? originalDoc?.institution)
    for (const name of names) {
      const typed = String(data[name] ?? '').trim()
      data[name] = untouched.includes(name)
        ? (stored?.[name] ?? null)
        : typed
          ? seal(typed, secretContext(institution, name))
          : null
    }
    return data
  }
