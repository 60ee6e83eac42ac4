import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import crypto, { randomUUID } from 'crypto'
import { syncBuiltinESMExports } from 'module'
import { handleEndpoints } from 'payload'

import type { Payload, SanitizedConfig } from 'payload'

import { CLIENT_IP_HEADER } from '../../src/utilities/clientIP'
import { mailsIn } from '../helpers/mailsIn'
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
  token?: string
}

const send = async (
  route: string,
  {
    address = '10.0.0.1',
    body,
    cookie = '',
    language = 'en',
    method = 'POST',
    token,
  }: SendArgs = {},
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
        ...(token && { Authorization: `JWT ${token}` }),
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

  it('should work as hard for an account that does not exist', async () => {
    const { pbkdf2 } = crypto
    let work: unknown[] = []
    const replace = (by: typeof pbkdf2) => {
      crypto.pbkdf2 = by
      syncBuiltinESMExports()
    }
    replace((password, salt, iterations, length, digest, done) => {
      work.push({ digest, iterations, length })
      return pbkdf2(password, salt, iterations, length, digest, done)
    })
    const workFor = async (args: Parameters<typeof login>[0]) => {
      work = []
      expect((await login({ address: '10.1.0.1', ...args })).status).toBe(401)
      return work
    }
    try {
      const known = await workFor({})
      expect(known).toHaveLength(1)
      expect(await workFor({ email: 'nobody@house.test' })).toEqual(known)
    } finally {
      replace(pbkdf2)
    }
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
  const mails = () => mailsIn(process.env.MAIL_FOLDER!).filter((mail) => mail.includes(email))
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
    // Once, by whom, and never what it is.
    const users = await payload.find({ collection: 'users', where: { email: { equals: email } } })
    const id = String(users.docs[0]!.id)
    const { docs } = await payload.find({
      collection: 'journal',
      depth: 0,
      where: { action: { equals: 'update' }, document: { equals: id } },
    })
    const entry = { after: { password: { exchanged: true } }, institution, user: id }
    expect(docs).toMatchObject([entry])
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

describe('a forged request for a new password', () => {
  const reset = (body: object) => send('reset-password', { body })
  const stored = async () =>
    (
      await payload.db.find<Record<string, any>>({
        collection: 'users',
        joins: false,
        where: { email: { equals: email } },
      })
    ).docs[0]!

  it.each([
    ['no token', { password: 'taken over!!' }],
    ['an empty one', { password: 'taken over!!', token: '' }],
    ['none at all', { password: 'taken over!!', token: null }],
    ['a condition', { password: 'taken over!!', token: { $ne: null } }],
    ['another condition', { password: 'taken over!!', token: { exists: false } }],
    ['a list', { password: 'taken over!!', token: [''] }],
    ['a word', { password: 'taken over!!', token: 'null' }],
  ])('should change nothing, with %s', async (_, body) => {
    const before = await stored()
    const { body: said, status } = await reset({ ...body, id: before.id, email })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(said.token).toBeUndefined()
    expect(await stored()).toEqual(before)
  })

  it('should not be helped by a token that is too old', async () => {
    const token = 'a'.repeat(40)
    const { id } = await stored()
    await payload.db.updateOne({
      id,
      collection: 'users',
      data: { resetPasswordExpiration: '2020-01-01T00:00:00.000Z', resetPasswordToken: token },
    })
    expect((await reset({ password: 'taken over!!', token })).status).toBe(403)
    expect((await login({ password: PASSWORD })).status).toBe(200)
  })
})

describe('a new password', () => {
  it('should end what is signed in elsewhere, and nothing of it is refreshed', async () => {
    const signIn = async () => (await login({ password: PASSWORD })).body.token as string
    const [here, elsewhere] = [await signIn(), await signIn()]
    const me = async (token: string) => {
      const { body } = await send('me', { method: 'GET', token })
      return body.user?.email ?? null
    }
    expect([await me(here), await me(elsewhere)]).toEqual([email, email])
    const [{ id }] = (
      await payload.find({ collection: 'users', where: { email: { equals: email } } })
    ).docs as [{ id: string }]
    const change = await send(id, {
      body: { password: 'a new and long one' },
      method: 'PATCH',
      token: here,
    })
    expect(change.status).toBe(200)
    expect(await me(elsewhere)).toBeNull()
    const refreshed = await send('refresh-token', { token: elsewhere })
    expect([401, 403]).toContain(refreshed.status)
    expect((await login({ password: PASSWORD })).status).toBe(401)
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
