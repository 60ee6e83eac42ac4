import { describe, expect, it } from '@jest/globals'

import { balance, camtOf, entryOf, structured, transactionOf } from './helpers/camt'
import { readAll } from './helpers/readFile'

const QRR = '210000000003139471430009017'

const readOne = async (entry: string) => {
  const { transactions, ...rest } = await readAll(camtOf(entry))
  expect(transactions).toHaveLength(1)
  return { ...rest, transaction: transactions[0]! }
}

const withTransaction = (
  args: Parameters<typeof transactionOf>[0],
  entry: Parameters<typeof entryOf>[0] = {},
) => readOne(entryOf({ ...entry, details: transactionOf(args) }))

describe('a bank file', () => {
  it('should tell message, statement, transactions, entries and the end', async () => {
    const { end, entries, message, statements, transactions, warnings } = await readAll(
      camtOf(
        entryOf({ details: transactionOf({ remittance: structured(QRR) }) }),
        {},
        balance('OPBD', '5.00', 'DBIT') + balance('CLBD', '105'),
      ),
    )
    expect(message).toMatchObject({
      createdAt: '2026-11-26T08:00:00Z',
      kind: 'camt.053',
      messageID: 'M1',
      version: '08',
    })
    expect(statements).toEqual([
      {
        id: 'S1',
        type: 'statement',
        balances: [
          { amount: -500, code: 'OPBD', currency: 'CHF', date: '2026-11-26' },
          { amount: 10_500, code: 'CLBD', currency: 'CHF', date: '2026-11-26' },
        ],
        createdAt: null,
        currency: 'CHF',
        iban: 'CH9300762011623852957',
        otherAccount: null,
        owner: null,
        sequenceNumber: '7',
      },
    ])
    expect(transactions[0]).toMatchObject({
      amount: 11_000,
      bookingDate: '2026-11-26',
      counterparty: { name: 'Zoë Müller', iban: 'AT611904300234573201' },
      currency: 'CHF',
      endToEndID: 'E1',
      movement: 'received',
      movesMoney: true,
      references: [{ isProposed: false, kind: 'QRR', value: QRR }],
      valueDate: '2026-11-27',
    })
    expect(entries[0]).toMatchObject({
      amount: 11_000,
      isCredit: true,
      status: 'BOOK',
      transactions: 1,
    })
    expect(warnings).toEqual([])
    expect(end).toEqual({ type: 'end', entries: 1, statements: 1, transactions: 1 })
  })

  it.each(['camt.052', 'camt.053', 'camt.054'] as const)(
    'should read %s with the same keys',
    async (kind) => {
      const entries = entryOf({ details: transactionOf() })
      const { transactions } = await readAll(camtOf(entries))
      for (const version of ['02', '04', '08', '13']) {
        const other = await readAll(camtOf(entries, { kind, version }))
        expect(other.message).toMatchObject({ kind, version })
        expect(other.transactions).toEqual(transactions)
      }
    },
  )

  it('should read prefixes, byte order marks, and other encodings', async () => {
    const entries = entryOf({ details: transactionOf() })
    const { transactions } = await readAll(camtOf(entries))
    const latin1 = Buffer.from(camtOf(entries, { encoding: 'ISO-8859-1' }), 'latin1')
    const utf16 = Buffer.from(`\ufeff${camtOf(entries, { encoding: 'UTF-16' })}`, 'utf16le')
    for (const source of [
      camtOf(entries, { prefix: 'ns2' }),
      `\ufeff${camtOf(entries)}`,
      latin1,
      utf16,
      Buffer.from(utf16).swap16(),
    ])
      expect((await readAll(source)).transactions).toEqual(transactions)
  })

  it('should read the same whatever the pieces it comes in', async () => {
    const bytes = Buffer.from(camtOf(entryOf({ details: transactionOf() })))
    const { transactions } = await readAll(bytes)
    const one = async function* () {
      for (const byte of bytes) yield Uint8Array.of(byte)
    }
    expect((await readAll(one())).transactions).toEqual(transactions)
  })
})

