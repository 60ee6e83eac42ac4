import type { CollectionBeforeValidateHook } from 'payload'

import { idOf } from '../utilities/idOf'

/** How a seat is written on lists: block, row, number. */
export const seatLabel = (seat: { block: string; number: string; row: string }): string =>
  `${seat.block} ${seat.row}/${seat.number}`

/** The unique name of a seat within its venue. Blanks and case do not make another seat. */
export const seatNameKey = (seat: { block: string; number: string; row: string; venue: unknown }) =>
  [idOf(seat.venue), seat.block, seat.row, seat.number]
    .map((part) => String(part).trim().toLowerCase())
    .join(':')

/** Keeps label and unique name of a seat in step with what it is called. */
export const keepSeatName: CollectionBeforeValidateHook = ({ data = {}, originalDoc }) => {
  const seat = { ...originalDoc, ...data }
  if (!seat.block || !seat.row || !seat.number || !seat.venue) return data
  data.label = seatLabel(seat)
  data.seatNameKey = seatNameKey(seat)
  return data
}
