import type { SeatFinder } from '../../../operations/seatFinder'
import type { LineIntent, OriginFile, OriginLine, Seat, SeatChoice } from './types'

import { needsSeat } from './decideFile'

export type Wanted = { intent: LineIntent; line: OriginLine }

/** Where a contact likes to sit: `<contact>:<venue>` → seat id. */
export type Preferences = ReadonlyMap<string, string>

/**
 * The ladder of the second pass for one file: the same seat; else the preferred seat of the beneficiary (or of the payer who
 * buys for themselves) if it is of the same category, because nobody is moved to another price unasked; else the best free one
 * of the category, companions of the file side by side. Chosen seats are taken in the finders at once.
 *
 * @param sameSeat the seat of the target venue that is last year's (same seat, or same name in another venue)
 * @param finderOf the seats of a target subscription
 * @returns per line id: the choice, or `null` when nothing is left in the category
 */
export const chooseSeats = ({
  categoryIn,
  file,
  finderOf,
  preferences,
  sameSeat,
  wanted,
}: {
  /** The category of the target venue that is the line's category of last year. */
  categoryIn: (line: OriginLine, venue: string) => null | string
  file: OriginFile
  finderOf: (targetID: string) => SeatFinder<Seat>
  preferences: Preferences
  sameSeat: (line: OriginLine, venue: string) => string | undefined
  wanted: Wanted[]
}): Map<string, null | SeatChoice> => {
  const choices = new Map<string, null | SeatChoice>()
  const searching = new Map<string, { category: string; lines: OriginLine[]; targetID: string }>()
  const sitting = new Map<string, string[]>()
  const settle = (targetID: string, line: OriginLine, seat: Seat, reason: SeatChoice['reason']) => {
    finderOf(targetID).take(seat.id)
    choices.set(line.id, { reason, seat })
    sitting.set(targetID, [...(sitting.get(targetID) ?? []), seat.id])
  }
  for (const { intent, line } of wanted) {
    if (intent.kind !== 'renew') continue
    if (!needsSeat(intent, line)) {
      choices.set(line.id, { reason: 'renewedWithoutSeat', seat: null })
      continue
    }
    const { id: targetID, venue } = intent.target
    if (!venue) {
      choices.set(line.id, null)
      continue
    }
    const finder = finderOf(targetID)
    const same = sameSeat(line, venue)
    if (same && finder.isFree(same)) {
      settle(targetID, line, finder.seat(same)!, 'sameSeat')
      continue
    }
    const category = categoryIn(line, venue)
    const wish = preferences.get(`${line.beneficiary ?? file.payer}:${venue}`)
    const wished = wish ? finder.seat(wish) : undefined
    if (wished && finder.isFree(wished.id) && wished.priceCategory === category) {
      settle(targetID, line, wished, 'preferredSeat')
      continue
    }
    if (!category) {
      choices.set(line.id, null)
      continue
    }
    const key = `${targetID}:${category}`
    const group = searching.get(key) ?? { category, lines: [], targetID }
    group.lines.push(line)
    searching.set(key, group)
  }
  for (const { category, lines, targetID } of searching.values()) {
    const seats = finderOf(targetID).best({
      category,
      companions: sitting.get(targetID),
      count: lines.length,
    })
    lines.forEach((line, i) => {
      if (seats[i]) settle(targetID, line, seats[i], 'otherSeat')
      else choices.set(line.id, null)
    })
  }
  return choices
}
