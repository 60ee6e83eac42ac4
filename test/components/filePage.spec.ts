import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mergeListSearchAndWhere } from 'payload/shared'

import type { House } from '../helpers/startHouse'

import { createFileView } from '../../src/components/FilePage/createFileView'
import { describeChanges } from '../../src/components/FilePage/describeChanges'
import { addFileAction, fileActionsFor } from '../../src/components/FilePage/fileActions'
import { isAnswerAwaited } from '../../src/components/FilePage/isAnswerAwaited'
import { loadFilePage } from '../../src/components/FilePage/loadFilePage'
import { EXCHANGED } from '../../src/hooks/exchanged'
import { isLate } from '../../src/operations/payments/isLate'
import { sellSeats, smallHall } from '../helpers/smallHall'
import { startHouse } from '../helpers/startHouse'

type Person = Awaited<ReturnType<House['staff']>>

let house: House
let hall: Awaited<ReturnType<typeof smallHall>>
let theatre: Awaited<ReturnType<House['institution']>>
let channel: string
let payer: string
let file: Awaited<ReturnType<typeof sellSeats>>
let cashier: Person
let marketing: Person
let stranger: Person
let elsewhere: Person

const plain = (text?: string) => text?.replace(/\u00a0/g, ' ')

beforeAll(async () => {
  house = await startHouse()
  theatre = await house.institution('theatre')
  const other = await house.institution('club')
  const secondSite = await house.create('sites', {
    name: 'Second site',
    code: 'second',
    currency: 'CHF',
    institution: theatre.id,
    timeZone: 'Europe/Zurich',
  })
  hall = await smallHall(house, { base: theatre.base, rows: 4, seatsPerRow: 10 })
  channel = (
    await house.create('sales-channels', { ...theatre.base, name: 'Renewal', code: 'renewal' })
  ).id
  payer = (await house.create('contacts', { institution: theatre.id, lastName: 'Meier' })).id
  file = await sellSeats(house, { channel, hall, payer, seats: ['1/1'] })
  const person = (
    institution: string,
    roles: Parameters<House['staff']>[0]['roles'],
    sites?: string[],
  ) => house.staff({ institution, roles, sites })
  cashier = await person(theatre.id, ['cashier'])
  marketing = await person(theatre.id, ['marketing'])
  stranger = await person(other.id, ['administrator'])
  elsewhere = await person(theatre.id, ['cashier'], [secondSite.id])
})

afterAll(() => house.stop())

/** Formatted text of one paragraph. */
const written = (text: string) => ({
  root: {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', text, version: 1 }], version: 1 }],
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
  },
})

const load = async (person: Person, fileID = file.id) =>
  loadFilePage({ fileID, req: await person.req() })

const viewFor = async (person: Person, fileID = file.id) => {
  const req = await person.req()
  const data = await loadFilePage({ fileID, req })
  return createFileView({ data: data!, i18n: req.i18n, payload: house.payload })
}

