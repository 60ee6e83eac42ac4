import type { FlattenedField, OptionObject } from 'payload'

import { getTranslation } from '@payloadcms/translations'
import { isDeepStrictEqual } from 'util'

import type { FileView, Found } from './types'

import { EXCHANGED } from '../../hooks/exchanged'

/** One thing that changed, in words; an empty value is told as such. */
export type Change = { after?: string; before?: string; label: string }

/** What operations note besides fields of the document: how many lines they wrote. */
const COUNTED = new Set(['lines'])
/** And why, in the words of whoever did it; of some nouns it is a field of its own. */
const REASON = 'reason'

type View = Pick<FileView, 'amount' | 'day' | 'i18n' | 'moment' | 'names' | 'payload' | 'text'>

/** The changes of a journal entry as a person reads them: "Status: Reserved → Sold". */
export const describeChanges = (entry: Found, view: View): Change[] => {
  const fields = view.payload.collections[entry.noun]?.config.flattenedFields ?? []
  const before: Record<string, unknown> = entry.before ?? {}
  const after: Record<string, unknown> = entry.after ?? {}
  const changes: Change[] = []
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    // Sums are noted with every order, whether it moves them or not.
    if (JSON.stringify(before[name]) === JSON.stringify(after[name])) continue
    const field = fields.find((one) => one.name === name)
    if (COUNTED.has(name))
      changes.push({ after: String(after[name] ?? ''), label: view.text('lines') })
    else if (name === REASON && !field)
      changes.push({ after: String(after[name] ?? ''), label: view.text('reason') })
    else if (isDeepStrictEqual(after[name], EXCHANGED))
      changes.push({
        after: view.text('exchanged'),
        // The password of an account is no field: only its hash is kept.
        label: field ? labelOf(field, view) : view.i18n.t('general:password'),
      })
    else if (field && isTold(field))
      changes.push({
        after: wordsOf(field, after[name], view),
        before: wordsOf(field, before[name], view),
        label: labelOf(field, view),
      })
  }
  return changes
}

const labelOf = (field: FlattenedField, { i18n }: View): string =>
  'label' in field && field.label ? getTranslation(field.label as string, i18n) : field.name

/** Keys and references to the institution say nothing to a person. */
const isTold = (field: FlattenedField): boolean =>
  !('admin' in field && field.admin && 'hidden' in field.admin && field.admin.hidden) &&
  field.name !== 'id'

const wordsOf = (field: FlattenedField, value: unknown, view: View): string | undefined => {
  if (value === undefined || value === null || value === '') return undefined
  if (field.type === 'array' || field.type === 'join')
    return Array.isArray(value)
      ? view.i18n.t('reprise:runPage:rows' as never, { count: value.length } as never)
      : undefined
  if (Array.isArray(value)) return value.map((one) => wordsOf(field, one, view)).join(', ')
  if (field.custom?.isAmount) return view.amount(Number(value))
  switch (field.type) {
    case 'checkbox':
      return view.i18n.t(`reprise:fields:${value ? 'yes' : 'no'}` as never)
    case 'date':
      return field.admin?.date?.pickerAppearance === 'dayOnly'
        ? view.day(String(value))
        : view.moment(String(value))
    case 'relationship':
      return view.names.titleOf(String(field.relationTo), value) ?? '…'
    case 'richText':
      return plainText(value)
    case 'select': {
      const option = field.options.find(
        (one): one is OptionObject => typeof one === 'object' && one.value === value,
      )
      return option ? getTranslation(option.label as string, view.i18n) : String(value)
    }
    default:
      return typeof value === 'object' ? '…' : String(value)
  }
}

/** The words of a rich text, without its form. */
const plainText = (value: unknown): string => {
  const words: string[] = []
  const walk = (node: { children?: unknown[]; root?: unknown; text?: unknown }) => {
    if (typeof node.text === 'string') words.push(node.text)
    if (node.root) walk(node.root)
    for (const child of node.children ?? []) walk(child as never)
  }
  walk(value as never)
  const text = words.join(' ').trim()
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
