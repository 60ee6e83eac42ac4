import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'crypto'

import type { Role } from '../../src/access/roles'
import type { EndpointDefinition } from '../../src/endpoints/defineEndpoint'
import type { Houses } from './startHouses'

import { allRoles } from '../../src/access/roles'
import { definitionOf } from '../../src/endpoints/defineEndpoint'
import { peopleOfA, startHouses } from './startHouses'

type Entry = {
  /** What it is sent: right enough to be looked at; about the documents of a house, where it names some. */
  body?: ((ids: Record<string, string>) => unknown) | object
  /** Whose id stands in its path. */
  of?: string
  query?: (ids: Record<string, string>) => string
  /**
   * Who may. Written out here, so that a slip in the code does not move the test. `signed` is for machines: it believes what carries
   * the right signature, and nobody’s log-in; `linked` for customers, who bring the token of their personal link and nothing else.
   */
  roles: 'everybody' | 'linked' | 'signed' | readonly Role[]
}

const steering: readonly Role[] = ['administrator', 'salesManager']
const reminding: readonly Role[] = ['administrator', 'cashier', 'marketing', 'salesManager']
const collecting: readonly Role[] = ['accountant', 'administrator', 'salesManager']
const ofDebitFile: Entry = { body: {}, of: 'direct-debit-files', roles: collecting }
const ofRun: Entry = { of: 'runs', roles: allRoles }
const ofBatch: Entry = { body: {}, of: 'renewal-batches', roles: steering }
const steersRun: Entry = { body: {}, of: 'runs', roles: steering }

