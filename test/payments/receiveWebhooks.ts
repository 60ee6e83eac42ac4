import type { AddressInfo } from 'net'

import { createServer } from 'http'

import type { SignedRequest } from './contract/types'

/** A merchant's address for notifications: keeps what comes. */
export const receiveWebhooks = async () => {
  const received: SignedRequest[] = []
  let status = 200
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece) => pieces.push(piece))
    request.on('end', () => {
      received.push({
        headers: request.headers as Record<string, string>,
        rawBody: Buffer.concat(pieces),
      })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    about: (reference: string) => received.filter(({ rawBody }) => rawBody.includes(reference)),
    /** What it answers from now on. */
    answer: (next: number) => void (status = next),
    received,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
  }
}