describe('the remarks on a file', () => {
  it('should not be written over by who has not seen them', async () => {
    const own = await sellSeats(house, { channel, hall, payer, seats: ['4/1'] })
    const path = `/files/${own.id}?depth=0`
    const save = (opened: unknown, remarks: unknown, language?: 'de') =>
      house.ask({
        body: { openedRemarks: opened, remarks },
        language,
        method: 'PATCH',
        path,
        token: cashier.token,
      })
    const first = await save(null, written('Calls back on Friday'))
    expect(first.status).toBe(200)
    // What else happens on the file does not get in the way.
    await house.payload.update({
      id: own.id,
      collection: 'files',
      data: { paymentDeadline: '2026-05-31T21:59:00.000Z' } as never,
    })
    const second = await save(first.body.doc.remarks, written('Called back'))
    expect(second.status).toBe(200)
    const late = await save(first.body.doc.remarks, written('In a wheelchair'), 'de')
    expect(late.status).toBe(409)
    expect(late.body.errors[0]).toMatchObject({
      data: { code: 'remarksChanged' },
      message: expect.stringContaining('Jemand anderes hat inzwischen andere Bemerkungen'),
    })
    expect((await save(null, null)).status).toBe(409)
    const stored = async () => (await house.ask({ path, token: cashier.token })).body.remarks
    expect(await stored()).toEqual(written('Called back'))
    const answers = await Promise.all(
      ['Alone', 'With a child'].map((text) => save(second.body.doc.remarks, written(text))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const saved = answers.find(({ status }) => status === 200)!
    expect(await stored()).toEqual(saved.body.doc.remarks)
  })
})

describe('the page of a file', () => {
  it('should name all that the file speaks of', async () => {
    const { lines, names, orders, shop } = (await load(cashier))!
    const [top] = lines.filter(({ kind }) => kind === 'subscription')
    expect(lines).toHaveLength(3)
    expect(orders).toHaveLength(1)
    expect(names.titleOf('contacts', top!.beneficiary)).toBe('Meier')
    expect(names.titleOf('subscriptions', top!.subscription)).toBe('Premieres')
    expect(names.titleOf('seats', top!.seat)).toBe('Stalls 1/1')
    expect(names.titleOf('seasons', top!.season)).toBe('2025/26')
    expect(shop.code).toBe('siteWithoutShop')
  })

  it('should be found in the list by what a caller says: a name or a number', async () => {
    const search = async (person: Person, typed: string) => {
      const { docs } = await house.payload.find({
        collection: 'files',
        depth: 0,
        overrideAccess: false,
        req: await person.req(),
        where: mergeListSearchAndWhere({
          collectionConfig: house.payload.collections.files.config,
          search: typed,
        }),
      })
      return docs.map(({ id }) => id)
    }
    for (const typed of ['MÉIER', String(file.number)])
      expect(await search(cashier, typed)).toContain(file.id)
    expect(await search(cashier, 'Müller')).toEqual([])
    expect(await search(stranger, 'Meier')).toEqual([])
  })

  it('should show a file of another institution or site to nobody', async () => {
    expect(await load(stranger)).toBeNull()
    expect(await load(elsewhere)).toBeNull()
    expect(await load(cashier, 'nothing')).toBeNull()
  })

  it('should say why an instalment failed, and nothing of one that is paid', async () => {
    const { causeOf } = await viewFor(cashier)
    const one = (state: string, reason: null | string) => causeOf({ id: '1', reason, state })
    expect(one('failed', 'declinedForNow')).toBe(
      'The bank declined the payment for now, for example for lack of funds.',
    )
    expect(one('returned', 'returned')).toBe('The bank has taken the payment back.')
    expect(one('paid', 'declined')).toBeUndefined()
    expect(one('failed', null)).toBeUndefined()
  })

  it('should keep the journal from roles that may not read it', async () => {
    expect((await load(cashier))!.journal).toHaveLength(1)
    expect((await load(marketing))!.journal).toHaveLength(0)
  })

  it('should ask the database the same number of questions however much was bought', async () => {
    const many = await sellSeats(house, {
      channel,
      hall,
      payer,
      seats: Array.from({ length: 20 }, (_, i) => `${2 + Math.floor(i / 10)}/${1 + (i % 10)}`),
    })
    const counts = []
    for (const { id } of [file, many]) {
      const { find } = house.payload.db
      let questions = 0
      house.payload.db.find = ((args: Parameters<typeof find>[0]) => {
        questions++
        return find.call(house.payload.db, args)
      }) as typeof find
      await load(cashier, id)
      house.payload.db.find = find
      counts.push(questions)
    }
    expect(counts[1]).toBe(counts[0])
    expect(counts[0]).toBeLessThan(30)
  })

  it('should link a renewed file to its origin and back, and forget renewals that were taken back', async () => {
    const originLine = file.lineIDs[0]![0]!
    const season = await house.create('seasons', {
      ...theatre.base,
      name: '2026/27',
      code: '26',
      endsOn: '2027-07-31T00:00:00.000Z',
      startsOn: '2026-09-01T00:00:00.000Z',
    })
    const subscription = await house.create('subscriptions', {
      ...theatre.base,
      name: 'Premieres',
      code: 'PREM',
      season: season.id,
      venue: hall.venue.id,
    })
    const renewed = await sellSeats(house, {
      hall: { ...hall, performances: [], season, subscription },
      originLines: [originLine],
      payer,
      seats: ['1/1'],
    })
    const page = (await load(cashier, renewed.id))!
    expect(page.originLines.map(({ id }) => id)).toEqual([originLine])
    expect(page.names.titleOf('files', page.originLines[0]!.file)).toBe(String(file.number))
    expect((await load(cashier))!.renewedLines.map((line) => line.file)).toEqual([renewed.id])
  })

  it('should tell changes in words', async () => {
    const req = await cashier.req()
    await house.payload.update({
      id: file.id,
      collection: 'files',
      data: {
        paymentDeadline: '2026-05-31T21:59:00.000Z',
        remarks: written('Calls back on Friday'),
      } as never,
      req,
    })
    const view = await viewFor(cashier)
    const [changed, sold] = view.journal.map((entry) => describeChanges(entry, view))
    expect(changed).toEqual([
      { after: '31 May 2026', before: undefined, label: 'Payable until' },
      { after: 'Calls back on Friday', before: undefined, label: 'Remarks' },
    ])
    expect(sold!.map(({ after, label }) => `${label}: ${plain(after)}`).sort()).toEqual([
      'Lines: 1',
      'Status: Sold',
      'Total: CHF 320.00',
    ])
    const unmoved = {
      ...view.journal[1]!,
      after: { balance: 0, status: 'sold' },
      before: { balance: 0, status: 'reserved' },
    }
    expect(describeChanges(unmoved, view)).toEqual([
      { after: 'Sold', before: 'Reserved', label: 'Status' },
    ])
    const secrets = (noun: string, names: string[]) =>
      describeChanges(
        {
          ...unmoved,
          after: Object.fromEntries(names.map((name) => [name, EXCHANGED])),
          before: {},
          noun,
        },
        view,
      ).map(({ after, label }) => `${label}: ${after}`)
    expect(secrets('payment-accounts', ['hmacKey', 'password'])).toEqual([
      'Signing key (HMAC): newly set',
      'Password: newly set',
    ])
    expect(secrets('users', ['password'])).toEqual(['Password: newly set'])
  })
})

describe('isLate', () => {
  // The first of October in Zurich, from its first moment on.
  const dueAt = '2026-09-30T22:00:00.000Z'
  const lateAt = async (now: string, state = 'planned') =>
    isLate({ dueAt, isoDay: (await viewFor(cashier)).isoDay, now: new Date(now), state })

  it('should be so once the day is over that the instalment is due, where the site is', async () => {
    expect(await lateAt('2026-09-30T22:00:01.000Z')).toBe(false)
    expect(await lateAt('2026-10-01T21:59:59.000Z')).toBe(false)
    expect(await lateAt('2026-10-01T22:00:00.000Z')).toBe(true)
  })

  it('should be so of what is owed only', async () => {
    const after = '2026-10-02T12:00:00.000Z'
    expect(await lateAt(after, 'failed')).toBe(true)
    expect(await lateAt(after, 'returned')).toBe(true)
    expect(await lateAt(after, 'pending')).toBe(false)
    expect(await lateAt(after, 'paid')).toBe(false)
  })
})

describe('actions on the page of a file', () => {
  it('should be there where their plugin is on for the site, and nowhere else', async () => {
    const config = [
      { path: '/plugins/renewal/components/Act#Act', plugin: 'renewal' },
      { path: '/plugins/seat-change/components/Act#Act', plugin: 'seat-change' },
    ].reduce(addFileAction, { secret: '' } as never)
    expect(Object.values(config.admin!.dependencies!)).toEqual([
      { type: 'component', path: '/plugins/renewal/components/Act#Act' },
      { type: 'component', path: '/plugins/seat-change/components/Act#Act' },
    ])
    house.payload.config.custom = config.custom!
    const page = (await load(cashier))!
    expect(await fileActionsFor({ file: page.file, req: await cashier.req() })).toEqual([
      '/plugins/renewal/components/Act#Act',
    ])
    expect(await fileActionsFor({ file: page.file, req: await stranger.req() })).toEqual([])
  })
})

describe('isAnswerAwaited', () => {
  const page = (found: Partial<Record<'journal' | 'payments', object[]>>, status = 'sold') =>
    isAnswerAwaited({
      file: { id: 'file', status },
      journal: (found.journal ?? []) as never,
      payments: (found.payments ?? []) as never,
    })
  const refund = (state: string) => ({ action: 'refund', after: { state }, document: 'charge' })

  it('should be so while something is charged, or money goes back', () => {
    expect(page({}, 'charging')).toBe(true)
    expect(page({ payments: [{ method: 'card', state: 'pending' }] })).toBe(true)
    expect(page({ payments: [{ method: 'directDebit', refundOf: 'p', state: 'pending' }] })).toBe(
      true,
    )
    expect(page({ journal: [refund('pending')] })).toBe(true)
  })

  it('should not be so once it is answered, nor while a bank collects for days', () => {
    expect(page({ payments: [{ method: 'card', refundOf: 'p', state: 'refunded' }] })).toBe(false)
    expect(page({ journal: [refund('refunded'), refund('pending')] })).toBe(false)
    expect(page({ payments: [{ method: 'directDebit', state: 'pending' }] })).toBe(false)
  })
})
