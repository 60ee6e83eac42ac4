import type { Express, NextFunction, Request, Response } from 'express'
import type { Payload } from 'payload'

import express from 'express'

import type { Environment } from '../utilities/environment'

import { isDatabaseReady } from '../endpoints/health'
import { countRequest } from '../utilities/requestsUnderWay'
import { guardRequests } from './guardRequests'
import { logRequests, withoutSecrets } from './logRequests'
import { refuse } from './refuse'
import { securityHeaders } from './securityHeaders'
import { stampRequest } from './stampRequest'

/** What the process can do right now; the server changes it as it starts and stops. */
export type ServerState = {
  isStopping: boolean
  /** There once the database is known to be sound. */
  payload?: Payload
}

type Args = {
  environment: Pick<Environment, 'isProduction' | 'serverURL' | 'trustProxy' | 'uploadLimit'>
  /** Next's handler; a worker has none. */
  handle?: (req: Request, res: Response) => Promise<void>
  state: ServerState
}

/**
 * The Express application: health, security headers, the checks of `guardRequests`, then Next. No body is read here: Next and
 * Payload read it themselves.
 */
export const createApp = ({ environment, handle, state }: Args): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', environment.trustProxy)

  app.use(stampRequest(app, environment.serverURL))
  // Alive: the process answers. Ready: it is worth sending it a request.
  app.get('/health/live', (_req, res) => {
    res.json({ status: 'live' })
  })
  app.get(['/health', '/health/ready'], async (_req, res) => {
    const status = await readiness(state)
    res.status(status === 'ready' ? 200 : 503).json({ status })
  })

  // Runs in this process let them pass.
  app.use((_req, res, next) => {
    res.once('close', countRequest())
    next()
  })
  app.use(logRequests(() => state.payload))
  app.use(
    securityHeaders({ isDevelopment: !environment.isProduction, serverURL: environment.serverURL }),
  )
  app.use((_req, res, next) => {
    if (state.isStopping) res.set('Connection', 'close')
    if (state.payload) return next()
    res.status(503).set('Retry-After', '2').type('text').send('Reprise is starting.')
  })
  const payload = () => state.payload as Payload
  if (handle) {
    app.use(guardRequests({ environment, payload }))
    app.get('/', (_req, res) => {
      res.redirect(payload().config.routes.admin)
    })
    // Not `handle` itself: it would take Express' `next` for a parsed address.
    app.all('/{*path}', (req, res) => handle(req, res))
  } else {
    app.use((req, res) => refuse({ code: 'notFound', payload: payload(), req, res }))
  }
  app.use(async (err: unknown, req: Request, res: Response, _next: NextFunction) => {
    payload().logger.error({ err, msg: 'Request failed', path: withoutSecrets(req.path) })
    if (res.headersSent) res.destroy()
    else await refuse({ code: 'internal', payload: payload(), req, res })
  })
  return app
}

const readiness = async ({ isStopping, payload }: ServerState) => {
  if (isStopping) return 'stopping'
  if (!payload) return 'starting'
  return (await isDatabaseReady(payload)) ? 'ready' : 'unavailable'
}
