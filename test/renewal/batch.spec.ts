import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'

import type { House } from '../helpers/builders'

import { readMany, updateMany } from '../../src/database/bulk'
import { resumeRun, stopRun } from '../../src/jobs/runs/createRun'
import { readRun, runLane } from '../../src/jobs/runs/runLane'
import { cancelLines } from '../../src/operations/cancelLines'
import { checkStart } from '../../src/plugins/renewal/operations/checkStart'
import { readBatch } from '../../src/plugins/renewal/operations/readBatch'
import { startUndo } from '../../src/plugins/renewal/operations/startUndo'
import { aHouse, aRenewedFile, aSoldFile, aSubscriber, aTicket } from '../helpers/builders'
import { codeOf } from '../helpers/codeOf'
import { startPayload } from '../helpers/startPayload'
import { aBatch, finish, renew, start, stopRenewal } from './aBatch'

type Started = Awaited<ReturnType<typeof startPayload>>

let started: Started
const house = (): Promise<House> =>
  aHouse({ payload: started.payload, plugins: ['renewal', 'payments'] })

beforeAll(async () => {
  started = await startPayload()
})
afterAll(() => started.stop())

const fileOf = (id: string) =>
  readMany({ collection: 'files', payload: started.payload, where: { id } }).then(([file]) => file!)

describe('a batch size', () => {
  it('should renew so many files, and go on with the rest; those that cannot be renewed do not stand in the way', async () => {
    const own = await house()
    await own.payload.update({
      id: own.seats[0]!.id,
      collection: 'seats',
      data: { blocked: true } as never,
    })
    const numbers: number[] = []
    for (let i = 0; i < 5; i++)
      numbers.push(
        (
          await aSoldFile({
            house: own,
            subscriptions: [{ seat: own.seats[i], subscription: 'seated' }],
          })
        ).number,
      )
    const others = own.seats.filter(({ category }) => category === own.categories.first)
    for (const seat of others.slice(5))
      await own.payload.update({
        id: seat.id,
        collection: 'seats',
        data: { blocked: true } as never,
      })
    const batchID = await aBatch(own, { batchSize: 2 })
    const tried = async () =>
      (await finish(own, await start(own, batchID))).rows.map(({ fileNumber }) => fileNumber).sort()
    expect(await tried()).toEqual(numbers.slice(0, 2))
    expect(await tried()).toEqual(numbers.slice(2, 4))
    // Only now the one without a seat comes again, behind the one that is new.
    expect(await tried()).toEqual([numbers[0], numbers[4]])
  })

  it('should renew the files of a list only', async () => {
    const own = await house()
    const [one] = [
      await aSoldFile({
        house: own,
        subscriptions: [{ seat: own.seats[0], subscription: 'seated' }],
      }),
    ]
    await aSoldFile({ house: own, subscriptions: [{ seat: own.seats[1], subscription: 'seated' }] })
    const { rows } = await renew(own, { fileNumbers: String(one!.number) })
    expect(rows.map(({ fileNumber }) => fileNumber)).toEqual([one!.number])
  })
})

