import type { Payload } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import type { Mail } from '../../src/jobs/mail/mailKind'

import { deleteMany, readMany } from '../../src/database/bulk'
import { messageIDOf } from '../../src/jobs/mail/mailKind'
import { drainOutbox } from '../../src/jobs/outbox/drainOutbox'
import { enqueue } from '../../src/operations/outbox'
import { startSMTPServer } from '../helpers/smtpServer'
import { startHouse } from '../helpers/startHouse'

const DAY = 86_400_000

let house: Awaited<ReturnType<typeof startHouse>>
let institution: string
let payload: Payload
let server: Awaited<ReturnType<typeof startSMTPServer>>

beforeAll(async () => {
  server = await startSMTPServer()
  Object.assign(process.env, {
    MAIL_FROM: 'House <tickets@house.test>',
    SMTP_URL: server.url,
  })
  house = await startHouse()
  ;({ payload } = house)
  institution = (await house.institution('MAIL')).id
})
afterAll(async () => {
  await house.stop()
  await server.stop()
})
beforeEach(async () => {
  await deleteMany({ collection: 'outbox', payload, where: {} })
  server.state.answers = {}
  server.taken.length = 0
})

const send = async (content: Partial<Mail> = {}, until?: Date) => {
  await enqueue({
    payload,
    req: {},
    rows: [
      {
        content: { subject: 'Ihr Abonnement', text: 'Grüezi', to: 'anna@house.test', ...content },
        institution,
        key: 'mail 1',
        kind: 'mail',
      },
    ],
  })
  await drainOutbox({ payload, until })
  return row()
}
const row = async () => (await readMany({ collection: 'outbox', payload, where: {} }))[0]!

describe('mails by SMTP', () => {
  it('should go to the one recipient, with a Message-ID that follows from the key', async () => {
    expect(await send({ html: '<p>Grüezi</p>' })).toMatchObject({
      answer: { messageID: messageIDOf('mail 1', 'tickets@house.test') },
      state: 'done',
    })
    expect(server.taken).toHaveLength(1)
    expect(server.taken[0]).toMatchObject({
      messageID: messageIDOf('mail 1', 'tickets@house.test'),
      recipients: ['anna@house.test'],
    })
    expect(messageIDOf('mail 1', 'tickets@house.test')).toMatch(/^<[0-9a-f]{40}@house\.test>$/)
    expect(messageIDOf('mail 2', 'tickets@house.test')).not.toBe(
      messageIDOf('mail 1', 'tickets@house.test'),
    )
  })

  it('should take no header and no second recipient out of what people have typed', async () => {
    await send({ subject: 'Hello\r\nBcc: evil@other.test', to: 'anna@house.test' })
    expect(server.taken[0]!.recipients).toEqual(['anna@house.test'])
    expect(server.taken[0]!.content).not.toMatch(/^Bcc:/im)
    await deleteMany({ collection: 'outbox', payload, where: {} })
    server.taken.length = 0
    await send({ to: 'anna@house.test, evil@other.test' })
    expect(server.taken.flatMap(({ recipients }) => recipients)).not.toContain('evil@other.test')
  })

  it.each(['recipient', 'data', 'message'] as const)(
    'should fail for good when the server refuses the %s for good',
    async (step) => {
      server.state.answers = { [step]: '550 5.1.1 No such user' }
      const { error, state } = await send()
      expect(state).toBe('failed')
      expect(error).toContain('No such user')
      expect(server.taken).toHaveLength(0)
    },
  )

  it.each(['recipient', 'message'] as const)(
    'should come back later, and later each time, when the server refuses the %s for now',
    async (step) => {
      server.state.answers = { [step]: '451 4.7.1 Try again later' }
      const waits: number[] = []
      let found = await send()
      for (let i = 0; i < 3; i++) {
        expect(found).toMatchObject({ attempts: i + 1, state: 'waiting' })
        waits.push(new Date(found.dueAt).getTime() - Date.now())
        await drainOutbox({ payload, until: new Date(Date.now() + DAY) })
        found = await row()
      }
      expect(waits[0]).toBeGreaterThan(30_000)
      expect(waits[1]).toBeGreaterThan(2 * waits[0]!)
      expect(waits[2]).toBeGreaterThan(2 * waits[1]!)
      server.state.answers = {}
      await drainOutbox({ payload, until: new Date(Date.now() + DAY) })
      expect((await row()).state).toBe('done')
      expect(server.taken).toHaveLength(1)
    },
  )

  it.each(['greeting', 'recipient'] as const)(
    'should not be lost when the server hangs up at the %s',
    async (step) => {
      server.state.answers = { [step]: 'drop' }
      const { state } = await send()
      // Before the message is asked for it is known not to have left; after that nobody knows.
      expect(state).toBe(step === 'greeting' ? 'waiting' : 'unknown')
    },
  )

  it('should be unknown, and not be sent again, when the server hangs up over the message', async () => {
    server.state.answers = { message: 'drop' }
    expect(await send()).toMatchObject({ dueAt: null, state: 'unknown' })
    server.state.answers = {}
    await drainOutbox({ payload, until: new Date(Date.now() + 1000 * DAY) })
    expect((await row()).state).toBe('unknown')
    expect(server.taken).toHaveLength(0)
  })

  it('should give up after days of refusals', async () => {
    server.state.answers = { recipient: '451 Try again later' }
    await send()
    await payload.db.updateOne({
      collection: 'outbox',
      data: { createdAt: new Date(Date.now() - 5 * DAY).toISOString() },
      where: { key: { equals: 'mail 1' } },
    })
    await drainOutbox({ payload, until: new Date(Date.now() + DAY) })
    expect((await row()).state).toBe('failed')
  })
})

