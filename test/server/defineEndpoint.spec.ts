import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { handleEndpoints } from 'payload'
import { z } from 'zod'

import type { Endpoint, Payload, SanitizedConfig } from 'payload'

import { slugs } from '../../src/collections/slugs'
import { defineEndpoint } from '../../src/endpoints/defineEndpoint'
import { RepriseError } from '../../src/utilities/errors'
import { startPayload } from '../helpers/startPayload'

let config: SanitizedConfig
let payload: Payload
let stop: () => Promise<void>
let token: string
let uri: string

const key = (name: string) => ({ collection: slugs.counters, where: { key: { equals: name } } })

const probes: Endpoint[] = [
  defineEndpoint({
    handler: ({ input }) => ({
      doubled: input.body.amount * 2,
      hidden: 'left out',
      page: input.query.page,
    }),
    input: {
      body: z.object({
        name: z.string().min(2, 'reprise:reasons:nameMissing').optional(),
        amount: z.int().min(1),
      }),
      params: z.object({ id: z.string().length(3) }),
      query: z.object({ page: z.coerce.number().default(1) }),
    },
    method: 'post',
    output: z.object({ doubled: z.number(), page: z.number() }),
    path: '/probe/:id/double',
    status: 201,
    summary: 'Double an amount',
    transaction: false,
    who: () => true,
  }),
  defineEndpoint({
    handler: async ({ input, req }) => {
      await payload.db.create({ collection: slugs.counters, data: { key: 'probe', value: 1 }, req })
      if (input.query.fail === 'known') throw new RepriseError('seatTaken', { field: 'seat' })
      if (input.query.fail === 'unknown') throw new Error('SELECT secret FROM bank')
      if (input.query.fail === 'twice')
        await payload.db.create({
          collection: slugs.counters,
          data: { key: 'probe', value: 1 },
          req,
        })
      return {}
    },
    input: { query: z.object({ fail: z.string().optional() }) },
    method: 'put',
    output: z.object({}),
    path: '/probe/write',
    summary: 'Write, or fail after writing',
    transaction: true,
    who: () => true,
  }),
  defineEndpoint({
    handler: () => ({}),
    method: 'get',
    output: z.object({}),
    path: '/probe/forbidden',
    summary: 'For nobody',
    transaction: false,
    who: () => false,
  }),
  defineEndpoint({
    handler: () => ({}),
    method: 'get',
    output: z.object({}),
    path: '/probe/plugin',
    plugin: 'no-such-plugin',
    summary: 'Of a plugin that is off',
    transaction: false,
    who: () => true,
  }),
]

const partOf = (values: string): string =>
  ['--x', 'Content-Disposition: form-data; name="_payload"', '', values, ''].join('\r\n')

/** Their type and text. */
const brokenForms = [
  ['multipart/form-data; boundary=x', `${partOf('{')}--x--\r\n`],
  ['multipart/form-data; boundary=x', partOf('{"amount":1}')],
  ['multipart/form-data; boundary=x', 'no part at all'],
  ['multipart/form-data', `${partOf('{"amount":1}')}--x--\r\n`],
] as const

type SendArgs = {
  body?: string
  headers?: Record<string, string>
  language?: string
  method?: string
  stranger?: boolean
}

const send = async (
  path: string,
  { body, headers, language = 'en', method = 'GET', stranger }: SendArgs = {},
) => {
  const response = await handleEndpoints({
    config,
    payloadInstanceCacheKey: uri,
    request: new Request(`http://localhost/api${path}`, {
      body,
      headers: {
        'Accept-Language': language,
        ...(body && { 'Content-Type': 'application/json' }),
        ...(!stranger && { Authorization: `JWT ${token}` }),
        ...headers,
      },
      method,
    }),
  })
  return { body: await response.json(), status: response.status }
}

const double = (body: unknown, args: SendArgs = {}) =>
  send('/probe/abc/double', { body: JSON.stringify(body), method: 'POST', ...args })

beforeAll(async () => {
  ;({ config, payload, stop, uri } = await startPayload())
  payload.logger.level = 'silent'
  payload.config.endpoints.push(...probes)
  const { id } = await payload.create({
    collection: 'institutions',
    data: { name: 'House', code: 'house' } as never,
  })
  const account = { email: 'anna@house.test', password: 'correct horse battery' }
  await payload.create({
    collection: 'users',
    data: { ...account, name: 'Anna', institution: id, roles: ['cashier'] } as never,
  })
  token = (await payload.login({ collection: 'users', data: account as never })).token!
})

afterAll(() => stop())

