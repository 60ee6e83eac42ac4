import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createServer } from 'http'

import type { Request, Response } from 'express'
import type { Server } from 'http'
import type { AddressInfo } from 'net'
import type { Payload } from 'payload'
import type { ServerState } from '../../src/server/createApp'

import { createApp } from '../../src/server/createApp'
import { drainable } from '../../src/server/drain'
import { surviveRefusals } from '../../src/server/surviveRefusals'
import { clientIP } from '../../src/utilities/clientIP'
import { RepriseError } from '../../src/utilities/errors'
import { sendRequest } from '../helpers/sendRequest'
import { startPayload } from '../helpers/startPayload'

let payload: Payload
let stop: () => Promise<void>
const servers: Server[] = []

/** What stands in for Next: the test says what it answers. */
let handle: (req: Request, res: Response) => Promise<void>

const serve = async (
  settings: {
    serverURL?: string
    trustProxy?: false | number | string[]
    uploadLimit?: number
  } = {},
) => {
  const state: ServerState = { isStopping: false, payload }
  const server = createServer()
  const drain = drainable(server)
  const environment = {
    isProduction: true,
    serverURL: undefined,
    trustProxy: false as const,
    uploadLimit: 2000,
    ...settings,
  }
  server.on('request', createApp({ environment, handle: (req, res) => handle(req, res), state }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push(server)
  return { drain, port: (server.address() as AddressInfo).port, state }
}

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  payload.logger.level = 'silent'
})

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  await stop()
})

beforeEach(() => {
  handle = async (req, res) => {
    res.json({
      host: req.headers.host,
      ip: clientIP(req),
      nonce: req.headers['content-security-policy'],
    })
  }
})

describe('health', () => {
  it('should say live at once, and ready only while Payload is there and nothing is stopping', async () => {
    const { port, state } = await serve()
    state.payload = undefined
    expect((await sendRequest({ path: '/health/live', port })).json()).toEqual({ status: 'live' })
    expect((await sendRequest({ path: '/health', port })).status).toBe(503)
    expect((await sendRequest({ path: '/admin', port })).status).toBe(503)
    state.payload = payload
    expect((await sendRequest({ path: '/health/ready', port })).json()).toEqual({ status: 'ready' })
    state.isStopping = true
    expect((await sendRequest({ path: '/health', port })).json()).toEqual({ status: 'stopping' })
  })

  it('should be unavailable when the database does not answer', async () => {
    const { port, state } = await serve()
    const db = { ...payload.db, findOne: () => Promise.reject(new Error('gone')) }
    state.payload = {
      config: payload.config,
      db,
      logger: { ...payload.logger, error: () => undefined },
    } as never
    expect(await sendRequest({ path: '/health', port })).toMatchObject({
      body: '{"status":"unavailable"}',
      status: 503,
    })
  })
})

describe('address of the client', () => {
  const forged = {
    'CF-Connecting-IP': '6.6.6.6',
    Forwarded: 'for=6.6.6.6',
    'X-Forwarded-For': '6.6.6.6',
    'X-Real-IP': '6.6.6.6',
    'X-Reprise-Client-IP': '6.6.6.6',
  }

  it('should be the connection, whatever the client writes', async () => {
    const { port } = await serve()
    expect((await sendRequest({ headers: forged, path: '/x', port })).json().ip).toBe('127.0.0.1')
  })

  it('should be the right-most entry behind one proxy, however long the list', async () => {
    const { port } = await serve({ trustProxy: 1 })
    const list = [...Array(50).fill('6.6.6.6'), '2001:db8::7'].join(', ')
    const headers = { ...forged, 'X-Forwarded-For': list }
    expect((await sendRequest({ headers, path: '/x', port })).json().ip).toBe('2001:db8::7')
  })

  it('should believe the named proxies only, and write IPv4 plainly', async () => {
    const { port } = await serve({ trustProxy: ['127.0.0.1'] })
    const headers = { 'X-Forwarded-For': '6.6.6.6, ::ffff:9.9.9.9' }
    expect((await sendRequest({ headers, path: '/x', port })).json().ip).toBe('9.9.9.9')
    const { port: other } = await serve({ trustProxy: ['10.0.0.1'] })
    expect((await sendRequest({ headers, path: '/x', port: other })).json().ip).toBe('127.0.0.1')
  })
})

