import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { setImmediate } from 'timers/promises'

import type { Finding } from '../../src/operations/verify'
import type { Undo } from '../helpers/breakLedger'
import type { BusyHouse } from './busyHouse'

import { newID } from '../../src/database/bulk'
import { cancelLines } from '../../src/operations/cancelLines'
import { sellReservation } from '../../src/operations/sellReservation'
import { findingCodes, verify } from '../../src/operations/verify'
import { explainFinding } from '../../src/operations/verify/explainFinding'
import { translations } from '../../src/translations'
import { aReservedFile } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'
import { brokenHouses } from './brokenHouses'
import { aBusyHouse } from './busyHouse'

let payload: Payload
let stop: () => Promise<void>
let world: BusyHouse

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  world = await aBusyHouse(payload)
})
// Checks the ledger once more: each test has put right what it spoiled.
afterAll(() => stop())

/** Spoils something, looks what is found in the whole house, and puts it right again. */
const findingsOf = async (
  spoil: () => Promise<Undo | Undo[]>,
  institutionID?: string,
): Promise<Finding[]> => {
  const undo = [await spoil()].flat()
  try {
    return (await verify({ institutionID, payload })).findings
  } finally {
    for (const one of undo.reverse()) await one()
  }
}

describe('verify', () => {
  it('should find nothing in a house where everything is right, and say what it looked at', async () => {
    const { checked, findings, omitted } = await verify({ payload })
    expect(findings).toEqual([])
    expect(omitted).toBe(0)
    expect(checked).toEqual({
      contacts: 2,
      files: 6,
      instalments: 2,
      lines: 2 * 3 + 4 * 3 + 3 + 3,
      orders: 8,
      payments: 4,
      performances: 12,
      'run-rows': 2,
      runs: 2,
      'seat-allocations': 2 * 2 + 5 * 2,
      tickets: 2,
    })
  })

  it.each(findingCodes.map((code) => [brokenHouses[code].title, code] as const))(
    'should find %s',
    async (_title, code) => {
      const { finds, spoil } = brokenHouses[code]
      const expected = await finds(world)
      const findings = await findingsOf(() => spoil(world))
      expect(findings).toEqual([expect.objectContaining({ code, ...expected })])
    },
  )

  it('should name the file, for the person who has to look', async () => {
    const findings = await findingsOf(() =>
      world.breaker.change('files', world.sold.id, { total: 0 }),
    )
    expect(findings).toEqual([
      expect.objectContaining({ file: world.sold.id, fileNumber: world.sold.number }),
    ])
  })

  it('should find a released seat under the key of a held one', async () => {
    const released = await world.seatOf(world.cancelled)
    const findings = await findingsOf(() =>
      world.breaker.change('seat-allocations', released.id, {
        seatKey: `${released.performance}:${released.seat}`,
      }),
    )
    expect(findings).toEqual([expect.objectContaining({ id: released.id, code: 'seatKey' })])
  })

  it('should find a line that is cancelled by nothing that its file knows', async () => {
    const findings = await findingsOf(async () =>
      world.breaker.change('lines', (await world.performanceOf(world.sold)).id, {
        cancelledBy: newID(payload),
      }),
    )
    expect(findings.map(({ code }) => code)).toEqual(['cancelledBy'])
  })

  it('should find an entry of another site of the same institution', async () => {
    const findings = await findingsOf(() =>
      world.breaker.change('lines', world.sold.lines[0]!, { tariff: world.otherSite.tariffs.full }),
    )
    expect(findings).toEqual([
      expect.objectContaining({ code: 'referenceForeign', expected: world.house.site }),
    ])
  })

  it('should find an instalment of another institution or site than its file', async () => {
    const { id } = await world.of('instalments', world.nextSeason)
    const { neighbour, otherSite } = world
    const findings = await findingsOf(() =>
      world.breaker.change('instalments', id, {
        institution: neighbour.institution,
        site: otherSite.site,
      }),
    )
    expect(findings).toEqual([
      expect.objectContaining({ id, actual: neighbour.institution, code: 'institutionDiffers' }),
      expect.objectContaining({ id, actual: otherSite.site, code: 'siteDiffers' }),
    ])
  })

  it('should find a second result about one line, and a result about a line of another run', async () => {
    const row = {
      institution: world.house.institution,
      item: 'x',
      outcome: 'reserved',
      position: 9,
      reason: 'sameSeat',
      rowKey: 'x',
      run: world.run,
      site: world.house.site,
    }
    const twice = await findingsOf(() =>
      world.breaker.add('run-rows', { ...row, newLine: world.renewed.lines[0] }),
    )
    expect(twice).toEqual([expect.objectContaining({ actual: 2, code: 'rowsOfLine' })])
    const foreign = await findingsOf(() =>
      world.breaker.add('run-rows', { ...row, newLine: world.sold.lines[0] }),
    )
    expect(foreign).toEqual([expect.objectContaining({ code: 'rowWithoutLine' })])
  })

  it('should let an import be silent about what it brought in', async () => {
    const findings = await findingsOf(() =>
      world.breaker.change('lines', world.sold.lines[0]!, { run: world.run }),
    )
    expect(findings).toEqual([])
  })

  it('should find files, lines and results of a simulation', async () => {
    const run = world.simulation
    const findings = await findingsOf(async () => [
      await world.breaker.change('files', world.sold.id, { run }),
      await world.breaker.change('lines', world.sold.lines[0]!, { run }),
      await world.breaker.change('run-rows', world.simulatedRow, { newFile: world.sold.id }),
    ])
    expect(findings.map(({ code, collection }) => `${code} ${collection}`)).toEqual([
      'simulationWrote files',
      'simulationWrote lines',
      'simulationWrote run-rows',
    ])
  })

  it('should find a number that was given to two files', async () => {
    const { number } = world.sold
    const findings = await findingsOf(() =>
      world.breaker.change('files', world.reservation.id, { number }),
    )
    expect(findings.map(({ code }) => code).sort()).toEqual(['numberKey', 'numberTwice'])
  })

  it('should look at one institution only when asked to', async () => {
    const spoil = () => world.breaker.change('files', world.sold.id, { total: 0 })
    expect(await findingsOf(spoil, world.neighbour.institution)).toEqual([])
    expect(await findingsOf(spoil, world.house.institution)).toHaveLength(1)
    expect(
      (await verify({ institutionID: world.neighbour.institution, payload })).checked.files,
    ).toBe(1)
  })

  it('should find what an institution has in a file of another', async () => {
    const payment = await world.of('payments', world.abroad)
    const findings = await findingsOf(
      () => world.breaker.change('payments', payment.id, { institution: world.house.institution }),
      world.house.institution,
    )
    expect(findings).toEqual([
      expect.objectContaining({
        id: payment.id,
        code: 'institutionDiffers',
        file: world.abroad.id,
      }),
    ])
  })

  it('should not mistake a house at work for a broken one', async () => {
    let isOpen = true
    let sold = 0
    const sellAndCancel = async (desk: number) => {
      // Each desk is at another step, whenever somebody looks.
      for (let turn = 0; turn < desk; turn++) await setImmediate()
      for (; isOpen; sold++) {
        const file = await aReservedFile({
          house: world.house,
          payer: world.payer,
          subscriptions: [{ seat: world.house.seats[10 + desk] }, {}],
        })
        await setImmediate()
        await sellReservation({ fileIDs: [file.id], payload, requestedBy: 'public' })
        await setImmediate()
        await cancelLines({ lineIDs: file.lines, payload, requestedBy: 'public' })
        await setImmediate()
      }
    }
    const work = Promise.all([0, 1, 2].map(sellAndCancel))
    const found: Finding[] = []
    for (let round = 0; round < 4; round++) found.push(...(await verify({ payload })).findings)
    isOpen = false
    await work
    expect(found).toEqual([])
    expect(sold).toBeGreaterThan(3)
  })
})

