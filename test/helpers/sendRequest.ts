import { request } from 'http'

import type { IncomingHttpHeaders } from 'http'

type Args = {
  body?: string
  headers?: Record<string, string>
  method?: string
  /** Exactly what stands in the request line; nothing is tidied, unlike with fetch. */
  path: string
  port: number
}

export type RawResponse = {
  body: string
  headers: IncomingHttpHeaders
  json: () => any
  status: number
}

/** Sends a request as bytes on the wire, with any header and any path. */
export const sendRequest = ({
  body,
  headers,
  method = 'GET',
  path,
  port,
}: Args): Promise<RawResponse> =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      { agent: false, headers, host: '127.0.0.1', method, path, port },
      (incoming) => {
        let received = ''
        incoming.setEncoding('utf8')
        incoming.on('data', (chunk) => (received += chunk))
        incoming.on('error', reject)
        incoming.on('end', () =>
          resolve({
            body: received,
            headers: incoming.headers,
            json: () => JSON.parse(received),
            status: incoming.statusCode ?? 0,
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
