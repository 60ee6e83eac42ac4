import type { Request, Response } from 'express'
import type { Payload } from 'payload'

import { initI18n } from '@payloadcms/translations'
import { getRequestLanguage, parseCookies } from 'payload'

import type { ErrorCode } from '../utilities/errors'
import type { Translate } from '../utilities/explain'

import { entriesBody } from '../endpoints/errorBody'
import { errorStatus } from '../utilities/errors'

type Args = {
  code: ErrorCode
  payload: Payload
  req: Request
  res: Response
  retryAfterSeconds?: number
}

/** Answers a request that goes no further: with code, sentence and next step in the person's language, as JSON or as a page. */
export const refuse = async ({
  code,
  payload,
  req,
  res,
  retryAfterSeconds,
}: Args): Promise<void> => {
  const { config } = payload
  const headers = new Headers({
    'Accept-Language': req.get('accept-language') ?? '',
    Cookie: req.get('cookie') ?? '',
  })
  const language = getRequestLanguage({ config, cookies: parseCookies(headers), headers })
  const { t } = await initI18n({ config: config.i18n, context: 'api', language })
  const body = entriesBody({ entries: [{ code }], t: t as Translate })
  if (retryAfterSeconds) res.set('Retry-After', String(retryAfterSeconds))
  // What was not read of a body would be taken for the next request.
  if (!req.complete) res.set('Connection', 'close')
  res.status(errorStatus[code])
  if (req.path.startsWith(config.routes.api) || req.accepts(['json', 'html']) !== 'html') {
    res.json(body)
    return
  }
  const [{ data, message }] = body.errors
  res
    .type('html')
    .send(
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Reprise</title>` +
        `<style>body{font:1.1rem system-ui;margin:4rem auto;max-width:36rem;padding:0 1rem}</style>` +
        `<main><h1>Reprise</h1><p>${message}</p><p>${data.nextStep}</p></main></html>`,
    )
}
