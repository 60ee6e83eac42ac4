import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'

import type { Translate } from '../utilities/explain'
import type { InputSchemas } from './readInput'

import { isPluginOn } from '../access/isPluginOn'
import { inTransaction } from '../database/inTransaction'
import { RepriseError } from '../utilities/errors'
import { errorBody } from './errorBody'
import { readInput } from './readInput'

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined

type Input<I extends InputSchemas> = {
  body: Parsed<I['body']>
  params: Parsed<I['params']>
  query: Parsed<I['query']>
}

export type EndpointDefinition<I extends InputSchemas = any, O extends z.ZodType = any> = {
  /** Whether strangers may call it. Without it they get 401 before `who` is asked. @default false */
  anonymous?: boolean
  /**
   * Does the work through an operation and returns what `output` describes, or a whole `Response` for files and streams. All it
   * does in the database carries the `req` it is given here. In a transaction it may run more than once.
   */
  handler: (args: {
    input: Input<I>
    req: PayloadRequest
  }) => Promise<Response | z.input<O>> | Response | z.input<O>
  /** What the request brings; what is not described is not read. */
  input?: I
  /** A `get` never changes anything: it is called by links, previews and impatient fingers. */
  method: 'delete' | 'get' | 'patch' | 'post' | 'put'
  /** What comes back. Keys it does not name are left out, so that nothing leaks by accident. */
  output: O
  /** Below `/api`, as in `/renewal/:id/start`. */
  path: string
  /** The plugin it belongs to: where that is off, the endpoint is not there. */
  plugin?: string
  /** The media type, when the handler returns a `Response` of its own. @default 'application/json' */
  produces?: string
  /** The site whose plugin counts; without it any site the person can reach does. */
  siteID?: (args: {
    input: Input<I>
    req: PayloadRequest
  }) => Promise<string | undefined> | string | undefined
  /** @default 200 */
  status?: number
  /** One line for the API description. */
  summary: string
  /** Whether all its writes are one transaction. */
  transaction: boolean
  /** Whether this person may; false becomes 403. May throw a RepriseError of its own. */
  who: (req: PayloadRequest) => boolean | Promise<boolean>
}

/**
 * Makes a Payload endpoint that is safe by default: it says who may call it, checks what comes in, runs in one transaction where it
 * should, answers errors with code, field and next step in the person's language, and stands in the API description.
 *
 * Errors: 401 `unauthenticated`, 403 `forbidden`, 404 `pluginOff`, 400 `invalidInput`; a RepriseError with its own status; anything
 * else is logged and answered with 500 `internal`.
 *
 * @example
 * defineEndpoint({
 *   handler: ({ input, req }) => startRun({ id: input.params.id, req }),
 *   input: { params: z.object({ id: z.string() }) },
 *   method: 'post',
 *   output: z.object({ runID: z.string() }),
 *   path: '/renewal/:id/start',
 *   plugin: 'renewal',
 *   summary: 'Start a renewal batch',
 *   transaction: true,
 *   who: (req) => hasRole(req, 'administrator', 'salesManager'),
 * })
 */
export const defineEndpoint = <O extends z.ZodType, const I extends InputSchemas = {}>(
  definition: EndpointDefinition<I, O>,
): Endpoint => {
  const { method, path, status = 200, transaction } = definition
  if (method === 'get' && transaction)
    throw new Error(`${path} is a get with a transaction: a get never changes anything.`)
  return {
    custom: { reprise: definition },
    handler: async (req) => {
      try {
        await admit(definition, req)
        const { input, refusal } = await readInput(definition.input ?? {}, req)
        if (refusal) return Response.json(refusal, { status: 400 })
        if (definition.plugin && definition.siteID)
          await requirePlugin(
            definition.plugin,
            req,
            await definition.siteID({ input: input as never, req }),
          )
        const handle = (own: PayloadRequest) =>
          Promise.resolve(definition.handler({ input: input as never, req: own }))
        const result = transaction
          ? await inTransaction({ payload: req.payload, req, work: handle })
          : await handle(req)
        if (result instanceof Response) return result
        return Response.json(await definition.output.parseAsync(result), { status })
      } catch (err) {
        const answer = errorBody({ err, t: req.t as Translate })
        if (!answer.isForeseen)
          req.payload.logger.error({ err, msg: `${method.toUpperCase()} ${path} failed` })
        return Response.json(answer.body, { status: answer.status })
      }
    },
    method,
    path,
  }
}

/** What an endpoint was defined with, or `undefined` for one of Payload's own. */
export const definitionOf = (endpoint: Endpoint): EndpointDefinition | undefined =>
  endpoint.custom?.reprise

const admit = async (definition: EndpointDefinition, req: PayloadRequest): Promise<void> => {
  if (!definition.anonymous && !req.user) throw new RepriseError('unauthenticated')
  if (definition.plugin) await requirePlugin(definition.plugin, req)
  if (!(await definition.who(req)))
    throw new RepriseError(req.user ? 'forbidden' : 'unauthenticated')
}

const requirePlugin = async (
  plugin: string,
  req: PayloadRequest,
  siteID?: string,
): Promise<void> => {
  if (!(await isPluginOn({ plugin, req, siteID }))) throw new RepriseError('pluginOff')
}
