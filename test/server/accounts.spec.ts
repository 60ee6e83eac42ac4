import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'crypto'
import { existsSync, readdirSync, readFileSync } from 'fs'
import path from 'path'
import { handleEndpoints } from 'payload'

import type { Payload, SanitizedConfig } from 'payload'

import { CLIENT_IP_HEADER } from '../../src/utilities/clientIP'
import { startPayload } from '../helpers/startPayload'

const PASSWORD = 'correct horse battery'

let config: SanitizedConfig
let institution: string
let payload: Payload
let stop: () => Promise<void>
let uri: string
let email: string

type SendArgs = {
  address?: string
  body?: object
  cookie?: string
  language?: string
  method?: string
}

const send = async (
  route: string,
  { address = '10.0.0.1', body, cookie = '', language = 'en', method = 'POST' }: SendArgs = {},
) => {
  const response = await handleEndpoints({
    config,
    payloadInstanceCacheKey: uri,
    request: new Request(`http://localhost/api/users/${route}`, {
      body: body && JSON.stringify(body),
      headers: {
        'Accept-Language': language,
        [CLIENT_IP_HEADER]: address,
        'Content-Type': 'application/json',
        Cookie: cookie,
      },
      method,
    }),
  })
  return { body: await response.json(), headers: response.headers, status: response.status }
}

const login = (
  args: { address?: string; cookie?: string; email?: string; password?: string } = {},
) =>
  send('login', {
    ...args,
    body: { email: args.email ?? email, password: args.password ?? 'wrong' },
  })

const statuses = async (count: number, attempt: () => Promise<{ status: number }>) => {
  const found: number[] = []
  for (let i = 0; i < count; i++) found.push((await attempt()).status)
  return found
}

const deviceCookie = (headers: Headers) =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('reprise-device-'))!
    .split(';')[0]

beforeAll(async () => {
  ;({ config, payload, stop, uri } = await startPayload())
  payload.logger.level = 'silent'
  institution = String(
    (
      await payload.create({
        collection: 'institutions',
        data: { name: 'House', code: 'house' } as never,
      })
    ).id,
  )
})

afterAll(() => stop())

beforeEach(async () => {
  email = `anna.${randomUUID()}@house.test`
  await payload.create({
    collection: 'users',
    data: {
      name: 'Anna',
      email,
      institution,
      password: PASSWORD,
      roles: ['administrator'],
    } as never,
  })
})

