import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'crypto'
import { handleEndpoints } from 'payload'

import type { DebitHouse } from './aDebitHouse'

import { updateMany } from '../../src/database/bulk'
import { verify } from '../../src/operations/verify'
import { chargeAgain } from '../../src/plugins/payments/operations/chargeAgain'
import { loadHanging } from '../../src/plugins/payments/operations/loadHanging'
import { bookByTime } from '../../src/plugins/payments/sepa/operations/bookByTime'
import { changeAccount } from '../../src/plugins/payments/sepa/operations/changeAccount'
import { discardDebits, takeOut } from '../../src/plugins/payments/sepa/operations/changeDebits'
import { noteCameIn, noteNotCameIn } from '../../src/plugins/payments/sepa/operations/decideByHand'
import { importBankReport } from '../../src/plugins/payments/sepa/operations/importBankReport'
import { noteNotHandedIn } from '../../src/plugins/payments/sepa/operations/noteNotHandedIn'
import { prepareDebits } from '../../src/plugins/payments/sepa/operations/prepareDebits'
import { releaseDebits } from '../../src/plugins/payments/sepa/operations/releaseDebits'
import { settleMarked } from '../../src/plugins/payments/sepa/operations/settleMarked'
import { writeDebits } from '../../src/plugins/payments/sepa/operations/writeDebits'
import { loadDebitFile } from '../../src/plugins/payments/sepa/views/loadDebitFile'
import { loadDue } from '../../src/plugins/payments/sepa/views/loadDebits'
import { loadRefundable } from '../../src/plugins/payments/views/loadRefundable'
import { codeOf } from '../helpers/codeOf'
import { readerOf } from '../helpers/readerOf'
import { startPayload } from '../helpers/startPayload'
import { hasSamples } from '../utilities/bank/helpers/samples'
import { violations } from '../utilities/bank/helpers/violations'
import { aDebitHouse, aDebtor, CREDITOR } from './aDebitHouse'
import { rejection, statement } from './bankReports'

type Started = Awaited<ReturnType<typeof startPayload>>

/** A Monday; with fourteen days of notice the first day of collection is 15 February. */
const NOW = new Date('2027-02-01T08:00:00Z')
const FEBRUARY = '2027-02-10T23:00:00.000Z'
const MARCH = '2027-03-09T23:00:00.000Z'
const UNTIL = '2027-02-28'

let started: Started

beforeAll(async () => {
  started = await startPayload()
})
afterAll(() => started.stop())

const { read } = readerOf(() => started.payload)

const prepare = async (house: DebitHouse, until = UNTIL, now = NOW) =>
  prepareDebits({
    accountID: house.account,
    now,
    payload: house.payload,
    req: await house.people.first.req(),
    siteID: house.site,
    until,
  })

const release = async (house: DebitHouse, fileID: string, now = NOW) =>
  releaseDebits({ fileID, now, payload: house.payload, req: await house.people.second.req() })

const download = async (house: DebitHouse, fileID: string) => {
  const { pieces } = await writeDebits({
    fileID,
    payload: house.payload,
    req: await house.people.second.req(),
  })
  let xml = ''
  for await (const piece of pieces()) xml += piece
  return xml
}

/** The day after the money of February came in or did not. */
const AFTER = new Date('2027-02-16T08:00:00Z')

const decide = async (
  house: DebitHouse,
  chargeID: string,
  decision: { now?: Date } & ({ day: string } | { reason: string }),
) => {
  const req = await house.people.first.req()
  const common = { chargeID, now: AFTER, payload: house.payload, req }
  if ('reason' in decision) await noteNotCameIn({ ...common, ...decision })
  else await noteCameIn({ ...common, ...decision })
}

const settle = ({ institution, payload }: DebitHouse) => settleMarked({ institution, payload })

const report = async (house: DebitHouse, xml: string) =>
  importBankReport({
    fileName: 'bank.xml',
    maxBytes: 200_000_000,
    payload: house.payload,
    req: await house.people.first.req(),
    source: (async function* () {
      yield Buffer.from(xml)
    })(),
  })

