import type { PayloadRequest } from 'payload'

import { addDataAndFileToRequest } from 'payload'
import { z } from 'zod'

import type { Translate } from '../utilities/explain'
import type { ErrorBody } from './errorBody'

import { isHarmless } from '../hooks/shapes/findMisshapen'
import { RepriseError } from '../utilities/errors'
import { entriesBody, isUnreadableForm } from './errorBody'

export type InputSchemas = { body?: z.ZodType; params?: z.ZodType; query?: z.ZodType }
export type InputPart = 'body' | 'params' | 'query'

/** Every part in the order in which a person would look for the mistake. */
const parts: InputPart[] = ['params', 'query', 'body']

const sources: Record<InputPart, (req: PayloadRequest) => Promise<unknown> | unknown> = {
  body: async (req) => {
    const body = await readBody(req)
    if (!isHarmless(body)) throw new RepriseError('invalidInput', { field: 'body' })
    return body
  },
  params: (req) => req.routeParams ?? {},
  query: (req) => req.query ?? {},
}

const locales = { de: z.locales.de(), en: z.locales.en(), fr: z.locales.fr() }

type Result =
  | { input: Partial<Record<InputPart, unknown>>; refusal?: undefined }
  | { input?: undefined; refusal: ErrorBody }

/**
 * Reads and checks what a request brings. Each mistake becomes an entry with its field; a schema's own message is used when it is
 * a translation key (`renewal:…`), and explains itself in `detail` otherwise.
 *
 * @throws RepriseError invalidInput when the body is neither JSON nor a form, or deeper than any
 */
export const readInput = async (schemas: InputSchemas, req: PayloadRequest): Promise<Result> => {
  const input: Partial<Record<InputPart, unknown>> = {}
  const t = req.t as Translate
  const language = req.i18n.language as keyof typeof locales
  for (const part of parts) {
    const schema = schemas[part]
    if (!schema) continue
    const result = await schema.safeParseAsync(await sources[part](req), {
      error: (locales[language] ?? locales.en).localeError,
    })
    if (result.success) input[part] = result.data
    else return { refusal: refusalOf(result.error.issues, t) }
  }
  return { input }
}

const refusalOf = (issues: z.core.$ZodIssue[], t: Translate): ErrorBody =>
  entriesBody({
    entries: issues.map((issue) => {
      const isKey = /^[a-z][\w-]*(:\w+)+$/i.test(issue.message)
      return {
        code: 'invalidInput',
        field: issue.path.map(String).join('.') || undefined,
        ...(isKey ? { message: t(issue.message) } : { detail: issue.message }),
      }
    }),
    t,
  })

const readBody = async (req: PayloadRequest): Promise<unknown> => {
  const type = (req.headers.get('content-type') ?? '').split(';', 1)[0]
  if (type === 'application/json') {
    const text = (await req.text?.()) ?? ''
    try {
      return text ? JSON.parse(text) : {}
    } catch {
      throw new RepriseError('invalidInput', { field: 'body' })
    }
  }
  // A file comes as a form: the values as JSON in `_payload`, the file itself in `req.file`.
  if (type === 'multipart/form-data') {
    try {
      await addDataAndFileToRequest(req)
    } catch (err) {
      throw isUnreadableForm(err, req) ? new RepriseError('invalidInput', { field: 'body' }) : err
    }
    return req.data ?? {}
  }
  // Types that a form of a foreign page could send are not read at all.
  if (req.body && type) throw new RepriseError('invalidInput', { field: 'body' })
  return {}
}
