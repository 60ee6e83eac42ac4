import type { IncomingMessage, ServerResponse } from 'http'

import { Refusal } from './types'

const BODY_LIMIT = 200_000
/** No client waits longer; without an end a forgotten one would hold its connection for ever. */
const HOLD_MS = 120_000

/** @throws Refusal (413) when it is too long */
export const readBody = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > BODY_LIMIT) throw new Refusal(413, 'too_long', 'The request is too long.')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** @throws Refusal (400) when it is no JSON */
export const readJSON = async (request: IncomingMessage): Promise<unknown> => {
  const text = await readBody(request)
  if (!text) return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'no_json', 'The request is no JSON.')
  }
}

export const sendJSON = (
  response: ServerResponse,
  { body, headers, status }: { body: unknown; headers?: Record<string, string>; status: number },
): void => {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

export const sendHTML = (
  response: ServerResponse,
  { html, status = 200 }: { html: string; status?: number },
): void => {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'`,
    'Content-Type': 'text/html; charset=utf-8',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(html)
}

/** Answers nothing: cut off at once, or held until the client gives up. */
export const sendNothing = (response: ServerResponse, how: 'cut' | 'hold' = 'hold'): void => {
  if (how === 'cut') return void response.destroy()
  const timer = setTimeout(() => response.destroy(), HOLD_MS)
  timer.unref()
  response.once('close', () => clearTimeout(timer))
}

/** Promises a whole answer, sends half of it and breaks the connection. */
export const sendHalf = (
  response: ServerResponse,
  { body, status }: { body: unknown; status: number },
): void => {
  const text = Buffer.from(JSON.stringify(body))
  response.writeHead(status, { 'Content-Length': text.length, 'Content-Type': 'application/json' })
  response.write(text.subarray(0, Math.floor(text.length / 2)), () =>
    response.socket?.resetAndDestroy(),
  )
}

/** What a proxy in front says with the best of intentions. */
export const sendRubbish = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end('<html><body>Bad gateway {"object":"cha')
}