describe('which way the money goes', () => {
  const returned = '<RtrInf><Rsn><Cd>AM04</Cd></Rsn><AddtlInf>Insufficient</AddtlInf></RtrInf>'

  it.each([
    ['received', {}, {}],
    ['sent', {}, { direction: 'DBIT' }],
    ['takenBack', { more: returned }, { direction: 'DBIT' }],
    ['cameBack', { more: returned }, {}],
    ['takenBack', {}, { direction: 'DBIT', more: '<RvslInd>true</RvslInd>' }],
    ['sent', {}, { direction: 'DBIT', more: '<RvslInd>false</RvslInd>' }],
    ['cameBack', {}, { more: '<RvslInd>1</RvslInd>' }],
    ['takenBack', { direction: 'DBIT' }, { more: '<RvslInd>true</RvslInd>' }],
  ])('should be %s', async (movement, transaction, entry) => {
    expect((await withTransaction(transaction, entry)).transaction.movement).toBe(movement)
  })

  it.each([
    ['IDDT', 'UPDD', 'takenBack'],
    ['RDDT', 'RRTN', 'takenBack'],
    ['IDDT', 'ESDD', 'sent'],
    ['ICDT', 'RRTN', 'sent'],
  ])('should see by its codes %s %s that a debit is %s', async (family, sub, movement) => {
    const more = `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${sub}</SubFmlyCd></Fmly></Domn></BkTxCd>`
    expect((await withTransaction({ more }, { direction: 'DBIT' })).transaction.movement).toBe(
      movement,
    )
  })

  it('should tell why', async () => {
    const { transaction } = await withTransaction(
      { more: returned, refs: '<EndToEndId>E1</EndToEndId><MndtId>RUM-1</MndtId>' },
      { direction: 'DBIT' },
    )
    expect(transaction).toMatchObject({
      mandateReference: 'RUM-1',
      returnCode: 'AM04',
      returnText: 'Insufficient',
    })
  })

  it.each(['BOOK', '<Cd>BOOK</Cd>', 'PDNG', '<Cd>INFO</Cd>', '<Cd>FUTR</Cd>', ''])(
    'should move only what is booked (%s)',
    async (status) => {
      const { transaction, warnings } = await readOne(entryOf({ details: transactionOf(), status }))
      expect(transaction.movesMoney).toBe(status.includes('BOOK'))
      expect(warnings).toEqual(status ? [] : ['statusUnknown'])
    },
  )
})

