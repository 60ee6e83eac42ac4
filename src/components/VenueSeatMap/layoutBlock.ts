import type { VenueSeat } from '../../operations/loadVenueMap'
import type { LaidSeat } from '../SeatMap/layoutRows'

import { layoutRows } from '../SeatMap/layoutRows'
import { seatBounds } from '../SeatMap/seatBounds'
import { seatPitch } from '../SeatMap/seatPitch'

/** What the form for a new block holds, as typed. */
export type BlockForm = {
  name: string
  across: string
  category: string
  down: string
  firstRow: string
  firstSeat: string
  numbering: 'left' | 'oddLeft' | 'oddRight' | 'right'
  rows: string
  seatsPerRow: string
}

/** Per field of the form the key of the sentence that says what is wrong with it. */
export type BlockRefusals = Partial<Record<keyof BlockForm, string>>

const LARGEST = 10_000
const DEFAULT_PITCH = 10

/** Rows are a little further apart than seats. */
const ROW_PER_SEAT = 1.2

export const emptyBlock: BlockForm = {
  name: '',
  across: '',
  category: '',
  down: '',
  firstRow: '1',
  firstSeat: '1',
  numbering: 'left',
  rows: '',
  seatsPerRow: '',
}

/** What is wrong with the form; nothing when a block can be made of it. */
export const refusalsOf = (form: BlockForm): BlockRefusals => {
  const refusals: BlockRefusals = {}
  if (!form.name.trim()) refusals.name = 'blockName'
  if (!form.category) refusals.category = 'category'
  for (const field of ['rows', 'seatsPerRow'] as const)
    if (!isCount(form[field], 200)) refusals[field] = 'rows'
  if (!isCount(form.firstSeat, 10_000)) refusals.firstSeat = 'number'
  if (!form.firstRow.trim()) refusals.firstRow = 'rows'
  for (const field of ['across', 'down'] as const)
    if (form[field].trim() && !Number.isFinite(numberOf(form[field]))) refusals[field] = 'position'
  if (
    !refusals.rows &&
    !refusals.seatsPerRow &&
    Number(form.rows) * Number(form.seatsPerRow) > LARGEST
  )
    refusals.rows = 'size'
  return refusals
}

/**
 * Lays out the seats of a new block in the units of the map it joins: as far apart as its neighbours are, behind the last
 * row where no place was given.
 */
export const layoutBlock = ({
  form,
  seats,
}: {
  form: BlockForm
  seats: VenueSeat[]
}): LaidSeat[] => {
  const pitch = seats.length > 1 ? seatPitch(seats) : DEFAULT_PITCH
  const bounds = seatBounds(seats)
  const rowDistance = pitch * ROW_PER_SEAT
  return layoutRows({
    blocks: [
      {
        name: form.name.trim(),
        firstRow: form.firstRow.trim(),
        firstSeat: Number(form.firstSeat),
        numberFrom: form.numbering === 'left' || form.numbering === 'oddLeft' ? 'left' : 'right',
        rowDistance,
        rows: Number(form.rows),
        seatDistance: pitch,
        seatsPerRow: Number(form.seatsPerRow),
        seatStep: form.numbering.startsWith('odd') ? 2 : 1,
        x: placeOf(form.across, bounds && bounds.x + bounds.width / 2),
        y: placeOf(form.down, bounds && bounds.y + bounds.height + 3 * rowDistance),
      },
    ],
  })
}

const isCount = (typed: string, largest: number): boolean =>
  /^\d+$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= largest

/** A number as people type it, with a point or a comma. */
export const numberOf = (typed: string): number =>
  Number(typed.trim().replace(',', '.').replace('−', '-'))

const placeOf = (typed: string, otherwise: number | undefined): number | undefined =>
  typed.trim() ? numberOf(typed) : otherwise