describe('the check before the start', () => {
  const check = async (own: House, changes: Record<string, unknown> = {}) => {
    const req = await createLocalReq({}, own.payload)
    const batch = await readBatch({
      batchID: await aBatch(own, changes),
      payload: own.payload,
      req,
      trusted: true,
    })
    return checkStart({ batch: batch!, payload: own.payload })
  }
  const blocking = async (own: House, changes: Record<string, unknown>) =>
    (await check(own, changes)).problems
      .filter(({ isBlocking }) => isBlocking)
      .map(({ code, field }) => [code, field])

  it('should say in numbers what will happen', async () => {
    const own = await house()
    const payer = await aSubscriber({ house: own })
    await stopRenewal(own, payer)
    await aSoldFile({
      house: own,
      payer,
      subscriptions: [{ seat: own.seats[0], subscription: 'automatic' }],
    })
    await aSoldFile({ house: own, subscriptions: [{ seat: own.seats[1], subscription: 'seated' }] })
    expect((await check(own)).numbers).toMatchObject({
      files: 2,
      stopped: 1,
      subscriptions: 2,
      toRenew: 1,
      unmapped: 0,
    })
    // Also of files of which nothing is left, which a run does not look at.
    await renew(own)
    expect((await check(own)).numbers).toMatchObject({
      alreadyRenewed: 1,
      stopped: 1,
      subscriptions: 2,
      toRenew: 0,
    })
  })

  it('should refuse automatic sales without shipment modes, fallback or criterion, naming the field', async () => {
    const own = await house()
    await aSoldFile({
      house: own,
      subscriptions: [{ seat: own.seats[0], subscription: 'automatic' }],
    })
    expect(await blocking(own, { shipmentModes: [] })).toEqual([
      ['automaticWithoutShipmentMode', 'shipmentModes'],
    ])
    expect(await blocking(own, { fallbackShipmentMode: null })).toEqual([
      ['fallbackMissing', 'fallbackShipmentMode'],
    ])
    expect(await blocking(own, { criterion: null })).toEqual([['criterionMissing', 'criterion']])
    await expect(
      start(own, await aBatch(own, { fallbackShipmentMode: null })),
    ).rejects.toMatchObject({
      data: { code: 'startRefused', field: 'fallbackShipmentMode' },
    })
  })

  it('should refuse when nothing is mapped, or the target has no prices or performances', async () => {
    const own = await house()
    const { last, next } = own.seasons
    const none = Object.values(last.subscriptions).map((origin) => ({ origin, target: null }))
    expect(await blocking(own, { mapping: none })).toEqual([['nothingMapped', 'mapping']])
    await own.payload.update({
      id: next.subscriptions.unseated,
      collection: 'subscriptions',
      data: { performances: [] } as never,
    })
    for (const { id } of await readMany({
      collection: 'prices',
      payload: own.payload,
      where: { subscription: next.subscriptions.unseated },
    }))
      await own.payload.delete({ id, collection: 'prices' })
    expect(await blocking(own, {})).toEqual([
      ['targetWithoutPerformances', 'mapping'],
      ['targetWithoutPrices', 'mapping'],
    ])
  })
})

describe('what is typed wrongly', () => {
  const refused = async (changes: (own: House) => Record<string, unknown>) => {
    const own = await house()
    return aBatch(own, changes(own)).then(
      () => null,
      (err) => [err.data?.code, err.data?.field],
    )
  }

  it('should be refused with its field', async () => {
    expect(await refused((own) => ({ targetSeason: own.seasons.last.id }))).toEqual([
      'mappingToItself',
      'targetSeason',
    ])
    expect(
      await refused((own) => ({
        originSeason: own.seasons.next.id,
        targetSeason: own.seasons.last.id,
      })),
    ).toEqual(['seasonsOverlap', 'targetSeason'])
    expect(await refused(() => ({ paymentDeadline: '2020-01-01' }))).toEqual([
      'deadlineInPast',
      'paymentDeadline',
    ])
    expect(await refused(() => ({ fileNumbers: '999999' }))).toEqual([
      'fileNotFound',
      'fileNumbers',
    ])
    expect(await refused(() => ({ startAt: '2020-01-01', when: 'once' }))).toEqual([
      'startInPast',
      'startAt',
    ])
    const other = await house()
    expect(await refused(() => ({ targetSeason: other.seasons.next.id }))).toEqual([
      'otherInstitution',
      'targetSeason',
    ])
    const sister = await house()
    const sisterSite = await aHouse({ institution: sister.institution, payload: started.payload })
    expect(
      await aBatch(sister, { targetSeason: sisterSite.seasons.next.id }).catch((err) => [
        err.data?.code,
        err.data?.field,
      ]),
    ).toEqual(['otherSite', 'targetSeason'])
  })
})