describe('amounts', () => {
  const nested = (name: string, currency: string, amount: string) =>
    `<${name}><Amt Ccy="${currency}">${amount}</Amt></${name}>`

  it('should be the transaction’s own, then those of its details, then the entry’s', async () => {
    const amounts = [
      ['<Amt Ccy="CHF">1.00</Amt><AmtDtls><TxAmt><Amt Ccy="CHF">2.00</Amt></TxAmt></AmtDtls>', 100],
      [
        `<AmtDtls>${nested('InstdAmt', 'CHF', '3.00')}${nested('TxAmt', 'CHF', '2.00')}</AmtDtls>`,
        200,
      ],
      [`<AmtDtls>${nested('InstdAmt', 'CHF', '3.00')}</AmtDtls>`, 300],
      [`<AmtDtls>${nested('InstdAmt', 'EUR', '3.00')}</AmtDtls>`, 11_000],
      ['', 11_000],
    ] as const
    for (const [amount, minor] of amounts)
      expect([amount, (await withTransaction({ amount })).transaction.amount]).toEqual([
        amount,
        minor,
      ])
  })

  it('should be unknown, and warned of, where a batch does not say how it divides', async () => {
    const details = transactionOf({ amount: '' }).repeat(2)
    const { transactions, warnings } = await readAll(camtOf(entryOf({ details })))
    expect(transactions.map(({ amount }) => amount)).toEqual([null, null])
    expect(warnings).toEqual(['amountUnknown', 'amountUnknown', 'entryTotal'])
  })

  it('should take the decimals of the currency', async () => {
    const amounts = [
      ['CHF', '8.850', 885],
      ['CHF', '101', 10_100],
      ['CHF', '0.5', 50],
      ['CHF', '7.', 700],
      ['JPY', '1500', 1500],
      ['JPY', '1500.00', 1500],
      ['KWD', '1.234', 1234],
      ['CHF', '000001.00', 100],
      ['CHF', '9999999999.99', 999_999_999_999],
    ] as const
    for (const [currency, amount, minor] of amounts)
      expect((await readOne(entryOf({ amount, currency }))).transaction.amount).toBe(minor)
  })

  it('should add up, or be warned of', async () => {
    const batch = '<Btch><NbOfTxs>2</NbOfTxs><TtlAmt Ccy="CHF">220.00</TtlAmt></Btch>'
    const two = transactionOf().repeat(2)
    const good = await readAll(camtOf(entryOf({ amount: '220.00', details: batch + two })))
    expect(good.warnings).toEqual([])
    const three = await readAll(
      camtOf(entryOf({ amount: '220.00', details: batch + two + transactionOf() })),
    )
    expect(three.warningsInFull).toEqual([
      { actual: 3, code: 'batchCount', expected: '2' },
      { actual: 33_000, code: 'batchTotal', expected: 22_000 },
      { actual: 33_000, code: 'entryTotal', expected: 22_000 },
    ])
    // A transaction the other way round counts against its entry.
    const mixed = await readAll(
      camtOf(
        entryOf({
          amount: '0.00',
          details: transactionOf() + transactionOf({ direction: 'DBIT' }),
        }),
      ),
    )
    expect(mixed.warnings).toEqual([])
  })

  it('should check balances and counts, without what is not booked', async () => {
    const head = `${balance('OPBD', '100')}${balance('CLBD', '180')}<TxsSummry><TtlNtries><NbOfNtries>3</NbOfNtries></TtlNtries></TxsSummry>`
    const out = entryOf({ amount: '30.00', direction: 'DBIT' })
    const pending = entryOf({ status: 'PDNG' })
    expect((await readAll(camtOf(entryOf() + out + pending, {}, head))).warnings).toEqual([])
    const { warningsInFull } = await readAll(camtOf(entryOf() + pending, {}, head))
    expect(warningsInFull).toEqual([
      { actual: 2, code: 'entryCount', expected: '3' },
      { actual: 21_000, code: 'balance', expected: 18_000 },
    ])
  })

  it('should hand out an entry without transactions as one, and say of how many it is', async () => {
    const { transaction } = await readOne(
      entryOf({ details: '<Btch><NbOfTxs>12</NbOfTxs></Btch>', text: 'Batch' }),
    )
    expect(transaction).toMatchObject({ amount: 11_000, paymentCount: 12, text: 'Batch' })
  })
})

