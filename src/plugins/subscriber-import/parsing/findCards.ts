import type { FileRecord, ImportSource } from './types'

import { findCardNumber, isRoundedCardNumber } from './findCardNumber'
import { createJoinedCards } from './joinedCards'
import { nameOf } from './nameOf'
import { openRecords } from './openRecords'

/** How many lines of a column are named. */
const NAMED = 3

/** Longer names are cut. */
const SHOWN = 40

/** Where card numbers stand; none of it repeats one. */
export type CardPlace = {
  /** Its header, or `#3` where that is none; `null` for what stands in no cell, such as a comment. */
  column: null | string
  /** In how many lines. */
  count: number
  /** The first of them. */
  lines: number[]
  /** The worksheet, where it is not the list. */
  sheet: null | string
}

/**
 * Goes through all that a file holds, also where the import reads nothing: cells without a header, other worksheets, comments,
 * formulas, links.
 *
 * @returns the places at which payment card numbers stand; none where all is well
 * @throws ImportFileError for a file that cannot be read, and of which nobody knows therefore what is in it
 */
export const findCards = async (source: ImportSource): Promise<CardPlace[]> => {
  const places = new Map<string, CardPlace>()
  const joined = createJoinedCards({ linesNamed: NAMED })
  const note = ({ lineNumber, sheet }: FileRecord, column: null | string) => {
    const key = JSON.stringify([sheet, column])
    const place = places.get(key) ?? { column, count: 0, lines: [], sheet: nameSheet(sheet) }
    places.set(key, place)
    place.count++
    if (place.lines.length < NAMED) place.lines.push(lineNumber)
  }
  const { close, records } = await openRecords(source, { isWhole: true })
  try {
    let headers: { cells: string[]; sheet?: string } | undefined
    for await (const record of records) {
      const { cells, lineNumber, sheet } = record
      const found = cardCells(record)
      if (!lineNumber) {
        if (found.length) note(record, null)
        continue
      }
      const isFirst = !headers || headers.sheet !== sheet
      if (isFirst) headers = { cells, sheet }
      const nameColumn = (at: number) => nameSafely(headers!.cells[at] ?? '', `#${at + 1}`)
      for (const at of found) note(record, nameColumn(at))
      if (isFirst && sheet === undefined) {
        // As the reader of the headers has it: over several cells.
        if (!found.length && findCardNumber(cells.join('\n'))) note(record, '#1')
      } else joined.look(record, nameColumn)
    }
  } finally {
    await close()
  }
  const overCells = joined.columns().map(({ name, cards, lines, sheet }) => ({
    column: name,
    count: cards,
    lines,
    sheet: nameSheet(sheet),
  }))
  return [...places.values(), ...overCells]
}

/** Which cells of a record hold a card number, counted from 0. */
const cardCells = ({ cells, problems = [] }: FileRecord): number[] => {
  const isRounded = (at: number) =>
    problems.some((problem) => problem.at === at && problem.code === 'digitsLost')
  return [...cells.keys()].filter(
    (at) => findCardNumber(cells[at]!) || (isRounded(at) && isRoundedCardNumber(cells[at]!.trim())),
  )
}

const nameSheet = (sheet: string | undefined): null | string =>
  sheet === undefined ? null : nameSafely(sheet, '?')

/** A name that people wrote, where it is one. */
const nameSafely = (written: string, otherwise: string): string => {
  const name = nameOf(written, otherwise)
  if (!/\p{L}/u.test(name) || findCardNumber(name)) return otherwise
  return name.length > SHOWN ? `${[...name].slice(0, SHOWN).join('')}…` : name
}