describe('stopping a run', () => {
  it('should stop before it begins or after the files in hand, and go on where it was', async () => {
    const own = await house()
    const { payload } = own
    await aSoldFile({
      house: own,
      subscriptions: [{ seat: own.seats[0], subscription: 'seated' }],
    })
    const runID = await start(own, await aBatch(own))
    const state = async () => (await readRun(payload, runID))!.state
    const stop = async () => stopRun({ payload, run: (await readRun(payload, runID))! })
    const resume = async () => resumeRun({ payload, run: (await readRun(payload, runID))! })

    expect(await stop()).toBe(true)
    await runLane({ payload, runID })
    expect(await state()).toBe('stopped')
    expect(await resume()).toBe(true)

    const onProgress = async () => {
      if ((await state()) === 'running') await stop()
    }
    await runLane({ onProgress, payload, runID })
    expect(await state()).toBe('stopped')
    expect(await resume()).toBe(true)
    expect((await finish(own, runID)).counts).toMatchObject({ files: 1, reserved: 1 })
    expect(await stop()).toBe(false)
    expect(await resume()).toBe(false)
  })

  it('should not let it go on when its payment deadline has passed, but let it wait for what is charged', async () => {
    const own = await house()
    const { payload } = own
    await aSoldFile({
      house: own,
      subscriptions: [{ seat: own.seats[0], subscription: 'seated' }],
    })
    const runID = await start(own, await aBatch(own))
    const runNow = async () => (await readRun(payload, runID))!
    await stopRun({ payload, run: await runNow() })
    await runLane({ payload, runID })
    const { settings } = await runNow()
    const change = (data: Record<string, unknown>) =>
      updateMany({ collection: 'runs', data, payload, where: { id: runID } })
    await change({
      settings: { ...settings, paymentDeadline: new Date(Date.now() - 1).toISOString() },
    })
    expect(await codeOf(resumeRun({ payload, run: await runNow() }))).toBe('runDeadlinePassed')
    expect((await runNow()).state).toBe('stopped')
    await change({ phase: 2 })
    expect(await resumeRun({ payload, run: await runNow() })).toBe(true)
  })
})

describe('what others do between the passes', () => {
  it('should stay in the results, with the reason', async () => {
    const own = await house()
    const { payload } = own
    const block = (id: string) =>
      payload.update({ id, collection: 'seats', data: { blocked: true } as never })
    const origins = []
    for (const seat of own.seats.slice(0, 3)) {
      origins.push(
        await aSoldFile({ house: own, subscriptions: [{ seat, subscription: 'seated' }] }),
      )
      await block(seat.id)
    }
    const [renewed, cancelled] = origins
    const runID = await start(own, await aBatch(own))
    let isDone = false
    const onProgress = async () => {
      const run = (await readRun(payload, runID))!
      if (isDone || run.phase !== 1) return
      isDone = true
      await aRenewedFile({
        house: own,
        origin: renewed!.lines[0]!,
        subscription: { seat: own.seats[4], subscription: 'seated' },
      })
      await cancelLines({
        cause: 'requested',
        lineIDs: cancelled!.lines,
        payload,
        requestedBy: 'public',
      })
    }
    await runLane({ onProgress, payload, runID })
    const { counts, rows } = await finish(own, runID)
    expect(counts).toMatchObject({
      files: 1,
      notRenewed: 2,
      'reason:alreadyRenewed': 1,
      'reason:originChanged': 1,
      'reason:otherSeat': 1,
      reserved: 1,
      waiting: 0,
    })
    expect(rows.map(({ outcome, reason }) => `${outcome} ${reason}`).sort()).toEqual([
      'notRenewed alreadyRenewed',
      'notRenewed originChanged',
      'reserved otherSeat',
    ])
  })
})

describe('undoing a run', () => {
  it('should cancel what nobody has touched, say why the rest stays, and let all be renewed anew', async () => {
    const own = await house()
    for (let i = 0; i < 4; i++)
      await aSoldFile({
        house: own,
        subscriptions: [{ seat: own.seats[i], subscription: 'seated' }],
      })
    const { rows, run } = await renew(own)
    const [remarked, printed] = rows
    await own.payload.update({
      id: remarked!.newFile,
      collection: 'files',
      data: { externalNumber: 'seen' } as never,
    })
    await aTicket({ file: { id: printed!.newFile }, house: own, line: printed!.newLine })
    const req = await createLocalReq({}, own.payload)
    const begin = () => startUndo({ payload: own.payload, req, run })
    const [first, second] = await Promise.allSettled([begin(), begin()])
    // Of two people who undo at once, one does.
    expect([first, second].filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const begun = first.status === 'fulfilled' ? first : second
    const undone = await finish(own, (begun as PromiseFulfilledResult<string>).value)
    expect(undone.counts).toMatchObject({
      kept: 2,
      'reason:touchedChange': 1,
      'reason:touchedTicket': 1,
      undone: 2,
    })
    expect((await fileOf(rows[2]!.newFile)).status).toBe('cancelled')
    // What was undone can be renewed again, on the same seats.
    expect((await renew(own, { name: 'Again' })).counts).toMatchObject({
      'reason:sameSeat': 2,
      reserved: 2,
    })
  })
})
