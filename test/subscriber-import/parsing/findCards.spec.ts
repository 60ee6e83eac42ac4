import { afterAll, describe, expect, it } from '@jest/globals'

import { findCardNumber } from '../../../src/plugins/subscriber-import/parsing/findCardNumber'
import { findCards } from '../../../src/plugins/subscriber-import/parsing/findCards'
import {
  readLooseTexts,
  readPartTexts,
} from '../../../src/plugins/subscriber-import/parsing/readPartTexts'
import { copiesInTemporaryFolder } from '../../helpers/copiesInTemporaryFolder'
import { createFolder, rowOf, workbookOf } from './helpers'

const CARD = '4111 1111 1111 1111'

const folder = createFolder()
afterAll(folder.remove)

const find = (content: Buffer | string) =>
  findCards({ fileName: 'list', path: folder.write(content) })

/** A place in the list. */
const place = (column: null | string, ...lines: number[]) => ({
  column,
  count: lines.length,
  lines,
  sheet: null,
})

describe('card numbers in a text file', () => {
  it('should be named by column and line, and be counted where there are many', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => `Meier;${CARD};note ${i}`)
    const found = await find(
      ['Name;Card;Remarks', 'Huber;;none', ...lines, `Moser;;pays by ${CARD}`, ''].join('\n'),
    )
    expect(found).toEqual([{ ...place('Card', 3, 4, 5), count: 500 }, place('Remarks', 503)])
    expect(JSON.stringify(found)).not.toContain('1111')
  })

  it('should be found where the import reads nothing', async () => {
    expect(await find(`Name\nMeier;;${CARD}\n`)).toEqual([place('#3', 2)])
    expect(await find(`Name;${CARD}\nMeier;${CARD}\n`)).toEqual([place('#2', 1, 2)])
    expect(await find('Name;4111;1111;1111;1111\nMeier;;;;\n')).toEqual([place('#1', 1)])
    expect(await find(`Meier;"${CARD}"\n\n\nHuber;5555-5555-5555-4444`)).toEqual([
      place('#2', 1, 4),
    ])
  })

  it('should be found over neighbouring columns, as whole columns say', async () => {
    const head = 'Name;A;B;C;D;CVV\n'
    const line = 'Meier;4111;1111;1111;1111;123\n'
    expect(await find(head + line)).toEqual([place('A', 2)])
    expect(await find(`Name;A;B;C\nMeier; 3782 ;822463;10005\n`)).toEqual([place('A', 2)])
    const cards = await find(`${head}Huber;;;;;\n${line.repeat(5)}Moser;4111;1111;1111;1112;1\n`)
    expect(cards).toEqual([{ ...place('A', 3, 4, 5), count: 5 }])
    // Other numbers that one line in some dozens would make look like a card's.
    const sums = Array.from({ length: 400 }, (_, i) => `Meier;4${100 + i};1111;1111;${1200 + i}\n`)
    expect(await find(`Name;May;June;July;August\n${sums.join('')}`)).toEqual([])
    expect(await find('Name;A;B\nMeier;41111111;11111111\n')).toEqual([])
    expect(await find('Name;A;B;C;D\nMeier;4111;1111;;1111;1111\n')).toEqual([])
  })

  it('should be none where there are none', async () => {
    const content = 'Name;IBAN;Phone\nMeier;CH93 0076 2011 6238 5295 7;+41 44 123 45 67\n'
    expect(await find(content)).toEqual([])
  })

  it('should not be said of a file that nobody can read', async () => {
    await expect(find(`Name\n"${CARD}`)).rejects.toMatchObject({ code: 'quoteNotClosed' })
    await expect(find(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).rejects.toMatchObject({
      code: 'oldWorkbook',
    })
  })

  it('should leave no copy of a stream behind, found or not', async () => {
    async function* stream(text: string) {
      yield Buffer.from(text)
    }
    await findCards({ fileName: 'list', stream: stream(`Name\n${CARD}\n`) })
    await findCards({ fileName: 'list', stream: stream(`Name\n"${CARD}`) }).catch(() => undefined)
    await findCards({ fileName: 'list', stream: stream('\xff\xfe') }).catch(() => undefined)
    expect(copiesInTemporaryFolder()).toEqual([])
  })

  it('should be looked for quickly, whatever is in the file', async () => {
    const from = performance.now()
    expect(await find(`Name\n${'\n'.repeat(20_000_000)}Meier\n`)).toEqual([])
    expect(performance.now() - from).toBeLessThan(5000)
  })
})

