import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { runEnded } from '../../src/jobs/runs/runEndedMail'
import { loadMailText } from '../../src/operations/mails/mailTexts'
import { toRichText } from '../../src/operations/mails/richText'
import { mailsIn } from '../helpers/mailsIn'
import { startHouse } from '../helpers/startHouse'

type Place = Awaited<ReturnType<Awaited<ReturnType<typeof startHouse>>['institution']>>
type Person = Awaited<ReturnType<Awaited<ReturnType<typeof startHouse>>['staff']>>

let house: Awaited<ReturnType<typeof startHouse>>
let payload: Payload
let own: Place
let other: Place
let manager: Person
let marketing: Person
let cashier: Person

beforeAll(async () => {
  house = await startHouse()
  ;({ payload } = house)
  own = await house.institution('MT', { language: 'fr' })
  other = await house.institution('OTHER')
  manager = await house.staff({ institution: own.id, roles: ['salesManager'] })
  marketing = await house.staff({ institution: own.id, roles: ['marketing'] })
  cashier = await house.staff({ institution: own.id, roles: ['cashier'] })
})
afterAll(() => house.stop())

const write = (as: Person, data: Record<string, unknown>) =>
  house.ask({
    body: { kind: runEnded.name, site: own.base.site, ...data },
    method: 'POST',
    path: '/mail-texts',
    token: as.token,
  })
const values = { name: 'Anna', batch: 'B', state: 'done' }
const load = (site: string) => loadMailText({ kind: runEnded.name, payload, site })

describe('mail texts', () => {
  it('should be the default where a site has none, in the language of the person, else of the site', async () => {
    const text = await load(own.base.site)
    expect(text.render({ language: 'en', values }).subject).toBe('Run done: B')
    expect(text.render({ language: 'de', values }).subject).toBe('Lauf done: B')
    expect(text.render({ values })).toMatchObject({ language: 'fr', subject: 'Exécution done : B' })
    expect(text.render({ language: 'it', values }).language).toBe('fr')
  })

  it('should be what the site wrote, for that site and that language only', async () => {
    const { body, status } = await write(marketing, {
      de: { body: toRichText('Salü {{name}}'), subject: 'Fertig: {{batch}}' },
    })
    expect(status).toBe(201)
    const text = await load(own.base.site)
    expect(text.render({ language: 'de', values })).toMatchObject({
      subject: 'Fertig: B',
      text: 'Salü Anna\n',
    })
    expect(text.render({ language: 'en', values }).subject).toBe('Run done: B')
    expect((await load(other.base.site)).render({ language: 'de', values }).subject).toBe(
      'Lauf done: B',
    )
    // Only the subject: the text of the default stays.
    await payload.update({
      id: body.doc.id,
      collection: 'mail-texts',
      data: { de: { body: null, subject: 'Fertig: {{batch}}' } } as never,
    })
    expect((await load(own.base.site)).render({ language: 'de', values }).text).toContain(
      'Guten Tag Anna',
    )
    // One per site and mail.
    expect((await write(manager, {})).body.errors[0].data).toMatchObject({
      code: 'notUnique',
      field: 'kind',
    })
    await payload.delete({ id: body.doc.id, collection: 'mail-texts' })
  })

  it.each([
    ['fr.subject', { fr: { subject: 'Bonjour {{nom}}' } }, '{{nom}}'],
    ['en.body', { en: { body: toRichText('Hello {{name}}\n\n{{firstName}}') } }, '{{firstName}}'],
  ])(
    'should refuse an unknown placeholder at %s, and say which there are',
    async (field, data, value) => {
      const { body, status } = await write(manager, data)
      expect(status).toBe(400)
      expect(body.errors[0].data).toMatchObject({ code: 'unknownPlaceholder', field })
      expect(body.errors[0].message).toContain(value)
      expect(body.errors[0].message).toContain('{{outcomes}}')
    },
  )

  it('should refuse a link that leads elsewhere than to the web', async () => {
    const body = {
      root: {
        type: 'root',
        children: [
          {
            type: 'paragraph',
            children: [
              {
                type: 'autolink',
                children: [{ type: 'text', text: 'here', version: 1 }],
                fields: { linkType: 'custom', url: 'javascript:alert(1)' },
                version: 2,
              },
            ],
            version: 1,
          },
        ],
        direction: 'ltr',
        format: '',
        indent: 0,
        version: 1,
      },
    }
    const answer = await write(manager, { en: { body } })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].data.field).toMatch(/^en\.body/)
  })

  it('should be written by administration, sales and marketing only', async () => {
    expect((await write(cashier, {})).status).toBe(403)
  })

  describe('the preview', () => {
    const preview = (as: Person | undefined, body: Record<string, unknown>) =>
      house.ask({
        body: { kind: runEnded.name, language: 'de', ...body },
        method: 'POST',
        path: '/mail-previews',
        token: as?.token,
      })

    it('should show what is being written with example values, else the default', async () => {
      const { body } = await preview(marketing, { subject: 'An {{name}}' })
      expect(body.subject).toBe('An Anna Muster')
      expect(body.text).toContain('412 · Verlängert')
      const written = await preview(marketing, {
        body: toRichText('Nur {{batch}}'),
        language: 'fr',
      })
      expect(written.body.text).toBe('Nur Renouvellement 26/27\n')
    })

    it('should be for those who may read the texts', async () => {
      expect((await preview(cashier, {})).status).toBe(403)
      expect((await preview(undefined, {})).status).toBe(401)
      expect((await preview(manager, { kind: 'nothing' })).status).toBe(404)
      expect((await preview(manager, { language: 'it' })).status).toBe(400)
    })
  })
})

describe('the language of an account', () => {
  it('should be changed by its owner, and be that of the mail with the new-password link', async () => {
    const { status } = await house.ask({
      body: { language: 'fr' },
      method: 'PATCH',
      path: `/users/${cashier.user.id}`,
      token: cashier.token,
    })
    expect(status).toBe(200)
    await house.ask({
      body: { email: cashier.user.email },
      language: 'en',
      method: 'POST',
      path: '/users/forgot-password',
    })
    const mails = () => mailsIn(process.env.MAIL_FOLDER!)
    for (const end = Date.now() + 10_000; !mails().length && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(mails()[0]).toContain('Nouveau mot de passe')
  })

  it('should begin as that of whoever makes it', async () => {
    const administrator = await house.staff({ institution: own.id, roles: ['administrator'] })
    expect(administrator.user.language).toBe('de')
    await payload.update({
      id: administrator.user.id,
      collection: 'users',
      data: { language: 'fr' },
    })
    const { body } = await house.ask({
      body: {
        name: 'New',
        email: 'new@house.test',
        password: 'correct horse battery',
        roles: ['cashier'],
      },
      method: 'POST',
      path: '/users',
      token: administrator.token,
    })
    expect(body.doc.language).toBe('fr')
  })
})
