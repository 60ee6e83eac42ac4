import type { IncomingMessage, ServerResponse } from 'http'

import { createServer } from 'http'

import type { Fault } from '../contract/types'

/** A request as a counterpart sees it. */
export type Call = {
  /** What goes wrong with it; faults of the connection are dealt with here, the others by the endpoint. */
  fault?: Fault
  headers: IncomingMessage['headers']
  method: string
  path: string
  query: URLSearchParams
  rawBody: string
}

export type Reply = {
  body?: unknown
  headers?: Record<string, string>
  html?: string
  status: number
}

export type Served = {
  /** What a test asks of the counterpart itself, below `/_counterpart/`. */
  control: Record<string, (args: any) => unknown>
  handle: (call: Call) => Promise<Reply> | Reply
  /** Our reference in a request that moves money; undefined for any other. */
  referenceOf: (call: Call) => string | undefined
  tooMany: Reply
}

const CONTROL = '/_counterpart/'

/**
 * Serves a counterpart on a free port of this machine and says on the first line of its output which one. What goes wrong is scripted
 * per reference, once.
 */
export const serve = ({ control, handle, referenceOf, tooMany }: Served): void => {
  const faults = new Map<string, Fault>()
  const controls: Served['control'] = {
    ...control,
    script: ({ fault, reference }: { fault: Fault; reference: string }) =>
      void faults.set(reference, fault),
  }
  const takeFault = (call: Call): Fault | undefined => {
    const reference = referenceOf(call)
    const fault = reference && faults.get(reference)
    if (fault) faults.delete(reference)
    return fault || undefined
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const call = await readCall(request)
    if (call.path.startsWith(CONTROL)) {
      const run = controls[call.path.slice(CONTROL.length)]!
      return send(response, {
        body: (await run(JSON.parse(call.rawBody || '{}'))) ?? null,
        status: 200,
      })
    }
    const fault = takeFault(call)
    // Held open: the client gives up first.
    if (fault === 'timeoutBefore') return
    if (fault === 'tooManyRequests') return send(response, tooMany)
    const reply = await handle({ ...call, fault })
    if (fault === 'timeoutAfter') return
    if (fault === 'malformed') return send(response, { html: '<h1>Bad gateway</h1>', status: 200 })
    if (fault === 'resetHalfway') return sendHalf(response, reply)
    send(response, reply)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((err: Error) => {
      console.error(err)
      send(response, { html: `${err.stack}`, status: 599 })
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    console.log(`listening ${typeof address === 'object' ? address?.port : ''}`)
  })
  // The test that started this is gone.
  process.stdin.on('end', () => process.exit(0)).resume()
}

const readCall = async (request: IncomingMessage): Promise<Call> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const { pathname, searchParams } = new URL(request.url!, 'http://127.0.0.1')
  return {
    headers: request.headers,
    method: request.method!,
    path: decodeURIComponent(pathname),
    query: searchParams,
    rawBody: Buffer.concat(parts).toString(),
  }
}

const send = (response: ServerResponse, { body, headers, html, status }: Reply) => {
  const type = html === undefined ? 'application/json' : 'text/html'
  response.writeHead(status, { ...(status !== 204 && { 'Content-Type': type }), ...headers })
  response.end(html ?? (body === undefined ? undefined : JSON.stringify(body)))
}

const sendHalf = (response: ServerResponse, { body, status }: Reply) => {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'Content-Length': `${text.length}`,
    'Content-Type': 'application/json',
  })
  response.write(text.slice(0, text.length / 2), () => response.destroy())
}