describe('paths', () => {
  it.each([
    ['POST', '/api/users/first-register'],
    ['POST', '/api/users/%66irst-register'],
    ['POST', '/api//users/first-register/'],
    ['POST', '/API/users/FIRST-register?x=1'],
    ['POST', '/api/users\\first-register'],
    ['GET', '/admin/create-first-user'],
    ['GET', '/admin/create-first-user/?_rsc=1'],
    ['GET', '/admin/create%2Dfirst-user'],
    ['GET', '/api/graphql'],
    ['POST', '/api/graphql-playground'],
    ['GET', '/api/%ZZ'],
    ['GET', 'http://127.0.0.1/api/users/first-register'],
  ])('should not know %s %s', async (method, path) => {
    const { port } = await serve()
    expect(
      (await sendRequest({ headers: { 'Content-Length': '0' }, method, path, port })).status,
    ).toBe(404)
  })

  it('should say in words how accounts are made', async () => {
    const { port } = await serve()
    const headers = { Accept: 'text/html', 'Accept-Language': 'de-CH' }
    const { body } = await sendRequest({ headers, path: '/admin/create-first-user', port })
    expect(body).toContain('Konten werden nicht hier angelegt.')
    expect(body).toContain('npx reprise user create')
  })
})

describe('origin', () => {
  const post = async (headers: Record<string, string>, serverURL?: string) => {
    const { port } = await serve({ serverURL })
    const sent = { 'Content-Type': 'text/plain', Host: 'box.local:3000', ...headers }
    return (
      await sendRequest({ body: '{}', headers: sent, method: 'POST', path: '/api/files', port })
    ).status
  }

  it.each([
    [{ Origin: 'http://evil.example' }, 403],
    [{ Origin: 'null' }, 403],
    [{ Origin: 'http://box.local' }, 403],
    [{ Cookie: 'payload-token=x', Referer: 'http://evil.example/a' }, 403],
    [{ Cookie: 'payload-token=x' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ Origin: 'http://box.local:3000', 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ Origin: 'http://box.local:3000' }, 200],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 200],
    [{ Cookie: 'payload-token=x', Referer: 'http://box.local:3000/admin' }, 200],
    [{ Authorization: 'users API-Key x' }, 200],
  ])('should answer a change with %j by %i', async (headers, status) => {
    expect(await post(headers as never)).toBe(status)
  })

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'should let no form of another page reach any path that changes something: %s',
    async (type) => {
      const reached: string[] = []
      handle = async (req, res) => {
        reached.push(`${req.method} ${req.url}`)
        res.json({})
      }
      const { port } = await serve()
      const { config } = payload
      const changing = [
        ...config.endpoints.map(({ method, path }) => ({ method, path })),
        ...config.collections.flatMap(({ slug, endpoints }) =>
          (endpoints || []).map(({ method, path }) => ({ method, path: `/${slug}${path}` })),
        ),
      ].filter(({ method }) => method !== 'get')
      expect(changing.length).toBeGreaterThan(100)
      // What the pages of the panel themselves send goes to their own address.
      const paths = [...changing.map(({ path }) => `/api${path}`), '/admin', '/admin/login']
      const headers = {
        'Content-Type': type,
        Cookie: 'payload-token=x',
        Host: 'box.local:3000',
        Origin: 'http://evil.example',
      }
      for (const path of paths.map((one) => one.replace(/:\w+\??/g, '1'))) {
        const answer = await sendRequest({ body: 'a=1', headers, method: 'POST', path, port })
        expect([path, answer.status]).toEqual([path, path.endsWith('first-register') ? 404 : 403])
      }
      expect(reached).toEqual([])
    },
  )

  it('should compare with SERVER_URL where that is given, scheme and all', async () => {
    const serverURL = 'https://tickets.example.org'
    expect(await post({ Origin: serverURL }, serverURL)).toBe(200)
    expect(await post({ Origin: 'http://tickets.example.org' }, serverURL)).toBe(403)
    expect(await post({ Origin: 'http://box.local:3000' }, serverURL)).toBe(403)
  })

  it('should show Next the address of SERVER_URL and no other', async () => {
    const { port } = await serve({ serverURL: 'https://tickets.example.org' })
    const headers = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' }
    expect((await sendRequest({ headers, path: '/x', port })).json().host).toBe(
      'tickets.example.org',
    )
  })

  it('should explain a refusal with its code', async () => {
    const { port } = await serve()
    const headers = { 'Accept-Language': 'fr', Origin: 'http://evil.example' }
    const { json } = await sendRequest({ headers, method: 'DELETE', path: '/api/files/1', port })
    expect(json().errors[0]).toMatchObject({
      data: { code: 'wrongOrigin', nextStep: expect.stringContaining('Ouvrez Reprise') },
      message: expect.stringContaining('Cette demande'),
    })
  })
})