/** Every endpoint of ours. One that is missing here fails the build. */
const matrix: Record<string, Entry> = {
  'get /health': { roles: 'everybody' },
  'get /openapi.json': { roles: allRoles },
  'get /payment/card/:token': { roles: 'linked' },
  'get /payment/card/:token/back': { roles: 'linked' },
  'get /payment/debits/:id/file': { of: 'direct-debit-files', roles: collecting },
  'get /renewal/batches/:id/check': {
    of: 'renewal-batches',
    roles: ['accountant', 'administrator', 'cashier', 'marketing', 'salesManager'],
  },
  'get /run/:id/events': ofRun,
  'get /run/:id/groups': ofRun,
  'get /run/:id/progress': ofRun,
  'get /run/:id/rows': ofRun,
  'get /run/:id/rows.csv': ofRun,
  'get /seat-maps/files/:id': {
    of: 'files',
    query: ({ performances }) => `?performance=${performances}`,
    roles: allRoles,
  },
  'get /subscriber-import/:id/columns': { of: 'subscriber-imports', roles: steering },
  'post /mail-previews': {
    body: { kind: 'run-ended', language: 'de' },
    roles: ['administrator', 'marketing', 'salesManager'],
  },
  'post /outgoing/:id/decide': { body: { decision: 'again' }, of: 'outbox', roles: collecting },
  'post /payment/aliases/:id/revoke': {
    body: {},
    of: 'aliases',
    roles: ['administrator', 'cashier', 'salesManager'],
  },
  'post /payment/bank-files': { body: {}, roles: collecting },
  'post /payment/card-links': {
    body: ({ 'payment-failures': failure }) => ({ failures: [failure], key: randomUUID() }),
    of: 'payment-failures',
    roles: reminding,
  },
  'post /payment/card-links/:id/withdraw': { body: {}, of: 'card-links', roles: reminding },
  'post /payment/card/:token': { body: {}, roles: 'linked' },
  'post /payment/charges/:id/came-in': {
    body: { day: '2027-02-15' },
    of: 'charges',
    roles: collecting,
  },
  'post /payment/charges/:id/not-came-in': {
    body: { reason: 'Asked at the bank' },
    of: 'charges',
    roles: collecting,
  },
  'post /payment/charges/:id/refund': {
    body: { amount: 1, key: randomUUID() },
    of: 'charges',
    roles: ['accountant', 'administrator', 'salesManager'],
  },
  'post /payment/contacts/:id/card-link': {
    body: ({ sites }) => ({ key: randomUUID(), site: sites }),
    of: 'contacts',
    roles: reminding,
  },
  'post /payment/debits': { body: {}, roles: collecting },
  'post /payment/debits/:id/discard': ofDebitFile,
  'post /payment/debits/:id/not-handed-in': ofDebitFile,
  'post /payment/debits/:id/release': ofDebitFile,
  'post /payment/debits/:id/take-out': {
    ...ofDebitFile,
    body: { charge: 'unknown' },
  },
  'post /payment/expiring-cards': {
    body: ({ aliases }) => ({ cards: [aliases], key: randomUUID() }),
    of: 'aliases',
    roles: ['administrator', 'cashier', 'salesManager'],
  },
  'post /payment/failures/:id/charge': {
    body: {},
    of: 'payment-failures',
    roles: ['administrator', 'cashier', 'salesManager'],
  },
  'post /payment/failures/:id/close': {
    body: { reason: 'Bought anew at the counter' },
    of: 'payment-failures',
    roles: ['accountant', 'administrator', 'cashier', 'salesManager'],
  },
  'post /payment/files/:id/payments': {
    body: { amount: 1, key: randomUUID(), method: 'cash' },
    of: 'files',
    roles: ['accountant', 'administrator', 'cashier', 'salesManager'],
  },
  'post /payment/mandates/:id/account': {
    body: { iban: 'AT611904300234573201' },
    of: 'mandates',
    roles: ['accountant', 'administrator', 'cashier', 'salesManager'],
  },
  'post /payment/mandates/:id/revoke': {
    body: {},
    of: 'mandates',
    roles: ['administrator', 'cashier', 'salesManager'],
  },
  'post /payment/payments/:id/take-back': {
    body: { reason: 'Noted on the wrong file' },
    of: 'payments',
    roles: ['accountant', 'administrator', 'cashier', 'salesManager'],
  },
  'post /payment/webhooks/:id': { body: {}, of: 'payment-accounts', roles: 'signed' },
  'post /renewal/batches/:id/schedule': ofBatch,
  'post /renewal/batches/:id/start': ofBatch,
  'post /renewal/batches/:id/unschedule': ofBatch,
  'post /renewal/runs/:id/again': steersRun,
  'post /renewal/runs/:id/undo': steersRun,
  'post /run/:id/resume': steersRun,
  'post /run/:id/stop': steersRun,
  'post /seat-maps/venues/:id': {
    body: {},
    of: 'venues',
    roles: ['administrator', 'catalogueEditor'],
  },
  'post /subscriber-import/:id/start': {
    body: { mode: 'check' },
    of: 'subscriber-imports',
    roles: steering,
  },
}

/** What Payload brings itself for its collections, and the door of ours that is always shut. Others are made with `defineEndpoint`. */
const payloadsOwn = [
  'delete /',
  'delete /:id',
  'delete /:key',
  'get /',
  'get /:id',
  'get /:key',
  'get /access',
  'get /count',
  'get /file/:filename',
  'get /init',
  'get /me',
  'get /paste-url/:id?',
  'get /versions',
  'get /versions/:id',
  'patch /',
  'patch /:id',
  'post /',
  'post /:id/duplicate',
  'post /:key',
  'post /access/:id?',
  'post /first-register',
  'post /forgot-password',
  'post /login',
  'post /logout',
  'post /refresh-token',
  'post /reset-password',
  'post /unlock',
  'post /verify/:id',
  'post /versions/:id',
]

let houses: Houses

beforeAll(async () => {
  houses = await startHouses()
}, 120_000)

afterAll(() => houses.stop())

const definitions = (): { definition: EndpointDefinition; key: string; path: string }[] =>
  [
    ...houses.payload.config.endpoints.map((endpoint) => ({ endpoint, prefix: '' })),
    ...houses.payload.config.collections.flatMap(({ slug, endpoints }) =>
      (endpoints || []).map((endpoint) => ({ endpoint, prefix: `/${slug}` })),
    ),
  ].flatMap(({ endpoint, prefix }) => {
    const definition = definitionOf(endpoint)
    if (!definition) return []
    const path = `${prefix}${definition.path}`
    return [{ definition, key: `${definition.method} ${path}`, path }]
  })