describe('log-in', () => {
  it('should look at five passwords of a hundred, and let the owner in from elsewhere', async () => {
    const found = await Promise.all(Array.from({ length: 100 }, () => login()))
    expect(found.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(found.filter(({ status }) => status === 429)).toHaveLength(95)
    expect((await login({ password: PASSWORD })).status).toBe(429)
    expect((await login({ address: '10.0.0.2', password: PASSWORD })).status).toBe(200)
  })

  it('should answer the same for an account that does not exist', async () => {
    const known = await statuses(7, () => login())
    const unknown = await statuses(7, () => login({ email: 'nobody@house.test' }))
    expect(unknown).toEqual(known)
    const { body, headers } = await login({ email: 'nobody@house.test' })
    expect(body.errors[0].data.code).toBe('tooManyAttempts')
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(60)
  })

  it('should take as long for an account that does not exist', async () => {
    const time = async (attempt: () => Promise<unknown>) => {
      const startedAt = performance.now()
      await attempt()
      return performance.now() - startedAt
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let i = 0; i < 5; i++) {
      known.push(await time(() => login({ address: `10.1.0.${i}` })))
      unknown.push(await time(() => login({ address: `10.1.0.${i}`, email: `no${i}@house.test` })))
    }
    // The quickest of five: what else this machine does must not count.
    const ratio = Math.min(...unknown) / Math.min(...known)
    expect(ratio).toBeGreaterThan(0.7)
    expect(ratio).toBeLessThan(1.4)
  })

  it('should count no attempt with the right password', async () => {
    expect(await statuses(8, () => login({ password: PASSWORD }))).toEqual(Array(8).fill(200))
  })

  it('should let the owner in on their own device while strangers guess from many addresses', async () => {
    const cookie = deviceCookie((await login({ address: '10.0.0.9', password: PASSWORD })).headers)
    const guesses: number[] = []
    for (let i = 0; i < 35; i++) guesses.push((await login({ address: `10.2.0.${i}` })).status)
    expect(guesses.filter((status) => status === 401)).toHaveLength(30)
    expect((await login({ address: '10.3.0.1', password: PASSWORD })).status).toBe(429)
    expect((await login({ address: '10.3.0.1', cookie, password: PASSWORD })).status).toBe(200)
  })

  it('should count on a known device too, and trust no made-up one', async () => {
    const cookie = deviceCookie((await login({ password: PASSWORD })).headers)
    const guesses = await statuses(12, () => login({ cookie }))
    expect(guesses.filter((status) => status === 401)).toHaveLength(10)
    const forged = cookie.replace(/=.*/, '=made-up.signature')
    const others = await statuses(7, () => login({ cookie: forged }))
    expect(others.filter((status) => status === 401)).toHaveLength(5)
  })

  it('should lock nobody in the database', async () => {
    await statuses(5, () => login())
    const user = await payload.db.findOne<{ id: string; lockUntil?: string }>({
      collection: 'users',
      where: { email: { equals: email } },
    })
    expect(user?.lockUntil ?? null).toBeNull()
  })
})

describe('new password', () => {
  const mails = () => {
    const folder = process.env.MAIL_FOLDER!
    return (existsSync(folder) ? readdirSync(folder) : [])
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .filter((mail) => mail.includes(email))
  }
  const ask = (args: SendArgs & { email?: string } = {}) =>
    send('forgot-password', { ...args, body: { email: args.email ?? email } })
  const waitForMail = async () => {
    for (let i = 0; i < 50; i++) {
      if (mails().length) return mails()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return []
  }

  it('should send a link in the language of the person, after the answer, and take the new password', async () => {
    expect((await ask({ language: 'de' })).status).toBe(200)
    const [mail] = await waitForMail()
    const text = Buffer.from(
      mail.split('\r\n\r\n').slice(1).join('\r\n\r\n').replace(/=\r\n/g, '').replace(/=3D/g, '='),
    )
    expect(mail).toContain('Subject: =?UTF-8?Q?Neues_Passwort_f')
    const [, token] = /http:\/\/localhost:\d+\/admin\/reset\/([0-9a-f]{40})/.exec(text.toString())!
    const short = await send('reset-password', { body: { password: 'short', token } })
    expect(short.body.errors[0].data).toMatchObject({ code: 'passwordTooShort', field: 'password' })
    expect(
      (await send('reset-password', { body: { password: 'a new and long one', token } })).status,
    ).toBe(200)
    expect((await login({ password: 'a new and long one' })).status).toBe(200)
    expect(
      (await send('reset-password', { body: { password: 'another long one', token } })).status,
    ).toBe(403)
  })

  it('should answer the same, and send nothing, for an account that does not exist', async () => {
    const known = await ask()
    const unknown = await ask({ email: 'nobody@house.test' })
    expect(unknown.body).toEqual(known.body)
    await waitForMail()
    expect(mails()).toHaveLength(1)
  })

  it('should not let a stranger fill a mailbox', async () => {
    const found = await statuses(5, () => ask())
    expect(found).toEqual([200, 200, 200, 429, 429])
    const others: number[] = []
    for (let i = 0; i < 6; i++) others.push((await ask({ address: `10.4.0.${i}` })).status)
    expect(others.filter((status) => status === 200)).toHaveLength(3)
  })
})

describe('first user', () => {
  it('should not be registered by anybody, not even where there is none', async () => {
    await payload.delete({ collection: 'users', where: { id: { exists: true } } })
    const { body, status } = await send('first-register', { body: { email, password: PASSWORD } })
    expect(status).toBe(404)
    expect(body.errors[0].data.code).toBe('noFirstUserForm')
    expect((await payload.count({ collection: 'users' })).totalDocs).toBe(0)
  })
})