describe('size', () => {
  const post = async (path: string, headers: Record<string, string>) => {
    const { port } = await serve({ uploadLimit: 20_000_000 })
    return (await sendRequest({ headers, method: 'POST', path, port })).status
  }

  it('should refuse what its path is not for, before reading it', async () => {
    expect(await post('/api/users/login', { 'Content-Length': '70000' })).toBe(413)
    expect(await post('/api/files', { 'Content-Length': '11000000' })).toBe(413)
    expect(await post('/api/files', { 'Transfer-Encoding': 'chunked' })).toBe(413)
  })

  it('should take a form as large as a file only where files are taken', async () => {
    const send = (path: string, length: number, type = 'multipart/form-data; boundary=x') =>
      post(path, { 'Content-Length': String(length), 'Content-Type': type })
    for (const path of ['/api/subscriber-imports', '/api/subscriber-imports/1']) {
      expect(await send(path, 11_000_000)).toBe(200)
      expect(await send(path, 21_000_000)).toBe(413)
      expect(await send(path, 11_000_000, 'application/json')).toBe(413)
    }
    expect(await send('/api/payment/bank-files', 11_000_000)).toBe(200)
    for (const path of [
      '/api/files',
      '/api/files/1',
      '/api/mail-previews',
      '/api/subscriber-imports/1/other',
      '/admin/collections/subscriber-imports',
    ]) {
      expect([path, await send(path, 1_000_000)]).toEqual([path, 200])
      expect([path, await send(path, 11_000_000)]).toEqual([path, 413])
    }
  })
})

describe('headers', () => {
  it('should allow scripts by the nonce of this answer only, and name no other host', async () => {
    const { port } = await serve()
    const answers = [
      await sendRequest({ path: '/x', port }),
      await sendRequest({ path: '/x', port }),
    ]
    const policies = answers.map(({ headers }) => String(headers['content-security-policy']))
    expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic';/)
    expect(policies[0]).not.toBe(policies[1])
    expect(policies[0]).not.toContain('://')
    expect(answers[0].json().nonce).toBe(policies[0])
    expect(answers[0].headers['x-powered-by']).toBeUndefined()
    expect(answers[0].headers['x-content-type-options']).toBe('nosniff')
  })

  it('should keep answers of the API out of caches', async () => {
    const { port } = await serve()
    expect((await sendRequest({ path: '/api/files', port })).headers['cache-control']).toBe(
      'no-store',
    )
  })
})

