import { afterAll, describe, expect, it } from '@jest/globals'
import iconv from 'iconv-lite'
import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'

import { createTextParser } from '../../../src/plugins/subscriber-import/parsing/createTextParser'
import { headersOf } from '../../../src/plugins/subscriber-import/parsing/headersOf'
import { defaultReadLimits } from '../../../src/plugins/subscriber-import/parsing/readLimits'
import { readRows } from '../../../src/plugins/subscriber-import/parsing/readRows'
import { collect, createFolder, refusalOf } from './helpers'

const folder = createFolder()
afterAll(folder.remove)

const read = (content: Buffer | string) => collect({ path: folder.write(content) })
const refusal = (content: Buffer | string) => refusalOf({ path: folder.write(content) })

const TEXT = 'Nom;Ville;Prix\r\nLEFÈVRE;Genève;110,–\r\n"Œuvre; d’art";Zürich;€ 5\r\n'
const CELLS = [
  { Nom: 'LEFÈVRE', Prix: '110,–', Ville: 'Genève' },
  { Nom: 'Œuvre; d’art', Prix: '€ 5', Ville: 'Zürich' },
]

describe('reading text files', () => {
  it.each(['utf8', 'win1252'])('should read %s', async (encoding) => {
    const rows = await read(iconv.encode(TEXT, encoding))
    expect(rows.map(({ cells }) => cells)).toEqual(CELLS)
  })

  it('should read UTF-8 with a byte order mark, which is no part of the first header', async () => {
    const rows = await read(iconv.encode(TEXT, 'utf8', { addBOM: true }))
    expect(rows.map(({ cells }) => cells)).toEqual(CELLS)
  })

  it.each([';', ',', '\t'])('should tell the delimiter %j from the headers', async (delimiter) => {
    const lines = [
      ['Name', 'First, name; of', 'City'],
      ['a;b,c\td', 'x', 'y'],
    ]
    const text = lines.map((cells) => cells.map((cell) => `"${cell}"`).join(delimiter)).join('\n')
    expect((await read(text))[0]!.cells).toEqual({
      City: 'y',
      'First, name; of': 'x',
      Name: 'a;b,c\td',
    })
  })

  it('should obey the line with which Excel is told the delimiter', async () => {
    const rows = await read('sep=,\r\na,b;c\r\n1,2\r\n')
    expect(rows).toEqual([{ cells: { a: '1', 'b;c': '2' }, lineNumber: 3 }])
  })

  it('should say the line on which each record starts, whatever the line ends are', async () => {
    const text = [
      '\r\n',
      'a;b\r\n',
      '1;"x\r\ny"\r\n',
      '\n',
      '2;"x\ny\r\n\r\nz"\n',
      ';\r\n',
      '3;x\r',
      '4;x',
    ].join('')
    const rows = await read(text)
    expect(rows.map(({ cells, lineNumber }) => [cells.a, cells.b, lineNumber])).toEqual([
      ['1', 'x\r\ny', 3],
      ['2', 'x\ny\r\n\r\nz', 6],
      ['3', 'x', 11],
      ['4', 'x', 12],
    ])
  })

  it('should read the same records wherever a piece of the file ends', () => {
    const text = 'a;b\r\n"1""\r\n2";"é""";\r\n ;" x "  \r\n\n\rœ;"";\n"\r\n"\r'
    const parse = (...pieces: string[]) => {
      const parser = createTextParser({ delimiter: ';', firstLine: 1, limits: defaultReadLimits })
      return [...pieces.flatMap(parser.push), ...parser.end()]
    }
    const whole = parse(text)
    expect(whole.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1"\r\n2', 'é"', ''],
      [' ', ' x '],
      ['œ', '', ''],
      ['\r\n'],
    ])
    // Empty lines are counted, and no records.
    expect(whole.map(({ lineNumber }) => lineNumber)).toEqual([1, 2, 4, 7, 8])
    expect(parse(...text)).toEqual(whole)
    for (let first = 0; first <= text.length; first++)
      for (let second = first; second <= text.length; second++)
        expect(parse(text.slice(0, first), text.slice(first, second), text.slice(second))).toEqual(
          whole,
        )
  })

  it('should find lines right across the pieces in which a file is read', async () => {
    const filler = 'ü'.repeat(997)
    const lines = Array.from({ length: 400 }, (_, at) => `${at};"${filler}\r\n${at}"\r\n`)
    const rows = await read(`n;text\r\n${lines.join('')}`)
    expect(rows).toHaveLength(400)
    rows.forEach(({ cells, lineNumber }, at) => {
      expect(lineNumber).toBe(2 + 2 * at)
      expect(cells).toEqual({ n: String(at), text: `${filler}\r\n${at}` })
    })
  })

  it('should keep quotes in the middle of a cell, and doubled ones as one', async () => {
    const [row] = await read('a;b;c\nRue "du" Lac;"say ""hi""";""\n')
    expect(row!.cells).toEqual({ a: 'Rue "du" Lac', b: 'say "hi"', c: '' })
  })

  it('should report lines with too few or too many cells, and go on', async () => {
    const rows = await read('a;b\n1\n1;2;3\n1;2;\n1;2\n')
    expect(rows.map(({ problems }) => problems?.map(({ code, value }) => [code, value]))).toEqual([
      [['tooFewCells', '1']],
      [['tooManyCells', '3']],
      undefined,
      undefined,
    ])
  })

  it('should report a quote in the wrong place, and go on', async () => {
    const rows = await read('a;b\n"x"y;1\n2;3\n')
    expect(rows[0]!.problems).toMatchObject([{ code: 'brokenQuotes' }])
    expect(rows[1]).toEqual({ cells: { a: '2', b: '3' }, lineNumber: 3 })
  })

  it('should refuse a quote that is never closed, with the line where it opens', async () => {
    expect(await refusal('a;b\n1;2\n"x;3\n4;5\n')).toEqual({ code: 'quoteNotClosed', value: '3' })
  })

  it('should name empty and repeated headers, and those of objects, safely', async () => {
    const text = 'Name;;Name;__proto__;constructor;;\n1;2;3;4;5\n'
    const [row] = await read(text)
    expect(Object.entries(row!.cells)).toEqual([
      ['Name', '1'],
      ['#2', '2'],
      ['Name (2)', '3'],
      ['__proto__', '4'],
      ['constructor', '5'],
    ])
    expect(Object.getPrototypeOf(row!.cells)).toBe(Object.prototype)
    expect(await headersOf({ fileName: 'list', path: folder.write(text) })).toEqual(
      Object.keys(row!.cells),
    )
  })

  it('should read headers of a file without lines', async () => {
    expect(await headersOf({ fileName: 'list', path: folder.write('a;b') })).toEqual(['a', 'b'])
    expect(await read('a;b')).toEqual([])
  })
})