describe('references', () => {
  const SCOR = 'RF18539007547034'
  const referencesOf = async (remittance: string, more = '') =>
    (await withTransaction({ more, remittance })).transaction.references

  it('should be those that were sent, with blanks or not, all of them', async () => {
    const sent =
      structured('21 00000 00003 13947 14300 09017') +
      structured('rf18 5390 0754 7034') +
      structured('R 77')
    expect(await referencesOf(`<Ustrd>RF50ABO2026000123</Ustrd>${sent}`)).toEqual([
      { isProposed: false, kind: 'QRR', value: QRR },
      { isProposed: false, kind: 'SCOR', value: SCOR },
      { isProposed: false, kind: 'other', value: 'R77' },
    ])
  })

  it.each([
    `<Ustrd>Abo ${QRR}, danke</Ustrd>`,
    '<Ustrd>Rg. 2026 21 00000 00003 13947 14300 09017</Ustrd>',
    `<Ustrd>${QRR} and again ${QRR}</Ustrd>`,
  ])('should be proposed from text: %s', async (remittance) => {
    expect(await referencesOf(remittance)).toEqual([{ isProposed: true, kind: 'QRR', value: QRR }])
  })

  it.each([`ref ${SCOR}.`, 'rf18 5390 0754 7034 Danke vielmals', 'RF18 5390 0754 7034'])(
    'should be proposed from text: %s',
    async (text) => {
      expect(await referencesOf('', `<AddtlTxInf>${text}</AddtlTxInf>`)).toEqual([
        { isProposed: true, kind: 'SCOR', value: SCOR },
      ])
    },
  )

  it.each([
    '210000000003139471430009016',
    `1${QRR}`,
    'RF19539007547034',
    'XRF18539007547034',
    'Surf18 fun',
  ])('should not be made up from %s', async (text) => {
    expect(await referencesOf(`<Ustrd>${text}</Ustrd>`)).toEqual([])
  })

  it('should come from the entry only when it has one payment', async () => {
    const text = `Gutschrift QRR\n   ${QRR}`
    expect((await readOne(entryOf({ text }))).transaction.references).toHaveLength(1)
    expect((await withTransaction({}, { text })).transaction.references).toHaveLength(1)
    const details = transactionOf({ amount: '<Amt Ccy="CHF">55.00</Amt>' }).repeat(2)
    const { transactions } = await readAll(camtOf(entryOf({ details, text })))
    expect(transactions.flatMap(({ references }) => references)).toEqual([])
  })

  it('should not take what is no end-to-end reference, nor what no person wrote', async () => {
    const { transaction } = await withTransaction({
      refs: '<EndToEndId>NOTPROVIDED</EndToEndId>',
      remittance: '<Ustrd>Hello</Ustrd><Strd><AddtlRmtInf>?REJECT?0</AddtlRmtInf></Strd>',
    })
    expect(transaction).toMatchObject({ endToEndID: null, text: 'Hello' })
  })
})

describe('keys of transactions', () => {
  const UETR = '<UETR>d0826d0f-a005-5e3b-b3dc-54da4ac7f0d0</UETR>'
  const keysOf = async (xml: string) => (await readAll(xml)).transactions.map(({ key }) => key)

  it('should tell payments apart by anything the bank says', async () => {
    const entries = [
      entryOf(),
      entryOf({ amount: '110.01' }),
      entryOf({ direction: 'DBIT' }),
      entryOf({ reference: 'ASR2' }),
      entryOf({ text: QRR }),
      entryOf({ details: transactionOf() }),
      entryOf({ details: transactionOf({ refs: '<EndToEndId>E2</EndToEndId>' }) }),
      entryOf({ details: transactionOf({ refs: '<AcctSvcrRef>T1</AcctSvcrRef>' }) }),
      entryOf({ details: transactionOf({ refs: UETR }) }),
      entryOf({
        details: transactionOf({ more: '<RtrInf><AddtlInf>back</AddtlInf></RtrInf>', refs: UETR }),
      }),
    ]
    const keys = await Promise.all(entries.map(async (entry) => (await keysOf(camtOf(entry)))[0]))
    expect(new Set(keys).size).toBe(entries.length)
  })

  it('should go by the UETR alone where there is one, and remember how it was known before', async () => {
    const before = await withTransaction({})
    const refs = `<EndToEndId>E1</EndToEndId>${UETR}`
    const now = await withTransaction({ refs })
    const later = await withTransaction(
      { refs: UETR.toUpperCase().replaceAll('UETR', 'UETR') },
      { reference: 'X' },
    )
    expect(now.transaction.fallbackKey).toBe(before.transaction.key)
    expect(now.transaction.key).not.toBe(before.transaction.key)
    expect(later.transaction.key).toBe(now.transaction.key)
  })

  it('should count what cannot be told apart as two, the same each time', async () => {
    const keys = await keysOf(camtOf(entryOf() + entryOf()))
    expect(new Set(keys).size).toBe(2)
    expect(await keysOf(camtOf(entryOf() + entryOf()))).toEqual(keys)
    expect((await keysOf(camtOf(entryOf())))[0]).toBe(keys[0])
  })

  it('should not mind where in the file an entry stands', async () => {
    const [first] = await keysOf(camtOf(entryOf()))
    expect(await keysOf(camtOf(entryOf({ reference: 'ASR0' }) + entryOf()))).toContain(first)
  })
})