describe('the sentences of findings', () => {
  const translateInto =
    (language: 'de' | 'en' | 'fr') =>
    (key: string, values: object = {}) => {
      const sentence = key
        .split(':')
        .reduce<any>((found, part) => found?.[part], translations[language])
      return String(sentence ?? key).replace(/\{\{(\w+)\}\}/g, (_, name) => (values as any)[name])
    }

  it('should be there for each code in each language, with every value said', () => {
    for (const language of ['de', 'en', 'fr'] as const)
      for (const code of findingCodes) {
        const finding: Finding = { id: 'i', actual: 'A', code, collection: 'files', expected: 'E' }
        const sentence = explainFinding({ finding, t: translateInto(language) })
        expect(sentence).not.toContain('reprise:')
        expect(sentence).not.toMatch(/undefined|\{\{/)
        expect(sentence.length).toBeGreaterThan(15)
      }
  })

  it('should say amounts in major units and states in words', () => {
    const t = translateInto('de')
    const base = { id: 'i', collection: 'files' }
    expect(
      explainFinding({
        finding: { ...base, actual: 12_345, code: 'fileTotal', expected: -50 },
        t,
      }),
    ).toBe('Der Betrag des Dossiers ist 123.45, seine Aufträge ergeben −0.50.')
    expect(
      explainFinding({
        finding: { ...base, actual: 'mixed', code: 'fileStatus', expected: 'sold' },
        t,
      }),
    ).toBe('Der Stand des Dossiers ist «teils reserviert», nach seinen Positionen «verkauft».')
  })
})
