import type { CollectionBeforeChangeHook, FieldHook } from 'payload'

import { readMany } from '../../../database/bulk'
import { noteExchanged } from '../../../hooks/exchanged'
import { idOf } from '../../../utilities/idOf'
import { seal } from '../../../utilities/seal'

/** What the panel shows in place of a secret that is set. */
export const SET = '••••••••'

/** Whom a secret of an account belongs to. */
export const secretContext = (institution: string, field: string): string =>
  `payment-account:${institution}:${field}`

/** Nobody reads a secret back, whatever their role; the form shows that there is one. */
export const showWhetherSet: FieldHook = ({ value }) => (value ? SET : value)

/** Seals secrets that were typed and has the journal say so, keeps those that were not touched, and takes out those that were emptied. */
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
    const exchanged: string[] = []
    for (const name of names) {
      const typed = String(data[name] ?? '').trim()
      if (untouched.includes(name)) data[name] = stored?.[name] ?? null
      else if (!typed) data[name] = null
      else {
        data[name] = seal(typed, secretContext(institution, name))
        exchanged.push(name)
      }
    }
    if (originalDoc?.id) noteExchanged({ id: originalDoc.id, collection, names: exchanged, req })
    return data
  }