describe('a mail in doubt', () => {
  const doubtful = async () => {
    server.state.answers = { message: 'drop' }
    const { id } = await send()
    server.state.answers = {}
    return id as string
  }
  const decide = (id: string, decision: string, token?: string) =>
    house.ask({ body: { decision }, method: 'POST', path: `/outgoing/${id}/decide`, token })

  it('should be sent again, or be done, when a person says so, and once only', async () => {
    const { token, user } = await house.staff({ institution, roles: ['salesManager'] })
    const again = await doubtful()
    expect((await decide(again, 'again', token)).status).toBe(200)
    expect((await decide(again, 'again', token)).status).toBe(409)
    await drainOutbox({ payload })
    expect((await row()).state).toBe('done')
    expect(server.taken).toHaveLength(1)
    await deleteMany({ collection: 'outbox', payload, where: {} })
    const arrived = await doubtful()
    expect((await decide(arrived, 'arrived', token)).status).toBe(200)
    await drainOutbox({ payload, until: new Date(Date.now() + DAY) })
    expect(await row()).toMatchObject({ error: null, state: 'done' })
    expect(server.taken).toHaveLength(1)
    const entries = await readMany({
      collection: 'journal',
      payload,
      where: { document: [again, arrived] },
    })
    expect(entries.map(({ user: who }) => who)).toEqual([user.id, user.id])
  })

  it('should be decided by nobody else, of no other house, and not while it is not in doubt', async () => {
    const cashier = await house.staff({ institution, roles: ['cashier'] })
    const stranger = await house.staff({
      institution: (await house.institution('ELSEWHERE')).id,
      roles: ['administrator'],
    })
    const administrator = await house.staff({ institution, roles: ['administrator'] })
    const id = await doubtful()
    expect((await decide(id, 'again')).status).toBe(401)
    expect((await decide(id, 'again', cashier.token)).status).toBe(403)
    expect((await decide(id, 'again', stranger.token)).status).toBe(404)
    expect((await row()).state).toBe('unknown')
    await deleteMany({ collection: 'outbox', payload, where: {} })
    const sent = await send()
    expect((await decide(sent.id, 'again', administrator.token)).status).toBe(409)
    expect((await row()).state).toBe('done')
  })
})