describe('card numbers in a workbook', () => {
  const list = rowOf('Name', 'Card')
  const two =
    '<sheets><sheet name="List" sheetId="1" r:id="rId1"/><sheet name="Old cards" sheetId="2" state="hidden" r:id="rId2"/></sheets>'

  it('should be found as text, as number, and as one that Excel has rounded', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="00000000000000000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
    const cell = (xml: string) => workbookOf({ sheet: `${list}<row r="2">${xml}</row>`, styles })
    for (const xml of [
      `<c r="B2" t="inlineStr"><is><t>${CARD}</t></is></c>`,
      '<c r="B2"><v>378282246310005</v></c>',
      '<c r="B2"><v>4111111111111110</v></c>',
      '<c r="B2"><v>4.11111111111111E+15</v></c>',
      '<c r="B2"><v>-4111111111111110</v></c>',
      '<c r="B2" s="1"><v>4111111111111110</v></c>',
      '<c r="B2" s="1"><v>378282246310005</v></c>',
    ])
      expect([xml, await find(cell(xml))]).toEqual([xml, [place('Card', 2)]])
    // Long, rounded, and of no scheme.
    expect(await find(cell('<c r="B2"><v>1234567890123450</v></c>'))).toEqual([])
  })

  it('should be found on the other worksheets, hidden ones too', async () => {
    const other = `<worksheet><sheetData>${rowOf('Who', 'Number')}${rowOf('Meier', CARD)}</sheetData></worksheet>`
    const workbook = workbookOf({
      overrides: { 'xl/worksheets/sheet2.xml': other },
      sheet: list + rowOf('Meier', ''),
      workbook: two,
    })
    expect(await find(workbook)).toEqual([
      { column: 'Number', count: 1, lines: [2], sheet: 'Old cards' },
    ])
  })

  it.each([
    [
      'a comment, in several styles',
      'xl/comments1.xml',
      '<comments><commentList><comment ref="A1"><text><r><rPr><b/></rPr><t>4111 1111</t></r><r><rPr><sz val="9"/></rPr><t> 1111 1111</t></r></text></comment></commentList></comments>',
    ],
    [
      'a text box',
      'xl/drawings/drawing1.xml',
      `<wsDr><sp><txBody><p><r><rPr/><t>${CARD}</t></r></p></txBody></sp></wsDr>`,
    ],
    [
      'the copy of a pivot table',
      'xl/pivotCache/pivotCacheRecords1.xml',
      '<pivotCacheRecords><r><s v="Meier"/><s v="4111111111111111"/></r></pivotCacheRecords>',
    ],
    [
      'a text that no cell shows any more',
      'xl/sharedStrings.xml',
      `<sst><si><t>${CARD}</t></si></sst>`,
    ],
    ['a name that stands for it', 'docProps/custom.xml', `<p><name refersTo="${CARD}"/></p>`],
    [
      'a description of a picture',
      'xl/drawings/drawing1.xml',
      `<wsDr><cNvPr descr="${CARD}"/></wsDr>`,
    ],
    [
      'a number that the copy of a pivot table has rounded',
      'xl/pivotCache/pivotCacheRecords1.xml',
      '<pivotCacheRecords><r><n v="4111111111111110"/></r></pivotCacheRecords>',
    ],
    [
      'a number with an exponent there',
      'xl/pivotCache/pivotCacheRecords1.xml',
      '<pivotCacheRecords><r><n v="4.1111111111111099E15"/></r></pivotCacheRecords>',
    ],
    ['a chart', 'xl/charts/chart1.xml', '<chart><pt><v>4111111111111110</v></pt></chart>'],
    [
      'a link',
      'xl/worksheets/_rels/sheet1.xml.rels',
      '<Relationships><Relationship Id="r" Target="https://example.com/?c=4111111111111111"/></Relationships>',
    ],
    [
      'a note of an old version, which is no XML',
      'xl/drawings/vmlDrawing1.vml',
      '<xml><textbox><font>4111 1111</font><br><b>1111</b> 1111<br></textbox></xml>',
    ],
  ])('should be found in %s', async (_, name, xml) => {
    const workbook = workbookOf({ overrides: { [name]: xml }, sheet: list + rowOf('Meier', '') })
    expect(await find(workbook)).toEqual([place(null, 0)])
  })

  it.each([
    [
      'a formula',
      `<sheetData>${list}<row><c t="str"><f>MID("x4111111111111111",2,4)</f><v>4111</v></c></row></sheetData>`,
    ],
    [
      'a header',
      `<sheetData>${list}</sheetData><headerFooter><oddHeader>&amp;L${CARD}</oddHeader></headerFooter>`,
    ],
    [
      'a list to choose from',
      `<sheetData>${list}</sheetData><dataValidations><dataValidation><formula1>"${CARD},x"</formula1></dataValidation></dataValidations>`,
    ],
    ['a filter', `<sheetData>${list}</sheetData><autoFilter><filter val="${CARD}"/></autoFilter>`],
  ])('should be found in %s of a worksheet', async (_, xml) => {
    const name = (count: number) => `xl/worksheets/sheet${count}.xml`
    const worksheet = `<worksheet>${xml}</worksheet>`
    const first = { overrides: { [name(1)]: worksheet }, sheet: '' }
    const second = { overrides: { [name(2)]: worksheet }, sheet: list, workbook: two }
    for (const parts of [first, second])
      expect(await find(workbookOf(parts))).toEqual([place(null, 0)])
  })

  it.each([
    ['with markup', readPartTexts],
    ['of an old version', readLooseTexts],
  ])('should be found where a long text %s is looked at in pieces', async (_, read) => {
    async function* stream() {
      yield Buffer.from(`<a>${'long '.repeat(20_001)}4111 1111`)
      yield Buffer.from(` 1111 1111${' long'.repeat(30_000)}</a>`)
    }
    const found: boolean[] = []
    for await (const text of read(stream())) found.push(findCardNumber(text))
    expect(found.length).toBeGreaterThan(1)
    expect(found).toContain(true)
  })

  it('should be found in the name of a worksheet', async () => {
    const workbook = `<sheets><sheet name="${CARD}" sheetId="1" r:id="rId1"/></sheets>`
    expect(await find(workbookOf({ sheet: list, workbook }))).toEqual([place(null, 0)])
  })

  it('should be found over neighbouring columns of each worksheet', async () => {
    const sheet = `<worksheet><sheetData>${rowOf('Who', 'A', 'B', 'C', 'D')}${rowOf('Meier', '4111', '1111', '1111', '1111')}</sheetData></worksheet>`
    const overrides = { 'xl/worksheets/sheet2.xml': sheet }
    expect(await find(workbookOf({ overrides, sheet: list, workbook: two }))).toEqual([
      { column: 'A', count: 1, lines: [2], sheet: 'Old cards' },
    ])
  })

  it.each(['xl/embeddings/oleObject1.bin', 'xl/embeddings/list.csv', 'xl/model/item.data'])(
    'should not be looked for in a file inside: with %s the workbook is refused',
    async (name) => {
      const workbook = workbookOf({ overrides: { [name]: 'x' }, sheet: list })
      await expect(find(workbook)).rejects.toMatchObject({ code: 'embeddedFile' })
    },
  )

  it('should not be made of texts that only lie beside each other', async () => {
    const strings = ['4111', '1111', '1111', '1111'].map((text) => `<si><t>${text}</t></si>`)
    const sheet = `${rowOf('a', 'b')}<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>`
    expect(await find(workbookOf({ sheet, strings: strings.join('') }))).toEqual([])
  })
})