describe('input and output', () => {
  it('should hand over what the schemas made of it, and leave out what the output does not name', async () => {
    expect(await double({ amount: 21 })).toEqual({ body: { doubled: 42, page: 1 }, status: 201 })
  })

  it('should name the field of each mistake and what is wrong, in the language of the person', async () => {
    const { body, status } = await double({ name: 'x', amount: 0 }, { language: 'de' })
    expect(status).toBe(400)
    expect(body.errors).toEqual([
      expect.objectContaining({ message: 'Der Kontakt hat weder Nachnamen noch Firma.' }),
      {
        data: {
          code: 'invalidInput',
          detail: expect.stringMatching(/^Zu klein/),
          errors: [{ message: 'Die Angabe ist so nicht möglich.', path: 'amount' }],
          field: 'amount',
          nextStep: 'Berichtigen Sie das markierte Feld.',
        },
        message: 'Die Angabe ist so nicht möglich.',
      },
    ])
  })

  it.each([
    ['/probe/abcd/double', '{"amount":1}', {}, 'id'],
    ['/probe/abc/double?page=x', '{"amount":1}', {}, 'page'],
    ['/probe/abc/double', '{"amount":', {}, 'body'],
    ['/probe/abc/double', '{"amount":1}', { 'Content-Type': 'text/plain' }, 'body'],
    [
      '/probe/abc/double',
      'amount=1',
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      'body',
    ],
    ...brokenForms.map(
      ([type, text]) => ['/probe/abc/double', text, { 'Content-Type': type }, 'body'] as const,
    ),
  ])('should refuse %s with %j', async (path, body, headers, field) => {
    const answer = await send(path, { body, headers: headers as never, method: 'POST' })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].data).toMatchObject({ code: 'invalidInput', field })
  })
})

describe('who', () => {
  it.each([
    ['/probe/forbidden', true, 401, 'unauthenticated'],
    ['/probe/forbidden', false, 403, 'forbidden'],
    ['/probe/plugin', true, 401, 'unauthenticated'],
    ['/probe/plugin', false, 404, 'pluginOff'],
    ['/openapi.json', true, 401, 'unauthenticated'],
  ])('should answer %s (stranger: %s) with %i', async (path, stranger, status, code) => {
    const answer = await send(path, { stranger })
    expect(answer).toMatchObject({ body: { errors: [{ data: { code } }] }, status })
  })

  it('should look at the person before the input', async () => {
    expect((await double({ amount: 'x' }, { stranger: true })).status).toBe(401)
  })
})

describe('transaction', () => {
  it.each([
    ['known', 409, 'seatTaken'],
    ['unknown', 500, 'internal'],
    ['twice', 400, 'notUnique'],
  ])('should leave nothing behind after a failure that is %s', async (fail, status, code) => {
    const { body, ...answer } = await send(`/probe/write?fail=${fail}`, { method: 'PUT' })
    expect(answer.status).toBe(status)
    expect(body.errors[0].data.code).toBe(code)
    expect(JSON.stringify(body)).not.toContain('bank')
    expect(await payload.db.findOne(key('probe'))).toBeNull()
  })

  it('should keep everything after a success', async () => {
    expect((await send('/probe/write', { method: 'PUT' })).status).toBe(200)
    expect(await payload.db.findOne(key('probe'))).toMatchObject({ value: 1 })
  })

  it('should not be possible on a get', () => {
    const definition = {
      handler: () => ({}),
      output: z.object({}),
      path: '/x',
      summary: '',
      who: () => true,
    }
    expect(() => defineEndpoint({ ...definition, method: 'get', transaction: true })).toThrow(
      /never changes/,
    )
  })
})

describe('errors of documents', () => {
  it('should be said in words, with the field to mark', async () => {
    const other = await payload.create({
      collection: 'institutions',
      data: { name: 'Other', code: 'other' } as never,
    })
    const body = JSON.stringify({ institution: other.id, lastName: 'Muster' })
    const answer = await send('/contacts', { body, language: 'fr', method: 'POST' })
    expect(answer.status).toBe(403)
    expect(answer.body.errors[0]).toMatchObject({
      data: { code: 'otherInstitution', errors: [{ path: 'institution' }], field: 'institution' },
      message: expect.stringMatching(/^Ceci appartient à une autre institution\. .+\.$/),
    })
  })
})

describe('a form that cannot be read', () => {
  it.each(brokenForms)(
    'should be refused wherever a document is sent: %s %j',
    async (type, text) => {
      const faults: unknown[] = []
      for (const [method, path] of [
        ['POST', '/contacts'],
        ['PATCH', '/contacts/1'],
        ['PATCH', '/contacts?where[id][equals]=1'],
        ['POST', '/subscriber-imports'],
        ['POST', '/users'],
        ['POST', '/users/login'],
      ] as const) {
        const { body, status } = await send(path, {
          body: text,
          headers: { 'Content-Type': type },
          method,
        })
        const { code, field } = body.errors?.[0]?.data ?? {}
        if (status !== 400 || code !== 'invalidInput' || field !== 'body')
          faults.push([method, path, status, body])
      }
      expect(faults).toEqual([])
    },
  )
})

describe('description', () => {
  it('should hold our endpoints with parameters, bodies and the codes of errors', async () => {
    const { body } = await send('/openapi.json')
    const operation = body.paths['/api/probe/{id}/double'].post
    expect(body.openapi).toBe('3.1.0')
    expect(
      operation.parameters.map(({ name, in: place, required }: any) => [place, name, required]),
    ).toEqual([
      ['path', 'id', true],
      ['query', 'page', false],
    ])
    expect(operation.requestBody.content['application/json'].schema.required).toEqual(['amount'])
    expect(operation.responses['201'].content['application/json'].schema.required).toEqual([
      'doubled',
      'page',
    ])
    expect(JSON.stringify(body.components.schemas.Error)).toContain('seatTaken')
    expect(body.paths['/api/health'].get.security).toEqual([])
  })

  it('should give each operation a name of its own', async () => {
    const { body } = await send('/openapi.json')
    const names = Object.values(
      body.paths as Record<string, Record<string, { operationId: string }>>,
    ).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
    expect(new Set(names).size).toBe(names.length)
  })
})
