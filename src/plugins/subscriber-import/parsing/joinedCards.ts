import type { FileRecord } from './types'

import { groupingsAt } from './cardGroups'
import { isCardNumber } from '../../../utilities/cardRanges'

/** Neighbouring columns with a group of digits in each: in which lines they are a card's, and in how many they are some number's. */
type Columns = { name: string; cards: number; lines: number[]; numbers: number; sheet?: string }

/**
 * Looks for card numbers over several neighbouring cells. Whole columns decide: of sums, years or numbers of members, one line in
 * thirty looks like a card's by chance; of cards, every line does.
 *
 * @param linesNamed how many of the lines are wanted
 */
export const createJoinedCards = ({ linesNamed }: { linesNamed: number }) => {
  const found = new Map<string, Columns>()

  /** @param nameOf the name of a column, counted from 0 */
  const look = ({ cells, lineNumber, sheet }: FileRecord, nameOf: (at: number) => string): void => {
    const groups = cells.map((cell) => cell.trim())
    for (const [at, group] of groups.entries()) {
      if (!/^\d{4,6}$/.test(group)) continue
      for (const number of groupingsAt(groups, at)) {
        if (!/^\d+$/.test(number)) continue
        const key = JSON.stringify([sheet, at, number.length])
        const columns = found.get(key) ?? {
          name: nameOf(at),
          cards: 0,
          lines: [],
          numbers: 0,
          sheet,
        }
        found.set(key, columns)
        columns.numbers++
        if (!isCardNumber(number)) continue
        columns.cards++
        if (columns.lines.length < linesNamed) columns.lines.push(lineNumber)
      }
    }
  }

  /** The columns of cards, each by the first of those that a number stands in. */
  const columns = (): Columns[] =>
    [...found.values()].filter(({ cards, numbers }) => cards * 2 > numbers)

  return { columns, look }
}
