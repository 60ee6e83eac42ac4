import { expect, it } from '@jest/globals'

import type { BankTransaction } from '../../../src/utilities/bank/files/types'

import { readAll } from './helpers/readFile'
import { describeWithSamples, readSample } from './helpers/samples'

const read = (name: string) => readAll(readSample(`camt/${name}.xml`))

const count = (transactions: BankTransaction[], movement: string) =>
  transactions.filter((one) => one.movement === movement).length

describeWithSamples('bank files of other houses', () => {
  it('should hold what PostFinance put into its full sample', async () => {
    const { end, entries, statements, transactions, warnings } = await read(
      '053.04-ch-postfinance-32tx-2rvsl-isr',
    )
    expect(end).toEqual({ type: 'end', entries: 13, statements: 1, transactions: 32 })
    expect(entries.filter((entry) => entry.transactions > 1)).toHaveLength(4)
    expect(count(transactions, 'takenBack')).toBe(2)
    expect(count(transactions, 'cameBack')).toBe(3)
    expect(transactions.filter(({ returnCode }) => returnCode)).toHaveLength(5)
    expect(transactions.filter(({ references }) => references.length)).toHaveLength(10)
    expect(statements[0]).toMatchObject({ iban: 'CH0309000000250090342' })
    // Entries, batches and both balances agree.
    expect(warnings).toEqual([])
  })

  it('should find QR references in the text of entries without details', async () => {
    const { transactions, warnings } = await read('053.04-ch-qrr-entry-level-no-txdtls')
    expect(transactions.map(({ amount, references }) => [amount, references])).toEqual([
      [10_100, [{ isProposed: true, kind: 'QRR', value: '094044869197312929630369254' }]],
      [16_800, [{ isProposed: true, kind: 'QRR', value: '416717412098789269137325213' }]],
    ])
    // The sample was cut out of a longer statement.
    expect(warnings).toEqual(['entryCount', 'balance'])
  })

  it('should read version 08 with a creditor reference, a UETR and another currency', async () => {
    const { transactions, warnings } = await read('053.08-ch-qrr-scor-multicurrency')
    expect(
      transactions.map(({ amount, currency, movement }) => [amount, currency, movement]),
    ).toEqual([
      [47_440, 'CHF', 'received'],
      [8885, 'CHF', 'received'],
      [2097, 'EUR', 'sent'],
    ])
    expect(transactions[0]).toMatchObject({
      counterparty: { name: 'Jon Doe' },
      endToEndID: '80000004540000100095',
      uetr: 'd0826d0f-a005-5e3b-b3dc-54da4ac7f0d0',
    })
    expect(transactions[0]!.key).not.toBe(transactions[0]!.fallbackKey)
    expect(transactions[1]!.references).toEqual([
      { isProposed: false, kind: 'SCOR', value: 'RF38000000000000000000552' },
    ])
    expect(warnings).toEqual(['balance'])
  })

  it('should know the payments of a notification as those of the statement', async () => {
    const { transactions: notified } = await read('054.04-ch-4batch-2rvsl')
    const { transactions: booked } = await read('053.04-ch-postfinance-32tx-2rvsl-isr')
    expect(
      notified.map(({ amount, movement, returnCode }) => [amount, movement, returnCode]),
    ).toEqual([
      [1500, 'received', null],
      [900, 'received', null],
      [5656, 'received', null],
      [600, 'takenBack', 'MD06'],
      [1553, 'takenBack', 'MD06'],
    ])
    const keys = new Set(booked.map(({ key }) => key))
    expect(notified.filter(({ key }) => keys.has(key))).toHaveLength(5)
  })

  it('should read a batch of QR payments the same in each of its dresses', async () => {
    const { transactions, warnings } = await read('054.04-ch-pf-qrr-2tx')
    expect(transactions.map(({ amount, references }) => [amount, references[0]!.value])).toEqual([
      [77_829, '539115429773825311971477453'],
      [91_393, '662437765447746478179744715'],
    ])
    expect(warnings).toEqual([])
    for (const dress of ['qrr-2tx-prefixed-ns2', 'qrr-2tx-utf8-bom'])
      expect((await read(dress)).transactions).toEqual(transactions)
  })

  it('should see a payment of the house that came back', async () => {
    const { transactions } = await read('054.04-ch-pf-return-rvslind')
    expect(transactions).toHaveLength(1)
    expect(transactions[0]).toMatchObject({
      amount: 50_000,
      movement: 'cameBack',
      returnCode: 'AC01',
    })
  })

  it('should hand out payments with nothing but a remark', async () => {
    const { transactions, warnings } = await read('054.04-ch-pf-ustrd-6tx')
    expect(transactions.map(({ amount }) => amount)).toEqual([
      40_000, 35_000, 45_000, 15_000, 5000, 10_000,
    ])
    expect(transactions.map(({ text }) => text).slice(3)).toEqual([
      'Rg.-Nr. 001',
      'Rg.-Nr. 1234567890',
      'Rg.-Nr. 987654321',
    ])
    expect(transactions.flatMap(({ references }) => references)).toEqual([])
    expect(warnings).toEqual([])
  })

  it('should take decimals beyond the currency when they are zeros', async () => {
    const { transactions, warningsInFull } = await read('053.02-eur-five-decimals')
    expect(transactions[0]!.amount).toBe(885)
    expect(warningsInFull).toEqual([{ actual: 2700, code: 'balance', expected: 2705 }])
  })

  it('should read two statements of one file', async () => {
    const { end, statements, transactions, warnings } = await read('053.02-eur-multi-statement')
    expect(end).toEqual({ type: 'end', entries: 2, statements: 2, transactions: 2 })
    expect(statements.map(({ id }) => id)).toEqual([
      '253EURNL26VAYB8060476890',
      '254EURNL26VAYB8060476890',
    ])
    expect(transactions.map(({ amount, movement }) => [amount, movement])).toEqual([
      [885, 'received'],
      [700, 'sent'],
    ])
    expect(warnings).toEqual([])
  })

  it('should warn of a batch that is not what it announces', async () => {
    const { transactions, warnings } = await read('054.08-scor-isr-3tx')
    expect(transactions).toHaveLength(3)
    expect(transactions.map(({ references }) => references.length)).toEqual([1, 1, 2])
    expect(
      transactions.flatMap(({ references }) => references).every(({ kind }) => kind === 'other'),
    ).toBe(true)
    expect(warnings).toEqual(['batchCount', 'entryTotal'])
  })
})
