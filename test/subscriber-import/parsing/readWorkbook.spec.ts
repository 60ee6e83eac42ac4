import { afterAll, describe, expect, it } from '@jest/globals'

import { createWorkbook } from '../../../src/demo/createWorkbook'
import { createZip } from '../../../src/demo/createZip'
import { collect, createFolder, refusalOf, rowOf, workbookOf } from './helpers'

const folder = createFolder()
afterAll(folder.remove)

const read = (content: Buffer) => collect({ path: folder.write(content) })
const refusal = (content: Buffer) => refusalOf({ path: folder.write(content) })

/** A style for each format code, numbered from 1. */
const stylesOf = (...codes: string[]): string =>
  `<numFmts>${codes.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>` +
  `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
  `<cellXfs><xf numFmtId="0"/>${codes.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs>`

/** What is read from one cell. */
const readCell = async (
  cell: string,
  parts: Partial<Parameters<typeof workbookOf>[0]> = {},
): Promise<string> => {
  const sheet = `${rowOf('a', 'b')}<row>${cell}<c t="inlineStr"><is><t>.</t></is></c></row>`
  return (await read(workbookOf({ ...parts, sheet })))[0]!.cells.a!
}

describe('reading workbooks', () => {
  it('should read texts, numbers and days, with the numbers of their rows', async () => {
    const rows = await read(
      createWorkbook({
        rows: [
          ['Nom', 'Prix', 'Vendu le', 'CP'],
          ['O’Brien & fils', 110, new Date(Date.UTC(2025, 4, 31)), '01000'],
          [null, null, null, null],
          ['=1+1', 1234.5, null, null],
        ],
        sheet: 'Abonnés',
      }),
    )
    expect(rows).toEqual([
      {
        cells: { CP: '01000', Nom: 'O’Brien & fils', Prix: '110', 'Vendu le': '2025-05-31' },
        lineNumber: 2,
      },
      { cells: { CP: '', Nom: '=1+1', Prix: '1234.5', 'Vendu le': '' }, lineNumber: 4 },
    ])
  })

  it.each([
    ['a whole number', '<c><v>110</v></c>', '110'],
    ['the noise of a fraction', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['a number with an exponent', '<c><v>1.2E+3</v></c>', '1200'],
    ['a very small number', '<c><v>1E-7</v></c>', '0.0000001'],
    ['a negative number', '<c><v>-5.5</v></c>', '-5.5'],
    ['yes', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['no', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a day in ISO 8601', '<c t="d"><v>2025-05-31T00:00:00</v></c>', '2025-05-31'],
    ['the text of a formula', '<c t="str"><f>A1&amp;B1</f><v>AB</v></c>', 'AB'],
    ['the number of a formula', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['an empty text of a formula', '<c t="str"><f>IF(1,"")</f><v></v></c>', ''],
    [
      'a rich text',
      '<c t="inlineStr"><is><r><t>von </t></r><r><t>der Weid</t></r></is></c>',
      'von der Weid',
    ],
    [
      'a reading aid',
      '<c t="inlineStr"><is><t>山田</t><rPh sb="0" eb="1"><t>ヤマダ</t></rPh></is></c>',
      '山田',
    ],
    ['escaped signs', '<c t="inlineStr"><is><t>a_x000D_b &#x1F3AD;&lt;</t></is></c>', 'a\rb 🎭<'],
    ['a CDATA section', '<c t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>', 'a<b'],
  ])('should read %s as it is seen', async (_, cell, text) => {
    expect(await readCell(cell)).toBe(text)
  })

  it.each([
    ['dd.mm.yyyy', '45808', '2025-05-31'],
    ['[$-407]d. mmmm yyyy;@', '45808', '2025-05-31'],
    ['dd/mm/yyyy hh:mm', '45808.8125', '2025-05-31T19:30:00'],
    ['mm:ss.000', '0.5', '12:00:00'],
    ['[h]:mm', '0.75', '18:00:00'],
    ['yyyy-mm-dd', '1', '1900-01-01'],
    ['yyyy-mm-dd', '61', '1900-03-01'],
    ['yyyy-mm-dd', '-1', '-1'],
    ['yyyy-mm-dd', '99999999', '99999999'],
    ['00000', '1067', '01067'],
    ['#,##0.00', '110', '110'],
    ['#,##0.00', '36.666666666666664', '36.67'],
    ['#,##0', '36.5', '36.5'],
    ['"CHF" #,##0.00', '1234.5', '1234.5'],
    ['[$CHF] #,##0.00;[Red]-[$CHF] #,##0.00', '1234.5', '1234.5'],
    ['#,##0.00\\ "days"', '12', '12'],
    ['0.00E+00', '1200', '1200'],
    ['@', '110', '110'],
  ])('should read the format %s as it is seen', async (code, value, text) => {
    expect(await readCell(`<c s="1"><v>${value}</v></c>`, { styles: stylesOf(code) })).toBe(text)
  })

  it('should count days from 1904 where the workbook does', async () => {
    const workbook =
      '<workbookPr date1904="1"/><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets>'
    expect(
      await readCell('<c s="1"><v>44346</v></c>', { styles: stylesOf('yyyy-mm-dd'), workbook }),
    ).toBe('2025-05-31')
  })

  it('should find shared texts, empty ones and long ones too', async () => {
    const long = 'ü'.repeat(32_767)
    const strings = `<si><t>a</t></si><si><t>b</t></si><si><t xml:space="preserve"> x </t></si><si><t/></si><si><r><t>y</t></r><r><t>z</t></r></si><si><t>${long}</t></si>`
    const cells = (...numbers: number[]) =>
      `<row>${numbers.map((number) => `<c t="s"><v>${number}</v></c>`).join('')}</row>`
    const sheet = cells(0, 1) + cells(2, 3) + cells(4, 5)
    const rows = await read(workbookOf({ sheet, strings }))
    expect(rows.map(({ cells: { a, b } }) => [a, b])).toEqual([
      [' x ', ''],
      ['yz', long],
    ])
  })

  it('should put cells where their reference says', async () => {
    const sheet = `${rowOf('a', 'b', 'c')}<row r="7"><c r="C7"><v>3</v></c></row>`
    expect(await read(workbookOf({ sheet }))).toEqual([
      { cells: { a: '', b: '', c: '3' }, lineNumber: 7 },
    ])
  })

  it('should understand names with a prefix', async () => {
    const sheet =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const file = workbookOf({ overrides: { 'xl/worksheets/sheet1.xml': sheet }, sheet: '' })
    expect((await read(file))[0]!.cells).toEqual({ a: '1' })
  })

  it('should read the first sheet that is not hidden, and never a macro', async () => {
    const workbook =
      '<sheets><sheet name="Hidden" sheetId="1" state="veryHidden" r:id="rId1"/><sheet name="Shown" sheetId="2" r:id="rId2"/></sheets>'
    const file = workbookOf({
      overrides: {
        'xl/vbaProject.bin': 'Sub AutoOpen()',
        'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${rowOf('shown')}${rowOf('yes')}</sheetData></worksheet>`,
      },
      sheet: rowOf('hidden') + rowOf('no'),
      workbook,
    })
    expect((await read(file)).map(({ cells }) => cells)).toEqual([{ shown: 'yes' }])
  })

  it('should report formulas without a value and numbers that Excel has rounded', async () => {
    const sheet = `${rowOf('a', 'b')}<row><c><f>NOW()</f></c><c><f>1+1</f><v></v></c></row><row><c><v>4.111111111111111E+18</v></c></row>`
    const rows = await read(workbookOf({ sheet }))
    expect(rows.map(({ problems }) => problems)).toEqual([
      [
        { code: 'formulaWithoutValue', column: 'a', field: null, value: '' },
        { code: 'formulaWithoutValue', column: 'b', field: null, value: '' },
      ],
      [{ code: 'digitsLost', column: 'a', field: null, value: '' }],
    ])
  })
})

