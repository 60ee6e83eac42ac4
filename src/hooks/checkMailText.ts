import type { CollectionBeforeChangeHook } from 'payload'

import type { MailKind } from '../operations/mails/mailKinds'
import type { RichNode, RichText } from '../operations/mails/richText'

import { mailKindNamed } from '../operations/mails/mailKinds'
import { unknownPlaceholderIn } from '../operations/mails/placeholders'
import { childrenOf, webAddress } from '../operations/mails/richText'
import { RepriseError } from '../utilities/errors'
import { languages } from '../utilities/languages'

/**
 * Refuses what would arrive wrongly: a placeholder that the mail does not have, and a link that leads elsewhere than to the web.
 *
 * @throws RepriseError `unknownPlaceholder` or `linkRefused` with the field of the language it stands in
 */
export const checkMailText: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const kind = mailKindNamed(data.kind ?? originalDoc?.kind)
  for (const language of languages) {
    const { body, subject } = { ...originalDoc?.[language], ...data[language] } as {
      body?: null | RichText
      subject?: null | string
    }
    refuseUnknown(String(subject ?? ''), kind, `${language}.subject`)
    if (body?.root) checkNode(body.root, kind, `${language}.body`)
  }
  return data
}

const checkNode = (node: RichNode, kind: MailKind, field: string): void => {
  if (typeof node.text === 'string') refuseUnknown(node.text, kind, field)
  if ((node.type === 'link' || node.type === 'autolink') && !webAddress(node.fields?.url))
    throw new RepriseError('linkRefused', {
      field,
      values: { value: String(node.fields?.url ?? '').slice(0, 100) },
    })
  for (const child of childrenOf(node)) checkNode(child, kind, field)
}

const refuseUnknown = (text: string, kind: MailKind, field: string): void => {
  const value = unknownPlaceholderIn(text, kind)
  if (!value) return
  const known = kind.placeholders.map(({ name }) => `{{${name}}}`).join(' ')
  throw new RepriseError('unknownPlaceholder', { field, values: { known, value } })
}