describe('streams', () => {
  it('should pass each event on when it is sent', async () => {
    const { port } = await serve()
    let sendSecond: () => void = () => undefined
    handle = async (_req, res) => {
      res.writeHead(200, { 'Content-Type': 'text/event-stream' })
      res.write('data: 1\n\n')
      await new Promise<void>((resolve) => (sendSecond = resolve))
      res.end('data: 2\n\n')
    }
    const { body } = await fetch(`http://127.0.0.1:${port}/api/events`)
    const reader = body!.getReader()
    const next = async () => new TextDecoder().decode((await reader.read()).value)
    // The second event does not exist yet: only an unbuffered way can bring the first.
    expect(await next()).toBe('data: 1\n\n')
    sendSecond()
    expect(await next()).toBe('data: 2\n\n')
  })
})

describe('stopping', () => {
  it('should finish what is under way, end streams, and take nothing new', async () => {
    const { drain, port } = await serve()
    let finish: () => void = () => undefined
    handle = async (req, res) => {
      if (req.path === '/api/events')
        return void res.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders()
      await new Promise<void>((resolve) => (finish = resolve))
      res.json({ done: true })
    }
    const stream = await fetch(`http://127.0.0.1:${port}/api/events`)
    const slow = sendRequest({ path: '/api/slow', port })
    await new Promise((resolve) => setTimeout(resolve, 100))
    const drained = drain(10)
    await expect(stream.text()).rejects.toThrow()
    await expect(sendRequest({ path: '/api/new', port })).rejects.toThrow(/ECONNREFUSED/)
    finish()
    expect((await slow).json()).toEqual({ done: true })
    expect(await drained).toBe(0)
  })

  it('should cut off what lasts too long', async () => {
    const { drain, port } = await serve()
    handle = () => new Promise(() => undefined)
    const stuck = sendRequest({ path: '/api/stuck', port }).catch((err: Error) => err.message)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await drain(0.2)).toBe(1)
    expect(await stuck).toMatch(/hang up|ECONNRESET/)
  })
})

describe('errors', () => {
  it('should tell the person nothing of a fault but its code', async () => {
    const { port } = await serve()
    handle = () => Promise.reject(new Error('the password is 1234'))
    const { body, status } = await sendRequest({ path: '/api/x', port })
    expect(status).toBe(500)
    expect(body).toContain('"internal"')
    expect(body).not.toContain('1234')
  })
})

describe('a refusal that nobody waits for', () => {
  it('should not end the process, as a fault would', async () => {
    const logged: unknown[] = []
    const logger = { warn: ({ err }: { err: unknown }) => logged.push(err) }
    const takeBack = surviveRefusals({ logger: logger as never })
    const look = process.listeners('unhandledRejection').at(-1)!
    const refusal = new RepriseError('notFound')
    void Promise.reject(refusal)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(logged).toEqual([refusal])
    const fault = new Error('a fault of the program')
    expect(() => look(fault, Promise.resolve())).toThrow(fault)
    takeBack()
    expect(process.listeners('unhandledRejection')).not.toContain(look)
  })
})

describe('log-in attempts of one address', () => {
  it('should stop after fifty that failed, and count none that worked', async () => {
    const { port } = await serve({ trustProxy: 1 })
    const login = async (address: string) => {
      const headers = { 'Content-Length': '0', 'X-Forwarded-For': address }
      return sendRequest({ headers, method: 'POST', path: '/api/users/login', port })
    }
    for (let i = 0; i < 60; i++) expect((await login('10.0.0.1')).status).toBe(200)
    handle = async (_req, res) => void res.status(401).json({})
    const answers: number[] = []
    for (let i = 0; i < 60; i++) answers.push((await login('10.0.0.1')).status)
    expect(answers.filter((status) => status === 401)).toHaveLength(50)
    const refused = await login('10.0.0.1')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60)
    expect((await login('10.0.0.2')).status).toBe(401)
  })
})
