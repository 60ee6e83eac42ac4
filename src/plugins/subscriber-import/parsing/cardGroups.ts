import { isCardNumber } from '../../../utilities/cardRanges'

/** How the digits of a card are grouped: by fours, as they are embossed, or as a number with marks between the thousands. */
const GROUPINGS = [
  [4, 4, 4, 4],
  [4, 4, 4, 4, 3],
  [4, 4, 4, 4, 2],
  [4, 4, 4, 4, 1],
  [4, 4, 4, 3],
  [4, 4, 4, 2],
  [4, 6, 5],
  [4, 6, 4],
  [6, 13],
  [1, 3, 3, 3, 3, 3],
]

/** The fewest groups that a grouping has, so that others are not looked at. */
const FEWEST = Math.min(...GROUPINGS.map((lengths) => lengths.length))

/**
 * Looks for the groups of a card number that begin at one place of a list of groups.
 *
 * @param groups digits
 * @returns the groups as they would be one number, each time a grouping of cards fits; none where none does
 */
export const groupingsAt = (groups: string[], first: number): string[] => {
  if (groups.length - first < FEWEST) return []
  return GROUPINGS.filter((lengths) =>
    lengths.every((length, at) => groups[first + at]?.length === length),
  ).map((lengths) => groups.slice(first, first + lengths.length).join(''))
}

/** Whether groups of digits hold a card number, beginning at any of them. */
export const isCardInGroups = (groups: string[]): boolean =>
  groups.some((_, first) => groupingsAt(groups, first).some(isCardNumber))
