import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { House } from '../helpers/startHouse'

import { readMany } from '../../src/database/bulk'
import { startHouse } from '../helpers/startHouse'

let house: House
let administrator: string
let editor: string
let institution: string
let seasons: string[]

beforeAll(async () => {
  house = await startHouse()
  const theatre = await house.institution('theatre')
  const season = async (code: string, year: number) =>
    (
      await house.create('seasons', {
        ...theatre.base,
        name: code,
        code,
        endsOn: `${year + 1}-06-30`,
        startsOn: `${year}-09-01`,
      })
    ).id
  seasons = [await season('s25', 2025), await season('s26', 2026)]
  institution = theatre.id
  administrator = (await house.staff({ institution, roles: ['administrator'] })).token
  editor = (await house.staff({ institution: theatre.id, roles: ['catalogueEditor'] })).token
})

afterAll(() => house.stop())

const endOn = (endsOn: string, path: string, language: 'de' | 'en') =>
  house.ask({
    body: { endsOn },
    language,
    method: 'PATCH',
    path: `/seasons${path}`,
    token: editor,
  })

describe('what a collection refuses', () => {
  it('should be said in words, with its field and what to do', async () => {
    const { body, status } = await endOn('2025-01-31', `/${seasons[0]}`, 'en')
    expect(status).toBe(400)
    expect(body.errors[0]).toMatchObject({
      data: {
        code: 'periodReversed',
        field: 'endsOn',
        nextStep: expect.stringMatching(/^[A-Z].*\.$/),
      },
      message: expect.stringMatching(/^[A-Z].* .*\.$/),
    })
  })

  it('should be said in words also where several are changed at once, with what to do once', async () => {
    const both = `?where[id][in][0]=${seasons[0]}&where[id][in][1]=${seasons[1]}`
    const { body } = await endOn('2025-01-31', both, 'de')
    expect(body.docs).toEqual([])
    expect(body.errors.map(({ message }: { message: string }) => message).sort()).toEqual([
      'Das Ende liegt vor dem Beginn.',
      'Das Ende liegt vor dem Beginn. Wählen Sie ein späteres Ende.',
    ])
  })
})

describe('what somebody else has changed since a form was opened', () => {
  const change = (body: object, path: string, language?: 'de') =>
    house.ask({ body, language, method: 'PATCH', path, token: administrator })
  const read = async (path: string) => (await house.ask({ path, token: administrator })).body

  it.each(['a collection', 'the institution'])(
    'should not be taken back by who saves the form, which sends every field: %s',
    async (which) => {
      const path = `${which === 'a collection' ? `/seasons/${seasons[0]}` : `/institutions/${institution}`}?depth=0`
      const opened = await read(path)
      const first = await change({ ...opened, name: 'First' }, path)
      expect(first.status).toBe(200)
      expect(first.body.doc.updatedAt).not.toBe(opened.updatedAt)

      const late = await change({ ...opened, code: 'late' }, path, 'de')
      expect(late.status).toBe(409)
      expect(late.body.errors).toEqual([
        {
          data: { code: 'changedMeanwhile', nextStep: expect.stringMatching(/^Notieren .*\.$/) },
          message: expect.stringMatching(/^Das wurde geändert, seit .* nochmals ein\.$/),
        },
      ])
      expect(await read(path)).toEqual(first.body.doc)

      // Whoever was first goes on with what the answer said.
      const second = await change({ ...first.body.doc, name: 'Second' }, path)
      expect(second.status).toBe(200)
      // Other programs change a field and leave the others alone.
      expect((await change({ name: 'Third' }, path)).status).toBe(200)
      expect((await change({ ...second.body.doc, name: 'Fourth' }, path)).status).toBe(409)
      expect((await read(path)).name).toBe('Third')
    },
  )
})

describe('a payment account', () => {
  const save = (data: Record<string, unknown>) =>
    house.ask({
      body: { name: 'Cards', institution, ...data },
      language: 'de',
      method: 'POST',
      path: '/payment-accounts',
      token: administrator,
    })
  const typed = {
    environment: 'sandbox',
    hmacKey: 'ab'.repeat(16),
    merchantID: '1100000000',
    password: 'secret',
    paymentMethods: 'VIS, ECA',
    provider: 'datatrans',
  }

  it.each([
    ['hmacKey', 'ab'],
    ['hmacKey', ''],
    ['environment', 'Sandbox'],
    ['paymentMethods', 'Visa, Mastercard'],
    ['merchantID', ''],
    ['password', ' '],
  ])('should be refused where %s is "%s", at that field', async (field, text) => {
    const { body, status } = await save({ ...typed, [field]: text })
    expect([status, body.errors[0].data.errors]).toEqual([
      400,
      [expect.objectContaining({ message: expect.stringMatching(/^[A-Z].+/), path: field })],
    ])
  })

  it('should be saved, and saved again without its secrets, once all is there', async () => {
    const { body, status } = await save(typed)
    expect(status).toBe(201)
    const again = await house.ask({
      body: { ...body.doc, name: 'Cards of the theatre' },
      method: 'PATCH',
      path: `/payment-accounts/${body.doc.id}`,
      token: administrator,
    })
    expect(again.status).toBe(200)
  })

  it('should have the journal say which of its secrets were set anew, but never what they are', async () => {
    const { doc } = (await save(typed)).body
    const path = `/payment-accounts/${doc.id}`
    const hmacKey = 'cd'.repeat(16)
    for (const body of [
      { ...doc, hmacKey, password: 'another secret' },
      { name: 'Cards of the theatre' },
    ])
      expect((await house.ask({ body, method: 'PATCH', path, token: administrator })).status).toBe(
        200,
      )
    const { body } = await house.ask({
      path: `/journal?depth=0&sort=-createdAt&where[document][equals]=${doc.id}`,
      token: administrator,
    })
    const [renamed, exchanged, created] = body.docs
    expect(exchanged).toMatchObject({ action: 'update', userName: 'administrator' })
    expect([exchanged.before, exchanged.after]).toEqual([
      {},
      { hmacKey: { exchanged: true }, password: { exchanged: true } },
    ])
    expect(renamed.after).toEqual({ name: 'Cards of the theatre' })
    expect(created.action).toBe('create')
    expect(JSON.stringify(body)).not.toMatch(/another secret|cdcd|abab/)
    // Neither as it is stored.
    const [stored] = await readMany({
      collection: 'payment-accounts' as 'sites',
      payload: house.payload,
      where: { id: doc.id },
    })
    expect(stored!.hmacKey).toMatch(/^.{40}/)
    expect(JSON.stringify(body)).not.toContain(stored!.hmacKey)
  })
})
