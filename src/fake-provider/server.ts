import type { IncomingMessage, ServerResponse } from 'http'
import type { AddressInfo } from 'net'

import { createServer } from 'http'

import type { KeysInUse } from './merchantAPI'
import type { Provider } from './types'
import type { Postman } from './webhooks'

import { settleDue } from './charges'
import { control } from './control'
import { readBody, readJSON, sendHTML, sendJSON } from './exchange'
import { readLedger, summariseLedger } from './ledger'
import { answerMerchant, notFound } from './merchantAPI'
import { cardPage, noSuchPage } from './pages/cardPage'
import { ledgerPage } from './pages/ledgerPage'
import { fillSetup, findSetup, returnAddress } from './setups'
import { Refusal } from './types'
import { startPostman } from './webhooks'

const LOOK_MS = 250

export type FakeProviderServer = { address: string; stop: () => Promise<void> }

/**
 * Starts the provider.
 *
 * @param port 0 for a free one
 * @param host only this machine unless it is said otherwise: whoever reaches it may plan faults and open accounts
 */
export const startServer = async ({
  host = '127.0.0.1',
  port,
  provider,
}: {
  host?: string
  port: number
  provider: Provider
}): Promise<FakeProviderServer> => {
  const postman = startPostman(provider)
  const inUse: KeysInUse = new Set()
  let address = ''
  const server = createServer((request, response) => {
    answer({ address, inUse, postman, provider, request, response }).catch((err: unknown) =>
      sendError(response, err),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  address = `http://${host}:${(server.address() as AddressInfo).port}`
  const timer = setInterval(() => settleDue(provider), LOOK_MS)
  return {
    address,
    stop: async () => {
      clearInterval(timer)
      await postman.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const answer = async (args: {
  address: string
  inUse: KeysInUse
  postman: Postman
  provider: Provider
  request: IncomingMessage
  response: ServerResponse
}): Promise<void> => {
  const { address, inUse, postman, provider, request, response } = args
  const { pathname, searchParams: query } = new URL(request.url ?? '/', address)
  const path = pathname.split('/').filter(Boolean).map(decodeURIComponent)
  const [room, second] = path
  // What is due by the clock is done before anybody is told how things stand.
  settleDue(provider)
  if (room === 'control' && second) {
    if (request.method !== 'POST') throw new Refusal(405, 'wrong_method', 'POST.')
    const body = await readJSON(request)
    return sendJSON(response, await control(provider, { body, command: second, postman }))
  }
  if (room === 'pay' && second) return answerCustomer({ id: second, provider, request, response })
  if (!room && request.method === 'GET') return sendHTML(response, { html: ledgerPage(provider) })
  if (room === 'ledger' && request.method === 'GET' && path.length < 3) {
    if (second && second !== 'summary') throw notFound()
    const body = second ? summariseLedger(provider) : readLedger(provider)
    return sendJSON(response, { body, status: 200 })
  }
  return answerMerchant({ address, path, provider, query, request, response }, inUse)
}

const answerCustomer = async ({
  id,
  provider,
  request,
  response,
}: {
  id: string
  provider: Provider
  request: IncomingMessage
  response: ServerResponse
}): Promise<void> => {
  const setup = findSetup(provider, id)
  if (!setup) return sendHTML(response, { html: noSuchPage(), status: 404 })
  if (request.method !== 'POST') return sendHTML(response, { html: cardPage({ setup }) })
  const typed = Object.fromEntries(new URLSearchParams(await readBody(request)))
  const error = fillSetup(provider, { setup, typed })
  if (error) return sendHTML(response, { html: cardPage({ error, setup, typed }), status: 422 })
  response.writeHead(303, { Location: returnAddress(setup) })
  response.end()
}

const sendError = (response: ServerResponse, err: unknown): void => {
  if (response.headersSent) return void response.destroy()
  const { code, message, status } =
    err instanceof Refusal
      ? err
      : { code: 'internal', message: err instanceof Error ? err.message : '', status: 500 }
  sendJSON(response, { body: { code, message, object: 'error' }, status })
}
