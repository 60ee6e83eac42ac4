import { describe, expect, it } from '@jest/globals'
import { createServer } from 'node:http'
import { readdirSync } from 'node:fs'
import path from 'node:path'

import { camtOf, entryOf, transactionOf } from './helpers/camt'
import { readAll, refusalOf } from './helpers/readFile'
import { describeWithSamples, readSample, sampleFolder } from './helpers/samples'

/** Generous: a refusal is a matter of milliseconds, and a machine may be busy. */
const MAX_MS = 5000
const MAX_BYTES = 50_000_000

const megabyte = (sign: string) => sign.repeat(1_000_000)

describe('what a bank file must not be', () => {
  it.each<[code: string, value: string, file: Buffer | string]>([
    ['emptyFile', '', ''],
    ['notXML', '', 'Date;Amount\n2026-11-26;110.00'],
    ['notXML', '', Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe, 0x00])],
    ['unknownMessage', 'Document', '<Document/>'],
    ['unknownRoot', 'html', '<html><body/></html>'],
    [
      'unknownMessage',
      'pain.001',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><X/></Document>',
    ],
    [
      'unknownMessage',
      'BkToCstmrStmt',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrStmt/></Document>',
    ],
    ['unknownMessage', 'constructor', '<Document><constructor/></Document>'],
    ['documentType', '', '<!DOCTYPE Document><Document/>'],
    [
      'documentType',
      '',
      camtOf('').replace('<Document', '<!DOCTYPE d [<!ENTITY a "b">]><Document'),
    ],
    ['notWellFormed', 'Unclosed root tag', camtOf(entryOf()).slice(0, -11)],
    ['notWellFormed', 'Unexpected close tag', camtOf('</Acct>')],
    ['notWellFormed', 'Invalid character entity', camtOf(entryOf({ text: '&evil;' }))],
    ['illegalCharacter', '', camtOf(entryOf({ text: '\u001b@' }))],
    ['notWellFormed', 'Invalid character entity', camtOf(entryOf({ text: '&#27;@' }))],
    ['encodingUnknown', 'EBCDIC', camtOf('', { encoding: 'EBCDIC' })],
    ['encodingBroken', 'utf-8', Buffer.from(camtOf(entryOf({ text: 'Zürich' })), 'latin1')],
    ['amountInvalid', '-1.00', camtOf(entryOf({ amount: '-1.00' }))],
    ['amountInvalid', '1e9', camtOf(entryOf({ amount: '1e9' }))],
    ['amountInvalid', '1,50', camtOf(entryOf({ amount: '1,50' }))],
    ['amountInvalid', '1.005', camtOf(entryOf({ amount: '1.005' }))],
    ['amountInvalid', '10000000000.00', camtOf(entryOf({ amount: '10000000000.00' }))],
    ['amountInvalid', '1.5', camtOf(entryOf({ amount: '1.5', currency: 'JPY' }))],
    ['currencyInvalid', 'Fr.', camtOf(entryOf({ currency: 'Fr.' }))],
    ['valueMissing', 'Ntry/CdtDbtInd', camtOf(entryOf({ direction: '' }))],
    ['valueMissing', 'Ntry/CdtDbtInd', camtOf(entryOf({ direction: 'CREDIT' }))],
    ['valueMissing', 'Ntry/Amt', camtOf('<Ntry><CdtDbtInd>CRDT</CdtDbtInd></Ntry>')],
    ['tooDeep', '64', camtOf('<a>'.repeat(50_000))],
    ['textTooLong', '1000000', camtOf(entryOf({ text: `${megabyte('x')}x` }))],
    ['textTooLong', '1000000', camtOf(entryOf({ text: `<![CDATA[${megabyte('x')}]]>x` }))],
    ['fileTooLarge', '20 MB', Buffer.from(`<!--${' '.repeat(20_000_000)}`)],
  ])('should be refused with %s (%s)', async (code, value, file) => {
    const refusal = await refusalOf(file)
    expect(refusal).toMatchObject({ code, isComplete: false })
    if (value) expect(refusal.value.startsWith(value)).toBe(true)
  })

  it('should not have more entries or transactions than it may', async () => {
    const refusal = { code: 'tooManyEntries', isComplete: false, value: '3' }
    const details = transactionOf().repeat(4)
    for (const entries of [entryOf().repeat(4), entryOf({ details })])
      expect(await refusalOf(camtOf(entries), { maxEntries: 3 })).toEqual(refusal)
    await expect(refusalOf(camtOf(entryOf().repeat(3)), { maxEntries: 3 })).rejects.toThrow(
      'not refused',
    )
  })

  it('should not show control signs or long texts in the reason', async () => {
    const { value } = await refusalOf(camtOf(entryOf({ amount: `${'9'.repeat(500)}\u0085` })))
    expect(value).toBe('9'.repeat(80))
  })
})