describe('a file of direct debits', () => {
  it('should go from what is due to the bank and back', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    const paid = await aDebtor({ due: [FEBRUARY, MARCH], email: 'anna@house.example', house })
    const back = await aDebtor({ due: [FEBRUARY], house, isUsed: false })
    const fileID = await prepare(house)
    const [file] = await read('direct-debit-files', { id: fileID })
    expect(file).toMatchObject({ amount: 20_000, count: 2, state: 'prepared' })
    expect(await codeOf(download(house, fileID))).toBe('conflict')
    expect(
      await codeOf(
        releaseDebits({
          fileID,
          now: NOW,
          payload: house.payload,
          req: await house.people.first.req(),
        }),
      ),
    ).toBe('secondPersonNeeded')
    await release(house, fileID)
    const xml = await download(house, fileID)
    if (hasSamples) expect(violations(xml, '08')).toEqual([])
    expect(xml).toContain('<NbOfTxs>2</NbOfTxs><CtrlSum>200.00</CtrlSum>')
    expect(xml.match(/<SeqTp>\w+/g)).toEqual(['<SeqTp>FRST', '<SeqTp>RCUR'])
    expect(xml).toContain('<Nm>Anna Meier</Nm>')
    expect(xml.match(/<ReqdColltnDt>([^<]+)/g)).toEqual(Array(2).fill('<ReqdColltnDt>2027-02-15'))
    expect(await download(house, fileID)).toBe(xml)
    const charges = await read('charges', { debitFile: fileID })
    const chargeOf = ({ instalments }: typeof paid) =>
      charges.find(({ instalment }) => instalment === instalments[0]!.id)!
    expect(charges.map(({ state }) => state)).toEqual(['pending', 'pending'])
    expect((await read('mandates', { id: back.mandate }))[0]).toMatchObject({
      lastPresentedOn: '2027-02-15T00:00:00.000Z',
      sequence: 'recurrent',
    })
    const mails = await read('outbox', { institution: house.institution, kind: 'mail' })
    expect(mails).toHaveLength(1)
    expect(mails[0]!.content).toMatchObject({ to: 'anna@house.example' })
    for (const part of ['100,00', '15.02.2027', paid.reference, CREDITOR.creditorID])
      expect(JSON.stringify(mails[0]!.content)).toContain(part)

    const bank = statement({
      credits: charges.map(({ amount, partID }) => ({ amount, partID })),
      returns: [{ amount: 10_000, code: 'AC04', reference: chargeOf(back).reference }],
    })
    expect((await report(house, bank)).counts).toEqual({
      credited: 2,
      known: 0,
      others: 0,
      returned: 1,
      unmatched: 0,
    })
    const state = async () =>
      (await read('instalments', { file: [paid.file.id, back.file.id] }))
        .map(({ file: of, index, reason, state: now }) => ({ index, of, reason, state: now }))
        .sort((a, b) => a.index - b.index)
    const expected = [
      { index: 1, of: paid.file.id, reason: null, state: 'paid' },
      { index: 1, of: back.file.id, reason: 'accountClosed', state: 'returned' },
      { index: 2, of: paid.file.id, reason: null, state: 'planned' },
    ]
    expect(await state()).toEqual(expect.arrayContaining(expected))
    expect(await read('payment-failures', { institution: house.institution })).toMatchObject([
      { cause: 'accountClosed', instalment: back.instalments[0]!.id, state: 'open' },
    ])
    expect((await read('mandates', { id: back.mandate }))[0]).toMatchObject({ state: 'stopped' })
    // The same file once more, and what the bank's file says of nobody here.
    expect((await report(house, bank)).counts).toMatchObject({ credited: 0, known: 3, returned: 0 })
    expect(await state()).toEqual(expect.arrayContaining(expected))
    expect(await download(house, fileID)).toBe(xml)
  })

  it('should take each instalment once, however many prepare at once', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    await aDebtor({ due: [FEBRUARY], house })
    await aDebtor({ due: [FEBRUARY], house })
    const results = await Promise.all(Array.from({ length: 4 }, () => codeOf(prepare(house))))
    expect(results.filter((one) => one === 'done')).toHaveLength(1)
    expect(new Set(results)).toEqual(new Set(['done', 'nothingToCollect']))
    const live = await read('charges', { institution: house.institution, state: 'open' })
    expect(live).toHaveLength(2)
  })

  it('should give back what is taken out or discarded, for the next file', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    const one = await aDebtor({ due: [FEBRUARY], house })
    await aDebtor({ due: [FEBRUARY], house })
    const first = await prepare(house)
    const [charge] = await read('charges', {
      debitFile: first,
      instalment: one.instalments[0]!.id,
    })
    const req = await house.people.second.req()
    await takeOut({ chargeID: charge!.id, fileID: first, payload: house.payload, req })
    expect((await read('direct-debit-files', { id: first }))[0]).toMatchObject({
      amount: 10_000,
      count: 1,
    })
    expect((await read('instalments', { id: one.instalments[0]!.id }))[0]).toMatchObject({
      attempts: 0,
      state: 'planned',
    })
    const second = await prepare(house)
    await discardDebits({ fileID: first, payload: house.payload, req })
    expect(await codeOf(release(house, first))).toBe('conflict')
    const third = await prepare(house)
    await release(house, second)
    await release(house, third)
    for (const fileID of [second, third])
      expect(await download(house, fileID)).toContain('<NbOfTxs>1</NbOfTxs>')
  })

  it('should leave out what is not possible, and refuse to release what has become so', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    await aDebtor({ due: [FEBRUARY], house, iban: null })
    await aDebtor({ due: [FEBRUARY], house, signedOn: null })
    await aDebtor({
      due: [FEBRUARY],
      house,
      lastPresentedOn: '2024-02-14T00:00:00.000Z',
      signedOn: '2020-01-01T00:00:00.000Z',
    })
    // Thirty-six months to the day are not yet too many.
    await aDebtor({
      due: [FEBRUARY],
      house,
      lastPresentedOn: '2024-02-15T00:00:00.000Z',
      signedOn: '2020-01-01T00:00:00.000Z',
    })
    const good = await aDebtor({ due: [FEBRUARY], house })
    const fileID = await prepare(house)
    expect((await read('direct-debit-files', { id: fileID }))[0]).toMatchObject({ count: 2 })
    await updateMany({
      collection: 'mandates',
      data: { state: 'revoked' },
      payload: house.payload,
      where: { id: good.mandate },
    })
    expect(await codeOf(release(house, fileID))).toBe('debitsChanged')
    expect(await read('outbox', { institution: house.institution })).toEqual([])
    await discardDebits({
      fileID,
      payload: house.payload,
      req: await house.people.first.req(),
    })
  })

  it('should tell the bank once that an account has changed, and again after a rejection', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    const one = await aDebtor({ due: [FEBRUARY, MARCH], house })
    await changeAccount({
      iban: 'DE02 1203 0000 0000 2020 51',
      mandateID: one.mandate,
      payload: house.payload,
      req: await house.people.second.req(),
    })
    const first = await prepare(house)
    await release(house, first)
    const xml = await download(house, first)
    expect(xml).toContain('<AmdmntInd>true</AmdmntInd>')
    expect(xml).toContain('SMNDA')
    if (hasSamples) expect(violations(xml, '08')).toEqual([])
    const [charge] = await read('charges', { debitFile: first })
    const [file] = await read('direct-debit-files', { id: first })
    await report(
      house,
      rejection({
        messageID: file!.messageID,
        references: [{ code: 'AM04', reference: charge!.reference }],
      }),
    )
    expect((await read('charges', { id: charge!.id }))[0]).toMatchObject({
      reason: 'fundsMissing',
      state: 'declined',
    })
    // It may be tried again by itself; and then tells of the account once more, for the last time.
    const [failed] = await read('instalments', { id: one.instalments[0]!.id })
    expect(failed).toMatchObject({ reason: 'fundsMissing', state: 'failed' })
    expect(failed!.nextAttemptAt).not.toBeNull()
    const later = new Date(Date.now() + 30 * 86_400_000)
    const second = await prepare(house, '2027-02-28', later > NOW ? later : NOW)
    await release(house, second, later > NOW ? later : NOW)
    expect(await download(house, second)).toContain('SMNDA')
    const third = await prepare(house, '2027-03-31')
    await release(house, third)
    expect(await download(house, third)).not.toContain('SMNDA')
  })

  it.each([
    ['before', 'failed'],
    ['after', 'returned'],
  ])(
    'should be due again %s its credit where the bank says that funds were missing, as often as the method says',
    async (when, state) => {
      const house = await aDebitHouse({ payload: started.payload })
      const one = await aDebtor({ due: [FEBRUARY], house })
      const instalment = async () => (await read('instalments', { file: one.file.id }))[0]!
      const later = new Date(NOW.getTime() + 20 * 86_400_000)
      for (const [attempt, now] of [NOW, later].entries()) {
        const fileID = await prepare(house, '2027-03-31', now)
        await release(house, fileID, now)
        const [{ partID, reference }] = (await read('charges', { debitFile: fileID })) as [any]
        if (when === 'after')
          await report(house, statement({ credits: [{ amount: 10_000, partID }] }))
        const returns = [{ amount: 10_000, code: 'AM04', reference }]
        expect((await report(house, statement({ returns }))).counts).toMatchObject({ returned: 1 })
        const { nextAttemptAt, ...found } = await instalment()
        expect(found).toMatchObject({ attempts: attempt + 1, state })
        expect(nextAttemptAt === null).toBe(attempt > 0)
        if (attempt) continue
        const hanging = await loadHanging({
          collection: 'mandates',
          ids: [one.mandate],
          req: await house.people.first.req(),
        })
        expect(hanging.get(one.mandate)).toMatchObject({ count: 1, nextDueAt: nextAttemptAt })
      }
      expect(await codeOf(prepare(house, '2027-03-31', later))).toBe('nothingToCollect')
      const { institution: institutionID } = house
      expect((await verify({ institutionID, payload: house.payload })).findings).toEqual([])
    },
  )

  it.each(['reserved', 'mixed'])(
    'should collect no later part of a file that is %s before the first is paid',
    async (status) => {
      const house = await aDebitHouse({ payload: started.payload })
      const { payload } = house
      const one = await aDebtor({ due: [FEBRUARY, MARCH], house, onDecline: 'reservation' })
      const rejected = await prepare(house)
      await release(house, rejected)
      const [{ messageID }] = (await read('direct-debit-files', { id: rejected })) as [any]
      await report(house, rejection({ all: 'AM04', messageID }))
      const [failure] = await read('payment-failures', { institution: house.institution })
      await chargeAgain({ failureID: failure!.id, now: NOW, payload })
      const [{ order }] = (await read('lines', { file: one.file.id })) as [any]
      const where = { file: one.file.id, state: 'planned' }
      if (status === 'mixed') {
        // As if the file had another subscription, which is sold.
        await updateMany({ collection: 'payments', data: { order }, payload, where })
        await updateMany({
          collection: 'files',
          data: { status },
          payload,
          where: { id: one.file.id },
        })
      }
      const parts = await read('instalments', where, 'index')
      expect(parts.map(({ index }) => index)).toEqual([1, 2])
      const reasons = async () =>
        (await loadDue({ now: NOW, req: await house.people.first.req(), until: '2027-05-31' }))
          .flatMap(({ problems }) => problems)
          .map(({ code }) => code)
      expect(await reasons()).toEqual(['firstNotPaid'])
      const fileID = await prepare(house, '2027-05-31')
      const charges = await read('charges', { debitFile: fileID })
      expect(charges.map(({ instalment }) => instalment)).toEqual([parts[0]!.id])
      await release(house, fileID)
      const [{ partID }] = (await read('charges', { debitFile: fileID })) as [any]
      await report(house, statement({ credits: [{ amount: 10_000, partID }] }))
      expect((await read('files', { id: one.file.id }))[0]).toMatchObject({ status: 'sold' })
      expect(await reasons()).toEqual([])
    },
  )

  it('should go on with a mandate that has a new account when the former one is found closed', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    const [moved, closed] = [
      await aDebtor({ due: [FEBRUARY], house }),
      await aDebtor({ due: [FEBRUARY], house }),
    ]
    await release(house, await prepare(house))
    await changeAccount({
      iban: 'DE02 1203 0000 0000 2020 51',
      mandateID: moved.mandate,
      payload: house.payload,
      req: await house.people.second.req(),
    })
    const charges = await read('charges', { institution: house.institution })
    const returns = charges.map(({ reference }) => ({ amount: 10_000, code: 'AC04', reference }))
    expect((await report(house, statement({ returns }))).counts).toMatchObject({ returned: 2 })
    const stateOf = async (id: string) => (await read('mandates', { id }))[0]!.state
    expect(await stateOf(moved.mandate)).toBe('active')
    expect(await stateOf(closed.mandate)).toBe('stopped')
  })

  it('should begin a mandate anew of which several collections were rejected together', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    await aDebtor({ due: [FEBRUARY, MARCH], house, isUsed: false })
    const fileID = await prepare(house, '2027-03-31')
    await release(house, fileID)
    const [file] = await read('direct-debit-files', { id: fileID })
    const references = (await read('charges', { debitFile: fileID })).map(({ reference }) => ({
      code: 'AM04',
      reference,
    }))
    expect(references).toHaveLength(2)
    await report(house, rejection({ messageID: file!.messageID, references }))
    expect(await read('mandates', { institution: house.institution })).toMatchObject([
      { sequence: 'first' },
    ])
  })

  it.each([
    ['nothing', 'cancelled'],
    ['reservation', 'reserved'],
  ] as const)(
    'should leave a first collection that the bank never credited to the setting: %s',
    async (onDecline, status) => {
      const house = await aDebitHouse({ payload: started.payload })
      const one = await aDebtor({ due: [FEBRUARY, MARCH], house, onDecline })
      const fileID = await prepare(house)
      await release(house, fileID)
      const [file] = await read('direct-debit-files', { id: fileID })
      await report(house, rejection({ all: 'MD01', messageID: file!.messageID }))
      expect((await read('files', { id: one.file.id }))[0]).toMatchObject({ status })
      expect((await read('instalments', { file: one.file.id })).map(({ state }) => state)).toEqual([
        'failed',
        'cancelled',
      ])
    },
  )

  it('should list the money of a later part of a plan whose sale ended while both were at the bank', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    const { institution } = house
    const one = await aDebtor({ due: [FEBRUARY, MARCH], house, onDecline: 'nothing' })
    const fileID = await prepare(house, '2027-03-31')
    await release(house, fileID)
    const [{ messageID }] = (await read('direct-debit-files', { id: fileID })) as [any]
    const charges = await read('charges', { debitFile: fileID })
    const [first, second] = one.instalments.map(({ id }) =>
      charges.find(({ instalment }) => instalment === id)!,
    ) as [any, any]
    const references = [{ code: 'AC04', reference: first.reference }]
    await report(house, rejection({ messageID, references }))
    expect((await read('files', { id: one.file.id }))[0]).toMatchObject({ status: 'cancelled' })
    const { amount, partID } = second
    const { counts } = await report(house, statement({ credits: [{ amount, partID }] }))
    expect(counts).toMatchObject({ credited: 1 })
    const failures = await read('payment-failures', { institution, state: 'open' })
    expect(failures).toMatchObject([
      { amount, cause: 'paidTooLate', file: one.file.id, instalment: second.instalment },
    ])
    expect((await verify({ institutionID: institution, payload: house.payload })).findings).toEqual(
      [],
    )
    // Where the bank of the debtor sends it back, nothing is left to give back.
    const returns = [{ amount, code: 'MD06', reference: second.reference }]
    await report(house, statement({ returns }))
    expect(await read('payment-failures', { institution, state: 'open' })).toEqual([])
  })

  it.each([
    ['a file', 'all'],
    ['a part', 'part'],
  ])(
    'should have all of %s that the bank cannot use due again, with nothing said against a customer',
    async (_what, field) => {
      const house = await aDebitHouse({ payload: started.payload })
      const one = await aDebtor({
        due: [FEBRUARY, MARCH],
        house,
        isUsed: false,
        onDecline: 'nothing',
      })
      const first = await prepare(house)
      await release(house, first)
      const xml = await download(house, first)
      const [charge] = await read('charges', { debitFile: first })
      const [file] = await read('direct-debit-files', { id: first })
      expect(charge!.partID).toBe(`${file!.messageID}-1`)
      const told = async (code: string) =>
        report(
          house,
          rejection({
            [field]: code,
            messageID: file!.messageID,
            // Some say it again of each collection.
            references: [{ code, reference: charge!.reference }],
          }),
        )
      const twice = await told('AM05')
      expect(twice.unmatched).toMatchObject([{ why: 'duplicate' }])
      expect(await read('charges', { debitFile: first })).toEqual([charge])
      expect((await told('FF01')).counts).toMatchObject({ known: 0, returned: 1, unmatched: 0 })
      expect((await read('charges', { debitFile: first }))[0]).toMatchObject({
        reason: 'fileWrong',
        state: 'declined',
      })
      expect((await read('files', { id: one.file.id }))[0]).toMatchObject({ status: 'sold' })
      expect(await read('instalments', { file: one.file.id }, 'index')).toMatchObject([
        { attempts: 0, reason: null, state: 'planned' },
        { attempts: 0, state: 'planned' },
      ])
      expect(await read('payment-failures', { institution: house.institution })).toEqual([])
      expect((await told('FF01')).counts).toMatchObject({ known: 1, returned: 0 })
      const second = await prepare(house)
      await release(house, second)
      expect(await download(house, second)).toContain('<SeqTp>FRST')
      // What was handed in stays as it was.
      expect(await download(house, first)).toBe(xml)
      const { institution: institutionID } = house
      expect((await verify({ institutionID, payload: house.payload })).findings).toEqual([])
    },
  )

  it('should have due again what was released and never handed in, once, but nothing that the bank has spoken of', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    for (let i = 0; i < 2; i++)
      await aDebtor({ due: [FEBRUARY], house, isUsed: false, onDecline: 'nothing' })
    const first = await prepare(house)
    const note = async () =>
      noteNotHandedIn({
        fileID: first,
        payload: house.payload,
        req: await house.people.second.req(),
      })
    expect(await codeOf(note())).toBe('conflict')
    await release(house, first)
    const [spoken] = await read('charges', { debitFile: first })
    const [file] = await read('direct-debit-files', { id: first })
    const references = [{ code: 'AC04', reference: spoken!.reference }]
    await report(house, rejection({ messageID: file!.messageID, references }))
    await note()
    expect(await codeOf(note())).toBe('conflict')
    await settleMarked({ payload: house.payload })
    const charges = await read('charges', { debitFile: first })
    expect(charges.map(({ id, reason, state }) => [id === spoken!.id, reason, state])).toEqual([
      [true, 'accountClosed', 'declined'],
      [false, 'notHandedIn', 'declined'],
    ])
    const second = await prepare(house)
    await release(house, second)
    expect(await download(house, second)).toContain('<SeqTp>FRST')
    expect(await read('charges', { debitFile: second })).toHaveLength(1)
    const failures = await read('payment-failures', { institution: house.institution })
    expect(failures.map(({ cause }) => cause)).toEqual(['accountClosed'])
    const { institution: institutionID } = house
    expect((await verify({ institutionID, payload: house.payload })).findings).toEqual([])
  })

  it('should be decided by a person where no row of the bank fits: it came in, or it did not', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    const { institution } = house
    const debtors = [
      await aDebtor({ due: [FEBRUARY], house }),
      await aDebtor({ due: [FEBRUARY], house }),
    ]
    const fileID = await prepare(house)
    const chargesNow = () => read('charges', { institution }) as Promise<any[]>
    const ids = debtors.map(({ instalments }) => instalments[0]!.id)
    const chargeOf = async (at: number) =>
      (await chargesNow()).find(({ instalment }) => instalment === ids[at])!
    const day = '2027-02-15'
    const { id: came } = await chargeOf(0)
    const { id: missing } = await chargeOf(1)
    expect(await codeOf(decide(house, came, { day }))).toBe('conflict')
    await release(house, fileID)
    const { partID, reference } = await chargeOf(0)
    const credit = (amount: number) => statement({ credits: [{ amount, partID }] })
    // Two sums for one part: neither is what was collected.
    for (const amount of [11_000, 9_000])
      expect((await report(house, credit(amount))).unmatched).toMatchObject([
        { why: 'amountDiffers' },
      ])
    for (const [wrong, now] of [
      ['2027-02-14', AFTER],
      ['2027-02-17', AFTER],
      [day, NOW],
    ] as const)
      await expect(decide(house, came, { day: wrong, now })).rejects.toMatchObject({
        data: { code: 'invalidInput', says: { message: 'payments:debits:refusals:dayOutside' } },
      })
    const may = async (now: Date) =>
      (await loadDebitFile({ fileID, now, req: await house.people.first.req() }))!.entries.map(
        (entry) => entry.may,
      )
    // Before its day the bank may still collect what would be owed again by then.
    expect(await may(NOW)).toEqual(Array(2).fill({ cameIn: false, notCameIn: false }))
    await expect(
      decide(house, missing, { now: NOW, reason: 'Asked at the bank' }),
    ).rejects.toMatchObject({
      data: { code: 'conflict', says: { message: 'payments:debits:refusals:dayToCome' } },
    })
    expect(await may(AFTER)).toEqual(Array(2).fill({ cameIn: true, notCameIn: true }))
    const both = [decide(house, came, { day }), decide(house, came, { day })]
    expect((await Promise.all(both.map(codeOf))).sort()).toEqual(['conflict', 'done'])
    await decide(house, missing, { reason: 'Asked at the bank' })
    await expect(decide(house, missing, { day })).rejects.toMatchObject({
      data: { code: 'conflict', says: { message: 'payments:debits:refusals:decidedAlready' } },
    })
    await settle(house)
    const states = async () => [(await chargeOf(0)).state, (await chargeOf(1)).state]
    expect(await states()).toEqual(['paid', 'declined'])
    expect((await chargeOf(0)).bookedAt).toBe(`${day}T00:00:00.000Z`)
    const instalments = async () =>
      (await read('instalments', { institution })).map(({ id, reason, state }) => [
        ids.indexOf(id),
        state,
        reason,
      ])
    expect((await instalments()).sort()).toEqual([
      [0, 'paid', null],
      [1, 'failed', 'notCameIn'],
    ])
    expect(await read('payment-failures', { institution })).toMatchObject([
      { cause: 'notCameIn', instalment: ids[1], state: 'open' },
    ])
    const said = (await read('journal', { document: fileID, institution })).map(
      ({ after, user }) => ({ after, user }),
    )
    const { id: user } = house.people.first
    expect(said).toContainEqual({ after: { cameIn: reference, day }, user })
    expect(said).toContainEqual({
      after: { notCameIn: (await chargeOf(1)).reference, reason: 'Asked at the bank' },
      user,
    })
    expect((await verify({ institutionID: institution, payload: house.payload })).findings).toEqual(
      [],
    )
    // What the bank says of it later is listed and books nothing twice, but what it sends back is.
    const returns = [{ amount: 10_000, code: 'AC04', reference: (await chargeOf(1)).reference }]
    for (const late of [credit(20_000), credit(10_000), statement({ returns })]) {
      const { counts, unmatched } = await report(house, late)
      expect(counts).toMatchObject({ credited: 0, known: 0, returned: 0, unmatched: 1 })
      expect(unmatched).toMatchObject([{ why: 'decidedBefore' }])
    }
    expect(await states()).toEqual(['paid', 'declined'])
    const back = statement({ returns: [{ amount: 10_000, code: 'MS02', reference }] })
    expect((await report(house, back)).counts).toMatchObject({ returned: 1, unmatched: 0 })
    expect(await states()).toEqual(['returned', 'declined'])
    expect((await report(house, back)).counts).toMatchObject({ known: 1, unmatched: 0 })
    expect(await may(AFTER)).toEqual(Array(2).fill({ cameIn: false, notCameIn: false }))
  })

  it.each(['rejected by the bank', 'put right by a person'])(
    'should be owed again where it was decided by mistake that it came in: %s',
    async (how) => {
      const house = await aDebitHouse({ payload: started.payload })
      const one = await aDebtor({ due: [FEBRUARY], house })
      const fileID = await prepare(house)
      await release(house, fileID)
      const [{ id, reference }] = (await read('charges', { debitFile: fileID })) as [any]
      await decide(house, id, { day: '2027-02-15' })
      await settle(house)
      if (how === 'put right by a person') await decide(house, id, { reason: 'Wrong row' })
      else {
        const [{ messageID }] = (await read('direct-debit-files', { id: fileID })) as [any]
        const references = [{ code: 'AM05', reference }]
        expect((await report(house, rejection({ messageID, references }))).counts).toMatchObject({
          returned: 1,
        })
      }
      await settle(house)
      expect((await read('charges', { id }))[0]).toMatchObject({ state: 'returned' })
      expect((await read('instalments', { file: one.file.id }))[0]).toMatchObject({
        state: 'returned',
      })
    },
  )

  it.each([
    ['leaves that out', 20_000, []],
    ['has it after all', 30_000, ['decidedBefore']],
  ])(
    'should book the rest of a part of which one did not come in, as was decided, when the bank %s',
    async (_how, amount, why) => {
      const house = await aDebitHouse({ payload: started.payload })
      for (let i = 0; i < 3; i++) await aDebtor({ due: [FEBRUARY], house })
      await release(house, await prepare(house))
      const [first] = await read('charges', { institution: house.institution })
      await decide(house, first!.id, { reason: 'Asked at the bank' })
      const credit = statement({ credits: [{ amount, partID: first!.partID }] })
      const { counts, unmatched } = await report(house, credit)
      expect(counts).toMatchObject({ credited: 2, known: 0 })
      expect(unmatched.map((row) => row.why)).toEqual(why)
      const charges = await read('charges', { institution: house.institution })
      expect(charges.map(({ state }) => state).sort()).toEqual(['declined', 'paid', 'paid'])
    },
  )

  it('should be decided once where a person decides while the file of the bank is read in', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    await aDebtor({ due: [FEBRUARY], house })
    await release(house, await prepare(house))
    const [{ id, amount, partID }] = (await read('charges', {
      institution: house.institution,
    })) as [any]
    const [bank, person] = await Promise.all([
      report(house, statement({ credits: [{ amount, partID }] })),
      codeOf(decide(house, id, { reason: 'Asked at the bank' })),
    ])
    await settle(house)
    expect((await read('charges', { id }))[0]!.state).toBe(person === 'done' ? 'declined' : 'paid')
    expect(bank.counts).toMatchObject(
      person === 'done' ? { credited: 0, unmatched: 1 } : { credited: 1, unmatched: 0 },
    )
  })

  it.each([
    ['without it', 20_000],
    ['and take it back later', 30_000],
  ])(
    'should book what a bank credits of a part of which it has rejected one: %s',
    async (_how, amount) => {
      const house = await aDebitHouse({ payload: started.payload })
      for (let i = 0; i < 3; i++) await aDebtor({ due: [FEBRUARY], house })
      await release(house, await prepare(house))
      const [first] = await read('charges', { institution: house.institution })
      const [file] = await read('direct-debit-files', { institution: house.institution })
      const references = [{ code: 'AC04', reference: first!.reference }]
      await report(house, rejection({ messageID: file!.messageID, references }))
      const credit = statement({ credits: [{ amount, partID: first!.partID }] })
      expect((await report(house, credit)).counts).toMatchObject({ credited: 2, unmatched: 0 })
      const charges = await read('charges', { institution: house.institution })
      expect(charges.map(({ state }) => state).sort()).toEqual(['declined', 'paid', 'paid'])
      expect((await report(house, credit)).counts).toMatchObject({ known: 1, unmatched: 0 })
    },
  )

  it('should list what contradicts what the bank has said before', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    for (let i = 0; i < 2; i++) await aDebtor({ due: [FEBRUARY], house })
    await release(house, await prepare(house))
    const [one, other] = await read('charges', { institution: house.institution })
    const [{ messageID }] = (await read('direct-debit-files', {
      institution: house.institution,
    })) as [{ id: string; messageID: string }]
    const rejected = (reference: string) =>
      report(house, rejection({ messageID, references: [{ code: 'AC04', reference }] }))
    await rejected(one!.reference)
    const whole = statement({ credits: [{ amount: 20_000, partID: one!.partID }] })
    await report(house, whole)
    const late = await rejected(other!.reference)
    expect(late.counts).toMatchObject({ known: 0, returned: 0, unmatched: 1 })
    expect(late.unmatched).toMatchObject([{ reference: other!.reference, why: 'rejectedAfter' }])
    const [stored] = await read('bank-reports', { id: late.id })
    expect(stored).toMatchObject({ unmatched: late.unmatched })
    const back = { amount: 10_000, code: 'AC04', reference: other!.reference }
    await report(house, statement({ returns: [back] }))
    const again = await report(house, statement({ cameBack: [back], returns: [back] }))
    expect(again.counts).toMatchObject({ known: 1, others: 0, unmatched: 1 })
    expect(again.unmatched).toMatchObject([{ reference: other!.reference, why: 'cameBack' }])
    const states = async () =>
      (await read('charges', { institution: house.institution })).map(({ state }) => state)
    expect(await states()).toEqual(['declined', 'returned'])
  })

  it('should list a credit of what the bank has rejected altogether', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    await aDebtor({ due: [FEBRUARY], house })
    const fileID = await prepare(house)
    await release(house, fileID)
    const [file] = await read('direct-debit-files', { id: fileID })
    await report(house, rejection({ all: 'MD01', messageID: file!.messageID }))
    const [{ amount, partID }] = (await read('charges', { debitFile: fileID })) as [any]
    const { counts, unmatched } = await report(house, statement({ credits: [{ amount, partID }] }))
    expect(counts).toMatchObject({ credited: 0, known: 0, unmatched: 1 })
    expect(unmatched).toMatchObject([{ reference: partID, why: 'creditedAfter' }])
  })

  it('should take back what only counted as paid by time when the bank rejects it', async () => {
    const house = await aDebitHouse({ account: { paidAfterDays: 2 }, payload: started.payload })
    const one = await aDebtor({ due: [FEBRUARY], house })
    const fileID = await prepare(house)
    await release(house, fileID)
    await bookByTime({ now: new Date('2027-02-20T08:00:00Z'), payload: house.payload })
    await settleMarked({ institution: house.institution, payload: house.payload })
    const instalment = async () => (await read('instalments', { file: one.file.id }))[0]!.state
    expect(await instalment()).toBe('paid')
    const [charge] = await read('charges', { debitFile: fileID })
    const [file] = await read('direct-debit-files', { id: fileID })
    const references = [{ code: 'AC04', reference: charge!.reference }]
    const rejected = rejection({ messageID: file!.messageID, references })
    expect((await report(house, rejected)).counts).toMatchObject({ known: 0, returned: 1 })
    expect(await instalment()).toBe('returned')
    expect((await report(house, rejected)).counts).toMatchObject({ known: 1, returned: 0 })
  })

  it('should list what it cannot match, and touch nothing of another house or account', async () => {
    const [house, other] = [
      await aDebitHouse({ payload: started.payload }),
      await aDebitHouse({ payload: started.payload }),
    ]
    const one = await aDebtor({ due: [FEBRUARY], house })
    await aDebtor({ due: [FEBRUARY], house: other })
    for (const each of [house, other]) await release(each, await prepare(each))
    const chargeOf = async ({ institution }: DebitHouse) =>
      (await read('charges', { institution }))[0]!
    const foreign = await chargeOf(other)
    const own = await chargeOf(house)
    const { counts, unmatched } = await report(
      house,
      statement({
        returns: [
          { amount: 10_000, code: 'AC04', reference: foreign.reference },
          { amount: 9_999, code: 'AC04', reference: own.reference },
          { amount: 10_000, code: 'AC04', mandate: 'nobody' },
        ],
      }),
    )
    expect(counts).toMatchObject({ returned: 0, unmatched: 3 })
    expect(unmatched.map(({ why }) => why)).toEqual(['unknown', 'amountDiffers', 'unknown'])
    const elsewhere = await report(
      house,
      statement({
        iban: 'AT611904300234573201',
        returns: [{ amount: 10_000, code: 'AC04', reference: own.reference }],
      }),
    )
    expect(elsewhere.unmatched).toMatchObject([{ why: 'otherAccount' }])
    expect(
      await codeOf(
        prepareDebits({
          accountID: other.account,
          now: NOW,
          payload: house.payload,
          req: await house.people.first.req(),
          siteID: other.site,
          until: UNTIL,
        }),
      ),
    ).toBe('notFound')
    expect((await chargeOf(other)).state).toBe('pending')
    expect((await chargeOf(house)).state).toBe('pending')
    // By the mandate alone, where there is only one it can be.
    await report(
      house,
      statement({ returns: [{ amount: 10_000, code: 'MS03', mandate: one.reference }] }),
    )
    expect((await chargeOf(house)).state).toBe('declined')
    expect((await verify({ payload: house.payload })).findings).toEqual([])
  })

  it('should still book what comes in at the account that the house had before', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    await aDebtor({ due: [FEBRUARY], house })
    await release(house, await prepare(house))
    const creditorIBAN = 'DE02120300000000202051'
    await updateMany({
      collection: 'payment-accounts' as 'sites',
      data: { creditorIBAN },
      payload: house.payload,
      where: { id: house.account },
    })
    const [charge] = await read('charges', { institution: house.institution })
    const credits = [{ amount: 10_000, partID: charge!.partID }]
    const there = await report(house, statement({ credits, iban: creditorIBAN }))
    expect(there.unmatched).toMatchObject([{ why: 'otherAccount' }])
    expect((await report(house, statement({ credits }))).counts).toMatchObject({ credited: 1 })
  })

  it('should take a return of a mandate for the same one when it is read again', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    const one = await aDebtor({ due: [FEBRUARY, MARCH], house })
    await release(house, await prepare(house))
    const back = (day: string) =>
      statement({ day, returns: [{ amount: 10_000, code: 'CNOR', mandate: one.reference }] })
    expect((await report(house, back('2027-02-17'))).counts).toMatchObject({ returned: 1 })
    await release(house, await prepare(house, '2027-03-31'))
    const states = async () =>
      (await read('charges', { institution: house.institution })).map(({ state }) => state)
    expect(await states()).toEqual(['declined', 'pending'])
    // The same file, and a statement after the notification.
    for (const again of [back('2027-02-17'), back('2027-02-17').replace('>B1<', '>B2<')])
      expect((await report(house, again)).counts).toMatchObject({ known: 1, returned: 0 })
    expect(await states()).toEqual(['declined', 'pending'])
    expect((await report(house, back('2027-03-17'))).counts).toMatchObject({ returned: 1 })
    expect(await states()).toEqual(['declined', 'declined'])
  })

  it('should leave a return of a mandate to a person that may be told already', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    const one = await aDebtor({ due: [FEBRUARY, MARCH], house })
    const fileID = await prepare(house)
    await release(house, fileID)
    const [charge] = await read('charges', { debitFile: fileID })
    const [file] = await read('direct-debit-files', { id: fileID })
    const references = [{ code: 'CNOR', reference: charge!.reference }]
    await report(house, rejection({ messageID: file!.messageID, references }))
    await release(house, await prepare(house, '2027-03-31'))
    const { counts, unmatched } = await report(
      house,
      statement({ returns: [{ amount: 10_000, code: 'CNOR', mandate: one.reference }] }),
    )
    expect(counts).toMatchObject({ known: 0, returned: 0, unmatched: 1 })
    expect(unmatched).toMatchObject([{ why: 'ambiguous' }])
  })

  it('should not be refunded through the bank, and say how to pay back', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    await aDebtor({ due: [FEBRUARY], house })
    await release(house, await prepare(house))
    const charge = async () => (await read('charges', { institution: house.institution }))[0]!
    const { amount, partID } = await charge()
    await report(house, statement({ credits: [{ amount, partID }] }))
    const ledger = () =>
      Promise.all(
        ['charges', 'files', 'instalments', 'journal', 'outbox', 'payments'].map((collection) =>
          read(collection, { institution: house.institution }),
        ),
      )
    const before = await ledger()
    const { email, password } = house.people.second
    const { token } = await started.payload.login({
      collection: 'users',
      data: { email, password } as never,
    })
    const answer = await handleEndpoints({
      config: started.config,
      payloadInstanceCacheKey: started.uri,
      request: new Request(`http://localhost/api/payment/charges/${(await charge()).id}/refund`, {
        body: JSON.stringify({ amount: 5_000, key: randomUUID() }),
        headers: {
          'Accept-Language': 'de',
          Authorization: `JWT ${token}`,
          'Content-Type': 'application/json',
        },
        method: 'POST',
      }),
    })
    expect(answer.status).toBe(409)
    expect((await answer.json()).errors).toEqual([
      {
        data: {
          code: 'refundByTransfer',
          nextStep:
            'Überweisen Sie den Betrag auf das Konto der Person, und halten Sie es in den Bemerkungen des Dossiers fest.',
        },
        message: 'Was mit einer Lastschriftdatei eingezogen wurde, lässt sich so nicht erstatten.',
      },
    ])
    expect(await ledger()).toEqual(before)
    // The page of the file knows before anybody has typed an amount.
    const req = await house.people.second.req()
    expect(
      await loadRefundable({ file: { id: (await charge()).file, site: house.site }, req }),
    ).toMatchObject([{ isByFile: true }])
  })

  it('should refuse a broken file of the bank without booking any of it', async () => {
    const house = await aDebitHouse({ payload: started.payload })
    await aDebtor({ due: [FEBRUARY], house })
    await release(house, await prepare(house))
    const [charge] = await read('charges', { institution: house.institution })
    const whole = statement({
      returns: [{ amount: 10_000, code: 'AC04', reference: charge!.reference }],
    })
    await expect(report(house, whole.slice(0, -10))).rejects.toMatchObject({
      code: 'notWellFormed',
    })
    await expect(
      report(house, whole.replace('<Document', '<!DOCTYPE a [<!ENTITY b "c">]><Document')),
    ).rejects.toMatchObject({ code: 'documentType' })
    expect((await read('charges', { id: charge!.id }))[0]).toMatchObject({
      returnKind: null,
      state: 'pending',
    })
  })
})
