import type { Payload, PayloadRequest } from 'payload'

import type { Language } from '../../utilities/languages'
import type { MailValues, RenderedMail } from './renderMail'
import type { RichText } from './richText'

import { languageOf } from '../../utilities/languages'
import { mailKindNamed } from './mailKinds'
import { renderMail } from './renderMail'
import { isEmptyText, toRichText } from './richText'

/** The text of a mail as a site has it, in every language. */
export type MailText = {
  render: (args: {
    language?: unknown
    values: MailValues
  }) => { language: Language } & RenderedMail
}

type Written = { body?: null | RichText; subject?: null | string }

/**
 * Reads the text of a mail once, to be rendered for any number of recipients. What a site has not written in a language is the
 * default of that language.
 *
 * @param site whose text it is; `render` falls back to its language
 */
export const loadMailText = async ({
  kind: name,
  payload,
  req,
  site,
}: {
  kind: string
  payload: Payload
  req?: Partial<PayloadRequest>
  site: string
}): Promise<MailText> => {
  const kind = mailKindNamed(name)
  const { docs } = await payload.find({
    collection: 'mail-texts',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    // A page is found and counted at once, which MongoDB refuses as the first step of a transaction.
    pagination: false,
    req: req as PayloadRequest,
    where: { textKey: { equals: `${site}:${name}` } },
  })
  const own = docs[0] as Partial<Record<Language, Written>> | undefined
  const place = (await payload.findByID({
    id: site,
    collection: 'sites',
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req: req as PayloadRequest,
  })) as { language?: string } | null
  return {
    render: ({ language: wanted, values }) => {
      const language = languageOf(wanted, place?.language)
      return {
        ...renderMail({ ...writtenOr(own?.[language], name, language), kind, language, values }),
        language,
      }
    },
  }
}

/** What is written, or in its place the default: subject and body each for itself. */
export const writtenOr = (
  written: undefined | Written,
  name: string,
  language: Language,
): { body: RichText; subject: string } => {
  const fallback = mailKindNamed(name).defaults[language]
  return {
    body: isEmptyText(written?.body) ? toRichText(fallback.body) : written!.body!,
    subject: written?.subject?.trim() || fallback.subject,
  }
}
