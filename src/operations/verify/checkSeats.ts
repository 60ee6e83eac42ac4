import type { AllocationDoc, FileLedger, Finding } from './types'

import { groupBy } from '../../utilities/groupBy'
import { releasedSeatKeyOf, seatKeyOf } from '../allocateSeats'

/** Seats of a file: every performance line that holds a seat has it allocated once, in its own state, under the right key. */
export const checkSeats = ({ allocations, lines }: FileLedger): Finding[] => {
  const findings: Finding[] = []
  const say = (
    { id }: { id: string },
    code: Finding['code'],
    actual: Finding['actual'],
    expected: Finding['expected'],
    collection = 'seat-allocations',
  ) => findings.push({ id, actual, code, collection, expected })

  const active = allocations.filter(({ state }) => state !== 'released')
  const byLine = groupBy(active, ({ line }) => line)
  const seated = new Map(
    lines
      .filter(({ kind, state }) => kind === 'performance' && state !== 'cancelled')
      .map((line) => [line.id, line]),
  )
  for (const line of seated.values()) {
    const [allocation, ...others] = byLine.get(line.id) ?? []
    if (!allocation) {
      if (line.seat) say(line, 'seatMissing', null, line.seat, 'lines')
      continue
    }
    for (const other of others) say(other, 'lineSeatedTwice', other.seat, allocation.seat)
    const wanted = seatKeyOf({ performance: line.performance ?? '', seat: line.seat ?? '' })
    const held = seatKeyOf(allocation)
    if (held !== wanted) say(allocation, 'seatDiffers', held, wanted)
    if (allocation.state !== line.state) say(allocation, 'seatState', allocation.state, line.state)
  }
  for (const allocation of active)
    if (!seated.has(allocation.line)) say(allocation, 'seatWithoutLine', allocation.line, null)
  for (const allocation of allocations) {
    const expected = keyOf(allocation)
    if (allocation.seatKey !== expected) say(allocation, 'seatKey', allocation.seatKey, expected)
  }
  return findings
}

const keyOf = (allocation: AllocationDoc): string =>
  allocation.state === 'released' ? releasedSeatKeyOf(allocation) : seatKeyOf(allocation)
