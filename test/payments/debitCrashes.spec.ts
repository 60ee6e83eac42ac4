import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { DebitHouse } from './aDebitHouse'
import type { DebitTask } from './debitWorker'

import { verify } from '../../src/operations/verify'
import { importBankReport } from '../../src/plugins/payments/sepa/operations/importBankReport'
import { prepareDebits } from '../../src/plugins/payments/sepa/operations/prepareDebits'
import { releaseDebits } from '../../src/plugins/payments/sepa/operations/releaseDebits'
import { settleMarked } from '../../src/plugins/payments/sepa/operations/settleMarked'
import { readerOf } from '../helpers/readerOf'
import { startPayload } from '../helpers/startPayload'
import { startLane } from '../renewal/startLane'
import { aDebitHouse, aDebtor } from './aDebitHouse'
import { bookedBy } from './bookedBy'

/** The full campaign runs with `npm run campaign -- debitCrashes`: before and after every single write. */
const isFull = process.env.CAMPAIGN === 'full'
const isMongo = process.env.TEST_DATABASE === 'mongodb'

const NOW = new Date('2027-02-01T08:00:00Z')
const UNTIL = '2027-02-28'
const DEBTORS = 3

/** In the midst of preparing, of releasing and of booking, and between them. */
const SOME_POINTS = isMongo
  ? ['bulk:afterWrite#2', 'bulk:beforeWrite#9']
  : ['bulk:afterWrite#2', 'debits:prepared', 'bulk:beforeWrite#9', 'bulk:afterWrite#18']

let started: Awaited<ReturnType<typeof startPayload>>

beforeAll(async () => {
  started = await startPayload()
})
afterAll(() => started.stop())

const { read } = readerOf(() => started.payload)

const aHouseThatCollects = async (): Promise<DebitHouse> => {
  const house = await aDebitHouse({ payload: started.payload })
  for (let i = 0; i < DEBTORS; i++)
    await aDebtor({ due: ['2027-02-10T23:00:00.000Z'], email: `payer${i}@house.example`, house })
  return house
}

/** Starts the process that is to be killed. @returns whether it came to its end */
const work = async (house: DebitHouse, crashAt: string): Promise<boolean> => {
  const task: DebitTask = {
    account: house.account,
    first: house.people.first.id,
    institution: house.institution,
    now: NOW.toISOString(),
    second: house.people.second.id,
    site: house.site,
    until: UNTIL,
  }
  const worker = await startLane({
    crashAt,
    program: 'debitWorker',
    runID: JSON.stringify(task),
    uri: started.uri,
  })
  await worker.ready
  return (await worker.ended) !== null
}

/** Goes on as the people of the house do when the power is back: with what they find. */
const goOn = async ({ account, institution, people, site }: DebitHouse) => {
  const { payload } = started
  const files = await read('direct-debit-files', { institution })
  if (!files.length)
    await prepareDebits({
      accountID: account,
      now: NOW,
      payload,
      req: await people.first.req(),
      siteID: site,
      until: UNTIL,
    })
  for (const { id } of await read('direct-debit-files', { institution, state: 'prepared' }))
    await releaseDebits({ fileID: id, now: NOW, payload, req: await people.second.req() })
  await importBankReport({
    fileName: 'bank.xml',
    maxBytes: 1_000_000,
    payload,
    req: await people.first.req(),
    source: await bookedBy({ institution, payload }),
  })
  await settleMarked({ institution, payload })
}

/** Each instalment is in one file, was told of once, and is booked once. */
const expectOnce = async (house: DebitHouse) => {
  const { institution } = house
  const files = await read('direct-debit-files', { institution })
  expect(files).toMatchObject([{ amount: DEBTORS * 10_000, count: DEBTORS, state: 'released' }])
  const charges = await read('charges', { institution })
  expect(charges.map(({ debitFile }) => debitFile)).toEqual(charges.map(() => files[0]!.id))
  const instalments = await read('instalments', { institution })
  expect(charges.map(({ instalment }) => instalment).sort()).toEqual(
    instalments.map(({ id }) => id).sort(),
  )
  expect(instalments).toHaveLength(DEBTORS)
  expect(instalments.map(({ attempts }) => attempts)).toEqual(instalments.map(() => 1))
  expect(instalments.map(({ state }) => state).sort()).toEqual(['paid', 'paid', 'returned'])
  expect(await read('payment-failures', { institution })).toHaveLength(1)
  const mails = await read('outbox', { institution, kind: 'mail' })
  expect(mails.map(({ subject }) => subject).sort()).toEqual(charges.map(({ id }) => id).sort())
  expect((await verify({ institutionID: institution, payload: started.payload })).findings).toEqual(
    [],
  )
}

describe('direct debits whose process is killed', () => {
  it.each(SOME_POINTS)(
    'should lie in one file each, with nothing lost, after %s',
    async (crashAt) => {
      const house = await aHouseThatCollects()
      // It ends there and says nothing: a place that is never passed would be no test.
      expect(await work(house, crashAt)).toBe(false)
      await goOn(house)
      await expectOnce(house)
    },
    60_000,
  )

  const everywhere = isFull ? it : it.skip
  everywhere(
    'should do so before and after every single write',
    async () => {
      for (const place of ['bulk:beforeWrite', 'bulk:afterWrite'])
        for (let time = 1, isOver = false; !isOver; time++) {
          const house = await aHouseThatCollects()
          isOver = await work(house, `${place}#${time}`)
          await goOn(house)
          await expectOnce(house)
          // Preparing, releasing and booking write more than that.
          if (isOver) expect(time).toBeGreaterThan(20)
        }
    },
    3_600_000,
  )
})
