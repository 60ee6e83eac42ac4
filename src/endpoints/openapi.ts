import type { Endpoint, SanitizedConfig } from 'payload'

import { z } from 'zod'

import type { EndpointDefinition } from './defineEndpoint'

import { errorStatus } from '../utilities/errors'
import { defineEndpoint, definitionOf } from './defineEndpoint'

type JSONSchema = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JSONSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

/**
 * The description of our own endpoints as OpenAPI 3.1: the core's, the plugins' and those on collections. Payload's standard ones
 * (`/api/<collection>`) are documented by Payload.
 *
 * @param config the configuration as Payload runs it
 */
const describeAPI = (config: Pick<SanitizedConfig, 'collections' | 'endpoints' | 'routes'>) => {
  const base = config.routes.api
  const paths: Record<string, Record<string, unknown>> = {}
  const add = (prefix: string, endpoints: Endpoint[] | false) => {
    for (const endpoint of endpoints || []) {
      const definition = definitionOf(endpoint)
      if (!definition) continue
      const path = `${prefix}${definition.path}`.replace(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [definition.method]: describe(definition, prefix) }
    }
  }
  add(base, config.endpoints)
  for (const collection of config.collections)
    add(`${base}/${collection.slug}`, collection.endpoints)
  return {
    components: {
      schemas: { Error: errorSchema },
      securitySchemes: { session: { name: 'payload-token', type: 'apiKey', in: 'cookie' } },
    },
    info: {
      description: 'Errors carry a code; tell them apart by it and by nothing else.',
      title: 'Reprise',
      version: '1',
    },
    openapi: '3.1.0',
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => a.localeCompare(b))),
  }
}

const describe = (definition: EndpointDefinition, prefix: string) => {
  const {
    anonymous,
    input,
    method,
    output,
    path,
    plugin,
    produces,
    status = 200,
    summary,
  } = definition
  return {
    operationId: [method, ...`${prefix}${path}`.split(/[^a-zA-Z0-9]+/).slice(2)]
      .filter(Boolean)
      .join('-'),
    parameters: [...parametersOf(input?.params, 'path'), ...parametersOf(input?.query, 'query')],
    ...(input?.body && {
      requestBody: {
        content: { 'application/json': { schema: schemaOf(input.body, 'input') } },
        required: true,
      },
    }),
    responses: {
      default: {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
        description: 'Refused, with code, field and next step',
      },
      [status]: {
        content: { [produces ?? 'application/json']: { schema: schemaOf(output, 'output') } },
        description: 'Done',
      },
    },
    security: anonymous ? [] : [{ session: [] }],
    summary,
    tags: [plugin ?? path.split('/')[1]],
  }
}

const parametersOf = (schema: undefined | z.ZodType, place: 'path' | 'query') => {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JSONSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

const errorSchema = schemaOf(
  z.object({
    errors: z.array(
      z.object({
        data: z.object({
          code: z.enum(Object.keys(errorStatus) as [string, ...string[]]),
          detail: z.string().optional(),
          field: z.string().optional(),
          nextStep: z.string(),
        }),
        message: z.string(),
      }),
    ),
  }),
  'output',
)

/** `GET /api/openapi.json`, for people who are signed in. */
export const openapi = defineEndpoint({
  handler: ({ req }) => describeAPI(req.payload.config),
  method: 'get',
  output: z.looseObject({ openapi: z.string() }),
  path: '/openapi.json',
  summary: 'This description',
  transaction: false,
  who: () => true,
})