/** How an endpoint is asked about the documents of a planted house. */
const requestFor = (
  { definition, key, path }: ReturnType<typeof definitions>[number],
  ids: Record<string, string>,
) => {
  const { body, of, query } = matrix[key]!
  return {
    body: typeof body === 'function' ? body(ids) : body,
    method: definition.method.toUpperCase(),
    route: `${path.replace(':id', of ? ids[of]! : '')}${query?.(ids) ?? ''}`,
  }
}

describe('our endpoints', () => {
  it('should all be made with defineEndpoint', () => {
    const { collections, endpoints } = houses.payload.config
    const others = [...endpoints, ...collections.flatMap((one) => one.endpoints || [])]
      .filter((endpoint) => !definitionOf(endpoint))
      .map(({ method, path }) => `${method} ${path}`)
    expect(others.filter((key) => !payloadsOwn.includes(key))).toEqual([])
  })

  it('should all be in the matrix', () => {
    expect(
      definitions()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(Object.keys(matrix).sort())
  })

  it.each(Object.keys(peopleOfA))(
    'should show and change nothing of another institution for %s',
    async (name) => {
      const { ask, everything, other, people } = houses
      const before = await everything(other.ids.institutions)
      const faults: string[] = []
      for (const endpoint of definitions()) {
        const { of, roles } = matrix[endpoint.key]!
        const request = requestFor(endpoint, other.ids)
        const { status, text } = await ask(people[name], request.route, request)
        if (text.includes(other.canary)) faults.push(`${endpoint.key} shows the canary`)
        if (status >= 500) faults.push(`${endpoint.key} fails with ${status}`)
        const refused = roles === 'signed' ? [400] : [401, 403, 404]
        if (of && !refused.includes(status)) faults.push(`${endpoint.key}: ${status}`)
      }
      expect(faults).toEqual([])
      expect(await everything(other.ids.institutions)).toEqual(before)
    },
    120_000,
  )

  it('should refuse the roles that have no right to it, and those alone, with the code', async () => {
    const { ask, first, person } = houses
    const faults: string[] = []
    for (const role of allRoles) {
      const asker = await person({ roles: [role] })
      for (const endpoint of definitions()) {
        const { roles } = matrix[endpoint.key]!
        if (roles === 'signed' || roles === 'linked') continue
        const request = requestFor(endpoint, first.ids)
        const { body, status } = await ask(asker, request.route, request)
        const may = roles === 'everybody' || roles.includes(role)
        const isRefused = status === 403 && body?.errors?.[0]?.data?.code === 'forbidden'
        if (may === isRefused || (may && status === 404) || status >= 500)
          faults.push(`${endpoint.key} for ${role}: ${status} ${JSON.stringify(body)}`)
      }
    }
    expect(faults).toEqual([])
  }, 120_000)

  it('should refuse strangers, but for those that are for everybody', async () => {
    const { ask, first } = houses
    for (const endpoint of definitions()) {
      const request = requestFor(endpoint, first.ids)
      const { status } = await ask(null, request.route, request)
      expect([endpoint.key, status]).toEqual([
        endpoint.key,
        { everybody: 200, linked: 404, signed: 400 }[matrix[endpoint.key]!.roles as 'everybody'] ??
          401,
      ])
    }
  })

  it('should change nothing when it is a get', async () => {
    const { ask, everything, first, payload, people } = houses
    const asker = people['an administrator']!
    const before = await everything()
    for (const endpoint of definitions()) {
      const request = requestFor(endpoint, first.ids)
      if (request.method === 'GET') await ask(asker, request.route)
    }
    for (const { slug, endpoints } of payload.config.collections)
      for (const { method, path } of endpoints || [])
        if (method === 'get')
          await ask(
            asker,
            `/${slug}${path.replace(/:id\??|:key/, first.ids[slug]!).replace(':filename', `${first.canary}.csv`)}`,
          )
    for (const { method, path } of payload.config.endpoints)
      if (method === 'get') await ask(asker, path.replace(/:\w+/g, 'unknown'))
    expect(await everything()).toEqual(before)
  }, 120_000)
})
