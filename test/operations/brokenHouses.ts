import type { Finding, FindingCode } from '../../src/operations/verify'
import type { Undo } from '../helpers/breakLedger'
import type { BusyHouse } from './busyHouse'

import { newID, readMany } from '../../src/database/bulk'
import { tokenContext } from '../../src/operations/payments/storedMeans'
import { seal } from '../../src/utilities/seal'

type Case = {
  finds: (house: BusyHouse) => Partial<Finding> | Promise<Partial<Finding>>
  spoil: (house: BusyHouse) => Promise<Undo | Undo[]>
  title: string
}

/** For each code something that is wrong in just that way. */
export const brokenHouses: Record<FindingCode, Case> = {
  cancelledBy: {
    finds: async ({ cancelled, performanceOf }) => ({
      id: (await performanceOf(cancelled)).id,
      actual: null,
    }),
    spoil: async ({ breaker, cancelled, performanceOf }) =>
      breaker.change('lines', (await performanceOf(cancelled)).id, { cancelledBy: null }),
    title: 'a cancelled line without the order that cancelled it',
  },
  counterBehind: {
    finds: ({ nextSeason }) => ({ id: nextSeason.id, actual: 2, collection: 'files', expected: 5 }),
    spoil: async ({ breaker, house, payload }) => {
      const [counter] = await readMany({
        collection: 'counters',
        payload,
        where: { key: `file:${house.institution}` },
      })
      return breaker.change('counters', counter!.id, { value: 2 })
    },
    title: 'a counter that would give numbers a second time',
  },
  debitFileCount: {
    finds: () => ({ actual: 1, collection: 'direct-debit-files', expected: 0 }),
    spoil: ({ breaker, debitFile }) =>
      breaker.add('direct-debit-files', { ...debitFile(), count: 1 }),
    title: 'a direct debit file that says another number of collections',
  },
  debitFileSum: {
    finds: () => ({ actual: 110, collection: 'direct-debit-files', expected: 0 }),
    spoil: ({ breaker, debitFile }) =>
      breaker.add('direct-debit-files', { ...debitFile(), amount: 110 }),
    title: 'a direct debit file that says another sum',
  },
  fileBalance: {
    finds: ({ sold }) => ({ id: sold.id, actual: 1, collection: 'files', expected: 0 }),
    spoil: ({ breaker, sold }) => breaker.change('files', sold.id, { balance: 1 }),
    title: 'a file that says something else is due',
  },
  fileMissing: {
    finds: () => ({ collection: 'payments' }),
    spoil: async ({ breaker, of, payload, sold }) => {
      const { id, ...payment } = await of('payments', sold)
      return breaker.add('payments', { ...payment, chargeKey: id, file: newID(payload) })
    },
    title: 'a payment of no file',
  },
  filePaid: {
    finds: ({ sold }) => ({ id: sold.id, actual: 7 }),
    spoil: ({ breaker, sold }) => breaker.change('files', sold.id, { paid: 7 }),
    title: 'a file that says something else is paid',
  },
  fileStatus: {
    finds: ({ sold }) => ({ id: sold.id, actual: 'mixed', expected: 'sold' }),
    spoil: ({ breaker, sold }) => breaker.change('files', sold.id, { status: 'mixed' }),
    title: 'a file of another status than its lines',
  },
  fileTotal: {
    finds: ({ sold }) => ({ id: sold.id, actual: 0 }),
    spoil: ({ breaker, sold }) => breaker.change('files', sold.id, { total: 0 }),
    title: 'a file that is not the sum of its orders',
  },
  instalmentChargedTwice: {
    finds: async ({ nextSeason, of }) => ({
      id: (await of('instalments', nextSeason)).id,
      actual: 2,
      collection: 'instalments',
      expected: 1,
    }),
    spoil: async ({ breaker, debitFile, nextSeason, of }) => {
      const file = debitFile()
      const instalment = await of('instalments', nextSeason)
      const charge = (key: string) =>
        breaker.add('charges', {
          account: file.account,
          amount: 100,
          attemptKey: key,
          contact: nextSeason.payer,
          currency: 'EUR',
          debitFile: file.id,
          instalment: instalment.id,
          institution: file.institution,
          kind: 'charge',
          reference: key,
          site: file.site,
          state: 'pending',
        })
      return [
        await breaker.add('direct-debit-files', { ...file, amount: 200, count: 2 }),
        await charge('TWICE1'),
        await charge('TWICE2'),
      ]
    },
    title: 'an instalment that is collected twice at once',
  },
  instalmentElsewhere: {
    finds: () => ({ collection: 'instalments' }),
    spoil: async ({ breaker, nextSeason, of, sold }) => {
      const { id, ...instalment } = await of('instalments', nextSeason)
      return breaker.add('instalments', {
        ...instalment,
        instalmentKey: id,
        payment: (await of('payments', sold)).id,
      })
    },
    title: 'an instalment of a payment outside its file',
  },
  institutionDiffers: {
    finds: ({ house, neighbour }) => ({
      actual: neighbour.institution,
      expected: house.institution,
    }),
    spoil: async ({ breaker, neighbour, of, sold }) =>
      breaker.change('payments', (await of('payments', sold)).id, {
        institution: neighbour.institution,
      }),
    title: 'a payment of another institution than its file',
  },
  lineSeatedTwice: {
    finds: async ({ freeSeat, seatOf, sold }) => ({
      actual: freeSeat().id,
      expected: (await seatOf(sold)).seat,
    }),
    spoil: async ({ breaker, freeSeat, seatOf, sold }) => {
      const { id: _id, ...allocation } = await seatOf(sold)
      const seat = freeSeat().id
      const seatKey = `${allocation.performance}:${seat}`
      return breaker.add('seat-allocations', { ...allocation, seat, seatKey })
    },
    title: 'a performance that holds two seats',
  },
  numberKey: {
    finds: () => ({ actual: 'x', collection: 'orders' }),
    spoil: async ({ breaker, of, sold }) =>
      breaker.change('orders', (await of('orders', sold)).id, { numberKey: 'x' }),
    title: 'a number under a key of another',
  },
  numberTwice: {
    finds: () => ({ collection: 'contacts' }),
    spoil: async ({ breaker, payer, payload }) => {
      const [contact] = await readMany({
        collection: 'contacts',
        payload,
        where: { id: payer },
      })
      const { id: _id, ...copy } = contact!
      return breaker.add('contacts', { ...copy, identityKey: 'copy' })
    },
    title: 'two contacts of one number',
  },
  orderAmount: {
    finds: async ({ of, sold }) => {
      const { id, amount } = await of('orders', sold)
      return { id, actual: amount, expected: amount + 100 }
    },
    spoil: async ({ breaker, lineOf, sold }) => {
      const line = await lineOf(sold)
      return breaker.change('lines', line.id, { amount: line.amount + 100 })
    },
    title: 'an order that is not the sum of its lines',
  },
  orderElsewhere: {
    finds: async ({ performanceOf, sold }) => ({ id: (await performanceOf(sold)).id }),
    spoil: async ({ breaker, of, performanceOf, reservation, sold }) =>
      breaker.change('lines', (await performanceOf(sold)).id, {
        order: (await of('orders', reservation)).id,
      }),
    title: 'a line in an order of another file',
  },
  originElsewhere: {
    finds: ({ neighbour, renewed }) => ({ id: renewed.lines[0], actual: neighbour.institution }),
    spoil: ({ abroad, renewFrom }) => renewFrom(abroad.lines[0]!),
    title: 'a subscription renewed from one of another institution',
  },
  originMissing: {
    finds: ({ renewed }) => ({ id: renewed.lines[0] }),
    spoil: ({ payload, renewFrom }) => renewFrom(newID(payload)),
    title: 'a subscription renewed from nothing',
  },
  originSameSeason: {
    finds: ({ house, renewed }) => ({ id: renewed.lines[0], actual: house.seasons.next.id }),
    spoil: ({ nextSeason, renewFrom }) => renewFrom(nextSeason.lines[0]!),
    title: 'a subscription renewed into its own season',
  },
  parentMissing: {
    finds: async () => ({ actual: null }),
    spoil: async ({ breaker, performanceOf, sold }) =>
      breaker.change('lines', (await performanceOf(sold)).id, { parent: null }),
    title: 'a performance without its subscription',
  },
  parentState: {
    finds: () => ({ actual: 'reserved', expected: 'sold' }),
    spoil: async ({ breaker, performanceOf, sold }) => {
      const unseated = await performanceOf(sold, sold.lines[2])
      return breaker.change('lines', unseated.id, { state: 'reserved' })
    },
    title: 'a performance of another state than its subscription',
  },
  paymentAmount: {
    finds: async ({ nextSeason, of }) => {
      const { id, amount } = await of('payments', nextSeason)
      return { id, actual: amount + 1, expected: amount }
    },
    spoil: async ({ breaker, nextSeason, of }) => {
      const { id, amount } = await of('payments', nextSeason)
      return breaker.change('payments', id, { amount: amount + 1 })
    },
    title: 'a payment that is not the sum of its instalments',
  },
  paymentPaid: {
    finds: () => ({ actual: 5, collection: 'payments', expected: 0 }),
    spoil: async ({ breaker, nextSeason, of, payload }) => {
      const [file] = await readMany({ collection: 'files', payload, where: { id: nextSeason.id } })
      return [
        await breaker.change('payments', (await of('payments', nextSeason)).id, { paid: 5 }),
        await breaker.change('files', nextSeason.id, { balance: file!.total - 5, paid: 5 }),
      ]
    },
    title: 'a payment that says more is received than its instalments',
  },
  paymentState: {
    finds: () => ({ actual: 'failed', collection: 'payments', expected: 'planned' }),
    spoil: async ({ breaker, nextSeason, of }) =>
      breaker.change('payments', (await of('payments', nextSeason)).id, { state: 'failed' }),
    title: 'a payment of another state than its instalments',
  },
  referenceForeign: {
    finds: ({ neighbour, sold }) => ({
      id: sold.lines[0],
      actual: `tariff: ${neighbour.tariffs.full}`,
    }),
    spoil: ({ breaker, neighbour, sold }) =>
      breaker.change('lines', sold.lines[0]!, { tariff: neighbour.tariffs.full }),
    title: 'a tariff of another institution',
  },
  referenceMissing: {
    finds: ({ sold }) => ({ id: sold.lines[0] }),
    spoil: ({ breaker, payload, sold }) =>
      breaker.change('lines', sold.lines[0]!, { tariff: newID(payload) }),
    title: 'a tariff that does not exist',
  },
  renewalKey: {
    finds: ({ renewed }) => ({ id: renewed.lines[0], actual: 'x' }),
    spoil: ({ breaker, renewed }) =>
      breaker.change('lines', renewed.lines[0]!, { renewalKey: 'x' }),
    title: 'a renewal under a wrong key',
  },
  renewedTwice: {
    finds: () => ({ actual: 2, expected: 1 }),
    spoil: async ({ breaker, lineOf, nextSeason, renewed }) => {
      const line = await lineOf(nextSeason)
      const { originLine, renewalKey } = await lineOf(renewed)
      return breaker.change('lines', line.id, { originLine, renewalKey })
    },
    title: 'a subscription renewed twice',
  },
  rowsOfLine: {
    finds: ({ renewed }) => ({ id: renewed.lines[0], actual: 0, expected: 1 }),
    spoil: ({ breaker, row }) => breaker.remove('run-rows', row),
    title: 'a line that a run renewed and says nothing about',
  },
  rowWithoutLine: {
    finds: ({ sold }) => ({ collection: 'run-rows', file: sold.id }),
    spoil: ({ breaker, house, run, sold }) =>
      breaker.add('run-rows', {
        file: sold.id,
        institution: house.institution,
        item: 'x',
        newLine: null,
        outcome: 'sold',
        position: 9,
        reason: 'sameSeat',
        rowKey: 'x',
        run,
        site: house.site,
      }),
    title: 'a result that says "sold" without a line',
  },
  runUnfinished: {
    finds: ({ run }) => ({ id: run, actual: 1, collection: 'runs' }),
    spoil: ({ breaker, house, run }) =>
      breaker.add('run-chunks', {
        chunkKey: 'x',
        index: 0,
        institution: house.institution,
        items: ['x'],
        phase: 0,
        run,
        site: house.site,
        size: 1,
        state: 'open',
      }),
    title: 'a run that is done before its work is',
  },
  sealedUnopened: {
    finds: () => ({ actual: 1, collection: 'aliases', expected: 1 }),
    spoil: async ({ breaker, house, payer, payload }) => {
      const owner = { account: newID(payload), contact: payer, institution: house.institution }
      return breaker.add('aliases', {
        ...owner,
        state: 'active',
        title: 'Visa',
        token: seal('token', tokenContext({ ...owner, contact: newID(payload) })),
        tokenKey: 'x',
      })
    },
    title: 'a stored card that was sealed for another contact',
  },
  seatDiffers: {
    finds: async ({ seatOf, sold }) => ({ id: (await seatOf(sold)).id }),
    spoil: async ({ breaker, freeSeat, seatOf, sold }) => {
      const { id, performance } = await seatOf(sold)
      const seat = freeSeat().id
      return breaker.change('seat-allocations', id, { seat, seatKey: `${performance}:${seat}` })
    },
    title: 'another seat than the line says',
  },
  seatHeldTwice: {
    finds: async ({ seatOf, sold }) => ({ actual: (await seatOf(sold)).seatKey }),
    spoil: async ({ breaker, reservation, seatOf, sold }) => {
      const { seat, seatKey } = await seatOf(sold)
      const other = await seatOf(reservation)
      return [
        await breaker.change('seat-allocations', other.id, { seat, seatKey }),
        await breaker.change('lines', other.line, { seat }),
      ]
    },
    title: 'two people in one seat, whatever the database says about keys',
  },
  seatKey: {
    finds: () => ({ actual: 'x' }),
    spoil: async ({ breaker, seatOf, sold }) =>
      breaker.change('seat-allocations', (await seatOf(sold)).id, { seatKey: 'x' }),
    title: 'a seat under a wrong key',
  },
  seatMissing: {
    finds: async ({ house, performanceOf, sold }) => ({
      id: (await performanceOf(sold)).id,
      collection: 'lines',
      expected: house.seats[0]!.id,
    }),
    spoil: async ({ breaker, seatOf, sold }) =>
      breaker.remove('seat-allocations', (await seatOf(sold)).id),
    title: 'a performance whose seat could be sold again',
  },
  seatState: {
    finds: () => ({ actual: 'reserved', expected: 'sold' }),
    spoil: async ({ breaker, seatOf, sold }) =>
      breaker.change('seat-allocations', (await seatOf(sold)).id, { state: 'reserved' }),
    title: 'a seat of another state than its line',
  },
  seatWithoutLine: {
    finds: async ({ cancelled, seatOf }) => ({ id: (await seatOf(cancelled)).id }),
    spoil: async ({ breaker, cancelled, seatOf }) => {
      const { id, performance, seat } = await seatOf(cancelled)
      const data = { seatKey: `${performance}:${seat}`, state: 'sold' }
      return breaker.change('seat-allocations', id, data)
    },
    title: 'a seat that is held although its line is cancelled',
  },
  simulationWrote: {
    finds: ({ simulation }) => ({ actual: simulation, collection: 'orders' }),
    spoil: async ({ breaker, of, simulation, sold }) =>
      breaker.change('orders', (await of('orders', sold)).id, { run: simulation }),
    title: 'an order that a simulation wrote',
  },
  siteDiffers: {
    finds: ({ house, otherSite }) => ({ actual: otherSite.site, expected: house.site }),
    spoil: async ({ breaker, of, otherSite, sold }) =>
      breaker.change('payments', (await of('payments', sold)).id, { site: otherSite.site }),
    title: 'a payment of another site than its file',
  },
  ticketElsewhere: {
    finds: ({ ticket }) => ({ id: ticket }),
    spoil: ({ breaker, reservation, ticket }) =>
      breaker.change('tickets', ticket, { line: reservation.lines[0] }),
    title: 'a ticket for a line of another file',
  },
  ticketValid: {
    finds: ({ voided }) => ({ id: voided, actual: 'issued' }),
    spoil: ({ breaker, voided }) => breaker.change('tickets', voided, { state: 'issued' }),
    title: 'a ticket that still opens the door for a cancelled line',
  },
}
