// First: Next sets up the async storage that everything after it may touch.
import next from 'next'

import { createServer } from 'http'
import path from 'path'
import { getPayload } from 'payload'
import { fileURLToPath } from 'url'

import type { AddressInfo } from 'net'
import type { ServerState } from './server/createApp'

import { checkTransactions } from './database/checkTransactions'
import { refuseDevelopmentDatabase } from './database/refuseDevelopmentDatabase'
import { startJobs } from './jobs/startJobs'
import { createApp } from './server/createApp'
import { drainable } from './server/drain'
import { surviveRefusals } from './server/surviveRefusals'
import { SetupError } from './utilities/SetupError'
import { checkEnvironment, environment } from './utilities/environment'
import { runStartHooks, runStopHooks } from './utilities/lifecycle'

const dir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

export type RunningServer = {
  port: number
  /** Ends when the process was asked to stop (SIGTERM, SIGINT) and everything under way has finished. */
  stopped: Promise<void>
  url: string
}

/**
 * Starts this process in its role (`ROLE`): Express in front of Next and Payload, or a worker that answers nothing but `/health`.
 *
 * Listens first, so that Payload finds Next's development socket and a load balancer finds `/health`; serves once the database has
 * proved that it rolls back.
 *
 * @throws SetupError with the sentence that says what to put right
 */
export const startServer = async ({
  dev = false,
}: { dev?: boolean } = {}): Promise<RunningServer> => {
  checkEnvironment()
  const settings = environment()
  const { host, port, role, shutdownSeconds } = settings
  await refuseDevelopmentDatabase()
  const state: ServerState = { isStopping: false }
  const server = createServer()
  const drain = drainable(server)

  const app =
    role === 'worker'
      ? undefined
      : // In production nothing is upgraded: Next would attach its handler to the server it is given.
        next({ dev, dir, hostname: host, httpServer: dev ? server : createServer(), port })
  await app?.prepare()
  server.on(
    'request',
    createApp({ environment: settings, handle: app?.getRequestHandler(), state }),
  )
  // Longer than any load balancer keeps a connection, so that it never sends into one that is closing.
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (err: NodeJS.ErrnoException) =>
      reject(err.code === 'EADDRINUSE' ? new SetupError(takenPort(port)) : err),
    )
    server.listen(port, host, resolve)
  })
  const { port: actualPort } = server.address() as AddressInfo
  const url =
    settings.serverURL ??
    `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${actualPort}`

  try {
    const { default: config } = await import('../payload.config')
    const payload = await getPayload({ config })
    surviveRefusals(payload)
    await checkTransactions(payload)
    startJobs()
    await runStartHooks({ payload, role })
    state.payload = payload
    payload.logger.info({ msg: 'Reprise is ready', role, url })
    const { totalDocs } = await payload.count({ collection: 'users' })
    if (!totalDocs)
      payload.logger.warn('There is no account yet. Make one: npx reprise user create')
    const stopped = stopOnSignal(async () => {
      state.isStopping = true
      payload.logger.info('Stopping')
      const [cutOff] = await Promise.all([drain(shutdownSeconds), runStopHooks(payload)])
      if (cutOff) payload.logger.warn(`${cutOff} requests were cut off after ${shutdownSeconds} s`)
      await app?.close()
      await payload.destroy()
    })
    return { port: actualPort, stopped, url }
  } catch (err) {
    server.close()
    server.closeAllConnections()
    throw err
  }
}

const takenPort = (port: number): string =>
  `Port ${port} is taken by another program. Choose another: reprise start --port 3001`

/** Runs `stop` at the first signal to end; a second signal ends the process at once. */
const stopOnSignal = (stop: () => Promise<void>): Promise<void> =>
  new Promise((resolve, reject) => {
    let isAsked = false
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (isAsked) process.exit(1)
        isAsked = true
        stop().then(resolve, reject)
      })
  })
