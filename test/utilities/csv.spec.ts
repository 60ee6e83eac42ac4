import { describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { Readable } from 'node:stream'

import { readRows } from '../../src/plugins/subscriber-import/parsing/readRows'
import { type CSVCell, protectCell, unprotectCell, writeCSV } from '../../src/utilities/csv'

const write = async (args: Parameters<typeof writeCSV>[0]): Promise<string> => {
  const pieces: string[] = []
  for await (const piece of writeCSV(args)) pieces.push(piece)
  return pieces.join('')
}

const line = async (...cells: CSVCell[]) => write({ hasBOM: false, rows: [cells] })

describe('writing CSV', () => {
  it('should begin with a byte order mark and end lines with CR LF', async () => {
    expect(
      await write({
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
      }),
    ).toBe('\ufeffa;b\r\n1;2\r\n')
    expect(await write({ hasBOM: false, rows: [['a', 'b']], separator: ',' })).toBe('a,b\r\n')
  })

  it('should quote what contains a separator, a quote, a line end or outer blanks', async () => {
    expect(await line('a;b', 'a,b', 'a\tb', 'a"b', 'a\nb', 'a\rb', ' a', 'a ')).toBe(
      '"a;b";a,b;a\tb;"a""b";"a\nb";"a\rb";" a";"a "\r\n',
    )
  })

  it('should write numbers as they are, negative ones too, and nothing for nothing', async () => {
    expect(await line(-5, 1.5, 0, null, undefined, '', NaN, Infinity, true, false)).toBe(
      '-5;1.5;0;;;;;;true;false\r\n',
    )
    expect(await write({ decimalSign: ',', hasBOM: false, rows: [[-1.5, 'v1.5']] })).toBe(
      '-1,5;v1.5\r\n',
    )
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\ttext',
    '\rtext',
    '\0text',
    ' =1',
    '\u00a0=1',
    '\n=1',
    '\u200b=1',
    '\ufeff=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM',
    '﹦1',
    '﹣1',
    '=cmd|" /C calc"!A0',
    '-5',
  ])('should put an apostrophe before %j', async (text) => {
    expect(protectCell(text)).toBe(`'${text}`)
    expect((await line(text)).replace(/^"/, '')).toMatch(/^'/)
    expect(unprotectCell(protectCell(text))).toBe(text)
  })

  it.each(['', 'a=1', 'Meier', "'t Hart", "O'Brien", '1-1', '🎭', '«=»', '5 - 3'])(
    'should leave %j alone',
    (text) => {
      expect(protectCell(text)).toBe(text)
      expect(unprotectCell(text)).toBe(text)
    },
  )

  it('should write a line even where its only cell is empty', async () => {
    expect(await write({ hasBOM: false, rows: [['a'], [''], [null]] })).toBe('a\r\n""\r\n""\r\n')
  })

  it('should write no zero bytes', async () => {
    expect(await line('a\0b', '\0=1')).toBe("ab;'=1\r\n")
  })

  it('should take rows as they come and hold none back', async () => {
    let asked = 0
    const rows = (async function* () {
      while (true) {
        asked++
        yield [asked]
      }
    })()
    const pieces = writeCSV({ hasBOM: false, rows })
    expect((await pieces.next()).value).toBe('1\r\n')
    expect((await pieces.next()).value).toBe('2\r\n')
    expect(asked).toBe(2)
    await pieces.return(undefined)
  })

  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'a=+-@;,\t\r\n" \u00a0é'.split('')) }),
  )
  const table = fc
    .integer({ max: 5, min: 2 })
    .chain((width) =>
      fc.array(fc.array(text, { maxLength: width, minLength: width }), { minLength: 1 }),
    )
  const separators = fc.constantFrom(';' as const, ',' as const, '\t' as const)

  it('should be read by another reader as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(table, separators, async (rows, separator) => {
        const written = await write({ rows, separator })
        const found = parse(written, { bom: true, delimiter: separator, relax_column_count: true })
        expect(found).toEqual(
          rows.map((cells) => cells.map((cell) => protectCell(cell).replaceAll('\0', ''))),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('should be read by our own reader as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(table, separators, async (rows, separator) => {
        const headers = rows[0]!.map((_, at) => `h${at}`)
        const stream = Readable.from(
          (async function* () {
            for await (const piece of writeCSV({ rows: [headers, ...rows], separator }))
              yield Buffer.from(piece)
          })(),
        )
        const found: string[][] = []
        for await (const { cells, problems } of readRows({ fileName: 'list', stream })) {
          expect(problems).toBeUndefined()
          found.push(Object.values(cells).map(unprotectCell))
        }
        const filled = rows.filter((cells) =>
          cells.some((cell) => protectCell(cell).replaceAll('\0', '').trim()),
        )
        expect(found).toEqual(
          filled.map((cells) => cells.map((cell) => unprotectCell(cell).replaceAll('\0', ''))),
        )
      }),
      { numRuns: 300 },
    )
  })
})