describe('refusing workbooks', () => {
  const good = rowOf('a', 'b') + rowOf('1', '2')
  const replaced = (name: string, text: null | string) =>
    workbookOf({ overrides: { [name]: text }, sheet: good })
  const sheetOf = (xml: string) => replaced('xl/worksheets/sheet1.xml', xml)
  const whole = workbookOf({ sheet: good })

  const hostile: [string, Buffer, string][] = [
    ['an empty archive', createZip([]), 'notWorkbook'],
    ['another archive', createZip([{ name: 'a.txt', text: 'a' }]), 'notWorkbook'],
    [
      'an OpenDocument table',
      createZip([{ name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      'notWorkbook',
    ],
    [
      'a letter',
      createZip([
        {
          name: '_rels/.rels',
          text: '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        },
      ]),
      'notWorkbook',
    ],
    ['a workbook without a sheet', workbookOf({ sheet: '', workbook: '<sheets/>' }), 'notWorkbook'],
    ['a missing sheet', replaced('xl/worksheets/sheet1.xml', null), 'brokenWorkbook'],
    ['an empty sheet', workbookOf({ sheet: '' }), 'emptyFile'],
    ['an archive cut off', whole.subarray(0, whole.length - 30), 'brokenWorkbook'],
    ['an archive of its first bytes', whole.subarray(0, 4), 'brokenWorkbook'],
    ['content that was changed', Buffer.from(whole).fill(7, 60, 120), 'brokenWorkbook'],
    ['XML that does not end', sheetOf('<worksheet><sheetData><row>'), 'brokenWorkbook'],
    ['XML that is none', sheetOf('a;b;c'), 'brokenWorkbook'],
    [
      'a reference to a text that is not there',
      workbookOf({ sheet: `${rowOf('a')}<row><c t="s"><v>9</v></c></row>` }),
      'brokenWorkbook',
    ],
    [
      'a number that is none',
      workbookOf({ sheet: `${rowOf('a')}<row><c><v>x</v></c></row>` }),
      'brokenWorkbook',
    ],
    [
      'an outside entity',
      sheetOf(
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>',
      ),
      'brokenWorkbook',
    ],
    [
      'entities that grow',
      replaced(
        'xl/workbook.xml',
        '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><workbook>&b;</workbook>',
      ),
      'brokenWorkbook',
    ],
    ['tags within tags', sheetOf('<a>'.repeat(50_000)), 'brokenWorkbook'],
    [
      'a cell far out',
      workbookOf({ sheet: `<row><c r="XFD1"><v>1</v></c></row>` }),
      'tooManyColumns',
    ],
    [
      'a card number in place of a header',
      workbookOf({ sheet: rowOf('Name', '4111 1111 1111 1111') }),
      'cardNumberInHeader',
    ],
  ]
  it.each(hostile)('should refuse %s, quickly', async (_, content, code) => {
    const started = performance.now()
    expect((await refusal(content)).code).toBe(code)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('should refuse a zip bomb by the sizes it declares, before it unpacks anything', async () => {
    const bomb = workbookOf({ sheet: `${good}${' '.repeat(20_000_000)}` })
    expect(bomb.length).toBeLessThan(100_000)
    const path = folder.write(bomb)
    expect(await refusalOf({ limits: { unzippedBytes: 10_485_760 }, path })).toEqual({
      code: 'unzippedTooLarge',
      value: '10 MB',
    })
  })

  it('should stop unpacking a part that is larger than it declares', async () => {
    const bomb = workbookOf({ sheet: `${good}${' '.repeat(20_000_000)}` })
    // The size in the central directory, which counts: little-endian, found by its value.
    const size = Buffer.alloc(4)
    const declared = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData></sheetData></worksheet>`
    size.writeUInt32LE(20_000_000 + good.length + declared.length)
    for (let at = bomb.indexOf(size); at >= 0; at = bomb.indexOf(size, at + 4))
      bomb.writeUInt32LE(1000, at)
    expect((await refusal(bomb)).code).toBe('brokenWorkbook')
  })

  it('should refuse archives of very many parts', async () => {
    const parts = Array.from({ length: 10_500 }, (_, at) => ({ name: `x/${at}`, text: '' }))
    expect((await refusal(createZip(parts))).code).toBe('unzippedTooLarge')
  })

  it('should refuse what is beyond the limits of rows and characters', async () => {
    const path = folder.write(workbookOf({ sheet: good + rowOf('x'.repeat(5000), '') }))
    expect((await refusalOf({ limits: { rows: 2 }, path })).code).toBe('tooManyRows')
    expect((await refusalOf({ limits: { characters: 1000 }, path })).code).toBe('lineTooLong')
    expect(await collect({ path })).toHaveLength(2)
  })
})