describe('what a bank file may hold', () => {
  it('should keep markup, formulas and commands as the text they are, without signs that steer', async () => {
    const names: [written: string, read: string][] = [
      ['&lt;img src=x onerror=alert(1)&gt;', '<img src=x onerror=alert(1)>'],
      ['=HYPERLINK("http://x","y")', '=HYPERLINK("http://x","y")'],
      ['<![CDATA[<q>]]> A', '<q> A'],
      ['Evil\u202eName\u0085\u200b', 'EvilName'],
      ['__proto__', '__proto__'],
    ]
    for (const [name, read] of names) {
      const { transactions } = await readAll(camtOf(entryOf({ details: transactionOf({ name }) })))
      expect(transactions[0]!.counterparty.name).toBe(read)
    }
  })

  it('should ignore what it does not know, also under names of ours', async () => {
    const more =
      '<SplmtryData><Envlp><Amt Ccy="XXL">-1</Amt><__proto__><Nm>x</Nm></__proto__></Envlp></SplmtryData>'
    const { transactions } = await readAll(camtOf(entryOf({ details: transactionOf({ more }) })))
    expect(transactions[0]!.amount).toBe(11_000)
    expect(({} as { Nm?: string }).Nm).toBeUndefined()
  })
})

/** Harmless to a reader: the danger is in whoever prints or opens what was read. */
const HARMLESS = new Set(['escpos-in-name.xml', 'formula-in-name.xml', 'html-in-name.xml'])

const CODES: Record<string, string> = {
  'amount-too-big.xml': 'amountInvalid',
  'billion-laughs.xml': 'documentType',
  'deep-nesting-50k.xml': 'unknownMessage',
  'empty.xml': 'emptyFile',
  'exponent-amount.xml': 'amountInvalid',
  'negative-amount.xml': 'amountInvalid',
  'not-xml.pdf.xml': 'notXML',
  'pain001-as-camt.xml': 'unknownMessage',
  'proto-pollution-names.xml': 'unknownMessage',
  'quadratic-blowup.xml': 'documentType',
  'truncated.xml': 'notWellFormed',
  'xxe-file.xml': 'documentType',
  'xxe-http.xml': 'documentType',
  'xxe-parameter-entity.xml': 'documentType',
}

describeWithSamples('hostile files', () => {
  it('should be refused, quickly, in little memory, without a call home', async () => {
    const calls: string[] = []
    const server = createServer(({ url = '' }, answer) => {
      calls.push(url)
      answer.end()
    })
    // The files call port 9; where that is taken or forbidden, nothing else would answer either.
    await new Promise<void>((resolve) => {
      server.once('error', () => resolve())
      server.listen(9, '127.0.0.1', resolve)
    })
    const names = readdirSync(path.join(sampleFolder, 'camt/hostile'))
    expect(names.filter((name) => !HARMLESS.has(name)).sort()).toEqual(Object.keys(CODES))
    const before = process.memoryUsage().rss
    for (const [name, code] of Object.entries(CODES)) {
      const started = performance.now()
      expect({ name, ...(await refusalOf(readSample(`camt/hostile/${name}`))) }).toMatchObject({
        name,
        code,
        isComplete: false,
      })
      expect(performance.now() - started).toBeLessThan(MAX_MS)
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(MAX_BYTES)
    await new Promise((resolve) => server.close(resolve))
    expect(calls).toEqual([])
  })

  it.each([...HARMLESS])(
    'should survive %s with the payments of the file it was made of',
    async (name) => {
      const { transactions } = await readAll(readSample('camt/054.04-ch-pf-qrr-2tx.xml'))
      const { transactions: found } = await readAll(readSample(`camt/hostile/${name}`))
      expect(found.map(({ key }) => key)).toEqual(transactions.map(({ key }) => key))

      for (const { counterparty } of found)
        expect(counterparty.name).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
    },
  )
})
