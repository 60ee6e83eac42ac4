import { afterAll, describe, expect, it } from '@jest/globals'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { programOf } from '../../helpers/programs'
import { importFields } from '../../../src/plugins/subscriber-import/parsing/importFields'
import { createFolder, rowOf, workbookOf } from './helpers'

const folder = createFolder()
afterAll(folder.remove)

const HEADERS = importFields.map(({ key }) => key as string)

const cellsOf = (at: number): string[] =>
  HEADERS.map((key) => {
    if (key.endsWith('Email')) return `someone.${at}@example.ch`
    if (key.endsWith('Country')) return 'Schweiz'
    if (key.endsWith('Language')) return 'Deutsch'
    const fixed: Record<string, string> = {
      cardExpiry: '07/28',
      cardLast4: '4242',
      currency: 'CHF',
      iban: 'CH93 0076 2011 6238 5295 7',
      instalments: '3',
      mandateSignedOn: '01.06.2024',
      paymentMethod: 'Lastschrift',
      pricePaid: "1'234.50",
      soldAt: '31.05.2025',
      terminated: 'nein',
    }
    return fixed[key] ?? `Zürich ${at}`
  })

const lines = (count: number) => Array.from({ length: count }, (_, at) => cellsOf(at))

const textOf = (count: number): Buffer =>
  Buffer.from([HEADERS, ...lines(count)].map((cells) => `${cells.join(';')}\r\n`).join(''))

/** As Excel writes it: every text once in the shared strings, cells refer to it. */
const workbookWith = (count: number): Buffer => {
  const numbers = new Map<string, number>()
  const numberOf = (text: string) => {
    if (!numbers.has(text)) numbers.set(text, numbers.size)
    return numbers.get(text)!
  }
  const rows = lines(count).map(
    (cells) =>
      `<row>${cells.map((cell) => `<c t="s"><v>${numberOf(cell)}</v></c>`).join('')}</row>`,
  )
  const strings = [...numbers.keys()].map((text) => `<si><t>${text}</t></si>`).join('')
  return workbookOf({ sheet: rowOf(...HEADERS) + rows.join(''), strings })
}

/** Reads and understands a file in a process of its own, so that nothing else is in the figure. */
const measure = async (path: string) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', programOf('importMemory'), path],
    { env: { ...process.env, NODE_OPTIONS: '' } },
  )
  return JSON.parse(stdout) as { good: number; heap: number; rows: number }
}

describe('memory', () => {
  it.each([
    ['CSV', textOf],
    ['XLSX', workbookWith],
  ])(
    'should read a long %s file with the memory of a short one',
    async (_, write) => {
      const short = await measure(folder.write(write(1000)))
      const long = await measure(folder.write(write(20_000)))
      expect(short).toMatchObject({ good: 1000, rows: 1000 })
      expect(long).toMatchObject({ good: 20_000, rows: 20_000 })
      // Twenty times the lines; what is kept per line would be twenty megabytes and more.
      expect(long.heap - short.heap).toBeLessThan(8)
    },
    180_000,
  )
})
