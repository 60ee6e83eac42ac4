import { z } from 'zod'

import type { RichText } from '../operations/mails/richText'

import { isPermitted } from '../access/ofOwnInstitution'
import { slugs } from '../collections/slugs'
import { mailKinds } from '../operations/mails/mailKinds'
import { writtenOr } from '../operations/mails/mailTexts'
import { renderMail } from '../operations/mails/renderMail'
import { RepriseError } from '../utilities/errors'
import { languages } from '../utilities/languages'
import { defineEndpoint } from './defineEndpoint'

/** A mail as it would arrive, with example values, from what somebody is writing and has not saved yet. */
export const previewMail = defineEndpoint({
  handler: ({ input: { body: written } }) => {
    const { body, kind: name, language, subject } = written
    const kind = mailKinds().find((one) => one.name === name)
    if (!kind) throw new RepriseError('notFound', { field: 'kind' })
    const values = Object.fromEntries(
      kind.placeholders.map(({ name: placeholder, example }) => [placeholder, example[language]]),
    )
    return renderMail({
      ...writtenOr({ body: body as null | RichText, subject }, name, language),
      kind,
      language,
      values,
    })
  },
  input: {
    body: z.object({
      body: z.looseObject({ root: z.looseObject({}) }).nullish(),
      kind: z.string().max(64),
      language: z.enum(languages),
      subject: z.string().max(1000).nullish(),
    }),
  },
  method: 'post',
  output: z.object({ html: z.string(), subject: z.string(), text: z.string() }),
  path: '/mail-previews',
  summary: 'A mail text as it would arrive, with example values',
  transaction: false,
  who: (req) => isPermitted(req, slugs.mailTexts, 'read'),
})