describe('reading streams', () => {
  it('should leave no copy behind, when read to the end, left early or refused', async () => {
    const usual = process.env.TMPDIR
    const place = mkdtempSync(path.join(folder.path, 'copies-'))
    process.env.TMPDIR = place
    const stream = () => Readable.from([Buffer.from('a;b\n1;2\n3;4\n')])
    expect(await collect({ stream: stream() })).toHaveLength(2)
    for await (const _ of readRows({ fileName: 'list', stream: stream() })) break
    await refusalOf({ stream: Readable.from([Buffer.from([0, 1, 2])]) })
    await refusalOf({ limits: { bytes: 5 }, stream: stream() })
    await headersOf({ fileName: 'list', stream: stream() })
    if (usual) process.env.TMPDIR = usual
    else delete process.env.TMPDIR
    expect(readdirSync(place)).toEqual([])
  })

  it('should hand on what the stream failed with', async () => {
    const stream = Readable.from(
      (async function* () {
        yield Buffer.from('a;b\n')
        throw new Error('connection lost')
      })(),
    )
    await expect(collect({ stream })).rejects.toThrow('connection lost')
  })

  it('should leave a given file where it is', async () => {
    const file = folder.write('a;b\n1;2\n')
    await collect({ path: file })
    expect(existsSync(file)).toBe(true)
  })
})

describe('refusing files', () => {
  const hostile: [string, Buffer | string, string][] = [
    ['an empty file', '', 'emptyFile'],
    ['a file of blank lines', '\r\n\r\n;;\r\n', 'emptyFile'],
    ['zero bytes in the middle', 'a;b\n1;\u00002\n', 'binaryFile'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'binaryFile'],
    ['control signs without zeros', Buffer.from(Array(500).fill(1)), 'binaryFile'],
    [
      'UTF-16, as Excel writes “Unicode text”',
      iconv.encode(TEXT, 'utf16le', { addBOM: true }),
      'unknownEncoding',
    ],
    [
      'UTF-16 the other way round',
      iconv.encode(TEXT, 'utf16be', { addBOM: true }),
      'unknownEncoding',
    ],
    ['UTF-16 without a mark', iconv.encode(TEXT, 'utf16le', { addBOM: false }), 'binaryFile'],
    ['DOS text', iconv.encode('Name;Ort\nMüller;Zürich\n', 'cp850'), 'unknownEncoding'],
    [
      'two encodings in one file',
      Buffer.concat([Buffer.from(TEXT), iconv.encode('Müller;x;y\n', 'win1252')]),
      'mixedEncoding',
    ],
    [
      'UTF-8 cut off within a letter',
      Buffer.from('a;b\nMüller;é').subarray(0, -1),
      'mixedEncoding',
    ],
    ['a web page called a workbook', '<html><table><tr><td>a</td></tr></table>', 'notTable'],
    ['an XML workbook of 2003', '\ufeff<?xml version="1.0"?><Workbook/>', 'notTable'],
    ['a PDF', '%PDF-1.7\n', 'notTable'],
    [
      'an old workbook',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'oldWorkbook',
    ],
    ['numbers in place of headers', '1;2;3\n4;5;6\n', 'noHeader'],
    ['a card number in place of a header', 'Name;4111 1111 1111 1111\n', 'cardNumberInHeader'],
  ]
  it.each(hostile)('should refuse %s', async (_, content, code) => {
    expect((await refusal(content)).code).toBe(code)
  })

  it('should refuse what is beyond each limit', async () => {
    const file = folder.write('a;b;c\n1;2;3\n4;5;6\n')
    expect((await refusalOf({ limits: { bytes: 10 }, path: file })).code).toBe('fileTooLarge')
    expect((await refusalOf({ limits: { rows: 2 }, path: file })).code).toBe('tooManyRows')
    expect((await refusalOf({ limits: { cells: 2 }, path: file })).code).toBe('tooManyColumns')
    expect(await collect({ limits: { cells: 3, rows: 3 }, path: file })).toHaveLength(2)
    const long = folder.write(`a;b\n1;2\n"${'x'.repeat(50_000)}`)
    expect(await refusalOf({ limits: { characters: 1000 }, path: long })).toEqual({
      code: 'lineTooLong',
      value: '3',
    })
  })

  it('should refuse an endless line without keeping it', async () => {
    const endless = Readable.from(
      (function* () {
        yield Buffer.from('a;b\n"')
        for (let count = 0; count < 400; count++) yield Buffer.alloc(65_536, 'x')
      })(),
    )
    expect((await refusalOf({ stream: endless })).code).toBe('lineTooLong')
  })
})
