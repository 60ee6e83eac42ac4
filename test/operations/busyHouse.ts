import type { Payload } from 'payload'

import type { Undo } from '../helpers/breakLedger'
import type { BuiltFile } from '../helpers/builders'

import { newID, readMany } from '../../src/database/bulk'
import { cancelLines } from '../../src/operations/cancelLines'
import { expectedRenewalKey } from '../../src/operations/renewalKeys'
import { sellReservation } from '../../src/operations/sellReservation'
import { ledgerBreaker } from '../helpers/breakLedger'
import {
  aHouse,
  aRenewedFile,
  aReservedFile,
  aRun,
  aRunRow,
  aSoldFile,
  aSubscriber,
  aTicket,
  PRICES,
} from '../helpers/builders'

type Doc = Record<string, any> & { id: string }

export type BusyHouse = Awaited<ReturnType<typeof aBusyHouse>>

/**
 * A house in which everything has happened once, with a neighbour and a second site, ways to point at its documents, and ways to
 * spoil them.
 */
export const aBusyHouse = async (payload: Payload) => {
  const house = await aHouse({ payload })
  const neighbour = await aHouse({ payload })
  const otherSite = await aHouse({ institution: house.institution, payload })
  const [a, b, c, d, e] = house.seats
  const payer = await aSubscriber({ house })
  const sold = await aSoldFile({ house, payer, subscriptions: [{ seat: a }, { seat: b }, {}] })
  const run = await aRun({ house })
  const renewed = await aRenewedFile({
    house,
    origin: sold.lines[0]!,
    payer,
    run,
    subscription: { seat: a },
  })
  const row = await aRunRow({
    house,
    item: sold.lines[0]!,
    newFile: renewed.id,
    newLine: renewed.lines[0],
    run,
  })
  const simulation = await aRun({ house, simulation: true })
  const simulatedRow = await aRunRow({ house, item: sold.lines[1]!, run: simulation })
  const cancelled = await aSoldFile({ house, payer, subscriptions: [{ seat: c }] })
  const voided = await aTicket({ file: cancelled, house, line: cancelled.lines[0]! })
  await cancelLines({ lineIDs: cancelled.lines, payload, requestedBy: 'public' })
  const reservation = await aReservedFile({ house, payer, subscriptions: [{ seat: d }] })
  await sellReservation({ fileIDs: [reservation.id], payload, requestedBy: 'public' })
  const nextSeason = await aSoldFile({
    house,
    payer,
    payment: {
      amount: PRICES.full.first,
      method: 'directDebit',
      schedule: [
        { amount: PRICES.full.first - 100, dueAt: '2026-09-01T00:00:00.000Z' },
        { amount: 100, dueAt: '2026-10-01T00:00:00.000Z' },
      ],
      state: 'planned',
    },
    season: house.seasons.next,
    subscriptions: [{ seat: e }],
  })
  const ticket = await aTicket({ file: sold, house, line: sold.lines[0]! })
  const abroad = await aSoldFile({ house: neighbour })
  const breaker = await ledgerBreaker(payload)

  const of = async (
    collection: 'instalments' | 'lines' | 'orders' | 'payments' | 'seat-allocations',
    file: BuiltFile,
    where: object = {},
  ) =>
    (
      await readMany<Doc>({
        collection,
        payload,
        sort: 'id',
        where: { file: file.id, ...where } as never,
      })
    )[0]!
  const performanceOf = (file: BuiltFile, parent = file.lines[0]!) =>
    of('lines', file, { kind: 'performance', parent })
  const seatOf = async (file: BuiltFile, parent?: string) =>
    of('seat-allocations', file, { line: (await performanceOf(file, parent)).id })
  const lineOf = (file: BuiltFile) => of('lines', file, { id: file.lines[0]! })
  /** A file of direct debits with nothing in it. */
  const debitFile = () => ({
    id: newID(payload),
    account: newID(payload),
    amount: 0,
    count: 0,
    currency: 'EUR',
    institution: house.institution,
    messageID: `DD-${newID(payload).slice(-12)}`,
    site: house.site,
    state: 'prepared',
    until: '2027-02-28T00:00:00.000Z',
  })
  const freeSeat = () => house.seats[house.seats.length - 1]!

  /** Lets the renewed line come from another one. */
  const renewFrom = async (originLine: string): Promise<Undo> => {
    const line = await lineOf(renewed)
    const data = { originLine, renewalKey: expectedRenewalKey({ ...line, originLine } as never) }
    return breaker.change('lines', line.id, data)
  }
  return {
    abroad,
    breaker,
    cancelled,
    debitFile,
    freeSeat,
    house,
    lineOf,
    neighbour,
    nextSeason,
    of,
    otherSite,
    payer,
    payload,
    performanceOf,
    renewed,
    renewFrom,
    reservation,
    row,
    run,
    seatOf,
    simulatedRow,
    simulation,
    sold,
    ticket,
    voided,
  }
}
