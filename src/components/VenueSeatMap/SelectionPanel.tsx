import type { FormEvent } from 'react'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { VenueMap, VenueSeat } from '../../operations/loadVenueMap'
import type { Text } from './types'

import { seatLabel } from '../../hooks/keepSeatName'
import { changeSeats, duplicatesIn, renameSeats, widen } from './draft'
import { Choice, Entry } from './Entry'
import { numberOf } from './layoutBlock'

type Props = {
  categories: VenueMap['categories']
  /** The usual distance of neighbours, in map units. */
  distance: number
  draft: VenueSeat[]
  onChange: (draft: VenueSeat[]) => void
  onSelect: (ids: string[]) => void
  selected: string[]
  text: Text
}

/** How many of the selected seats are named one by one. */
const NAMED = 6

/** What can be done with the selected seats; each step changes the draft at once and can be undone. */
export const SelectionPanel = ({
  categories,
  distance,
  draft,
  onChange,
  onSelect,
  selected,
  text,
}: Props) => {
  const ids = new Set(selected)
  const seats = draft.filter(({ id }) => ids.has(id))
  const change = (how: (seat: VenueSeat) => Partial<VenueSeat>) =>
    onChange(changeSeats({ change: how, draft, selected: ids }))
  const first = seats[0]
  if (!first)
    return (
      <section className="venue-seats__panel">
        <h2>{text('selection')}</h2>
        <p>{text('nothingSelected')}</p>
      </section>
    )
  const common = seats.every(({ priceCategory }) => priceCategory === first.priceCategory)
  return (
    <section className="venue-seats__panel">
      <h2 aria-live="polite">{text('selected', { count: seats.length })}</h2>
      <p>
        {seats.slice(0, NAMED).map(seatLabel).join(', ')}
        {seats.length > NAMED && ' …'}
      </p>
      <div className="venue-seats__buttons">
        {(['row', 'block'] as const).map((to) => (
          <Button
            buttonStyle="secondary"
            key={to}
            margin={false}
            onClick={() => onSelect(widen({ draft, selected: ids, to }))}
            size="small"
          >
            {text(to === 'row' ? 'wholeRow' : 'wholeBlock')}
          </Button>
        ))}
        <Button buttonStyle="secondary" margin={false} onClick={() => onSelect([])} size="small">
          {text('clear')}
        </Button>
      </div>
      <Choice
        label={text('category')}
        onChange={(priceCategory) => priceCategory && change(() => ({ priceCategory }))}
        value={common ? first.priceCategory : ''}
      >
        {!common && <option value="">{text('chooseCategory')}</option>}
        {categories.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <div className="venue-seats__buttons">
        <Button
          buttonStyle="secondary"
          disabled={seats.every(({ blocked }) => blocked)}
          margin={false}
          onClick={() => change(() => ({ blocked: true }))}
          size="small"
        >
          {text('blockSeats')}
        </Button>
        <Button
          buttonStyle="secondary"
          disabled={!seats.some(({ blocked }) => blocked)}
          margin={false}
          onClick={() => change(() => ({ blocked: false }))}
          size="small"
        >
          {text('unblock')}
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => {
            onChange(draft.filter(({ id }) => !ids.has(id)))
            onSelect([])
          }}
          size="small"
        >
          {text('delete')}
        </Button>
      </div>
      <RenameForm
        // What was typed for other seats does not fit these.
        key={selected.join()}
        {...{ draft, onChange, seats, text }}
      />
      <MoveForm
        distance={distance}
        onMove={(x, y) => change((seat) => ({ x: seat.x + x, y: seat.y + y }))}
        text={text}
      />
    </section>
  )
}

type RenameProps = { seats: VenueSeat[] } & Pick<Props, 'draft' | 'onChange' | 'text'>

const RenameForm = ({ draft, onChange, seats, text }: RenameProps) => {
  const [block, setBlock] = useState('')
  const [row, setRow] = useState('')
  const [number, setNumber] = useState('')
  const [fromRight, setFromRight] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const isOne = seats.length === 1
  const shared = (field: 'block' | 'row') =>
    seats.every((seat) => seat[field] === seats[0]![field]) ? seats[0]![field] : '…'

  const rename = (event: FormEvent) => {
    event.preventDefault()
    if (!isOne && number.trim() && !/^\d+$/.test(number.trim()))
      return setRefusal(text('refusals:number'))
    const next = renameSeats({
      block: block.trim(),
      draft,
      fromRight,
      number: number.trim(),
      row: row.trim(),
      selected: new Set(seats.map(({ id }) => id)),
    })
    const [double] = duplicatesIn(next)
    if (double) return setRefusal(text('refusals:duplicate', { seat: seatLabel(double) }))
    setRefusal(undefined)
    onChange(next)
  }
  return (
    <form noValidate onSubmit={rename}>
      <fieldset>
        <legend>{text('rename')}</legend>
        <div className="venue-seats__pair">
          <Entry
            label={text('block')}
            onChange={setBlock}
            placeholder={shared('block')}
            value={block}
          />
          <Entry label={text('row')} onChange={setRow} placeholder={shared('row')} value={row} />
          <Entry
            label={text(isOne ? 'number' : 'numberFrom')}
            onChange={setNumber}
            placeholder={isOne ? seats[0]!.number : ''}
            refusal={refusal}
            value={number}
          />
        </div>
        {!isOne && (
          <label className="venue-seats__check">
            <input checked={fromRight} onChange={() => setFromRight(!fromRight)} type="checkbox" />
            {text('fromRight')}
          </label>
        )}
        <small>{text('renameHelp')}</small>
        <Button buttonStyle="secondary" margin={false} size="small" type="submit">
          {text('rename')}
        </Button>
      </fieldset>
    </form>
  )
}

type MoveProps = { distance: number; onMove: (x: number, y: number) => void; text: Text }

const MoveForm = ({ distance, onMove, text }: MoveProps) => {
  const [across, setAcross] = useState('')
  const [down, setDown] = useState('')
  const [isRefused, setIsRefused] = useState(false)
  const move = (event: FormEvent) => {
    event.preventDefault()
    const x = numberOf(across || '0')
    const y = numberOf(down || '0')
    const isPossible = Number.isFinite(x) && Number.isFinite(y)
    setIsRefused(!isPossible)
    if (isPossible && (x || y)) onMove(x, y)
  }
  return (
    <form noValidate onSubmit={move}>
      <fieldset>
        <legend>{text('move')}</legend>
        <div className="venue-seats__pair">
          <Entry
            inputMode="decimal"
            label={text('across')}
            onChange={setAcross}
            refusal={isRefused ? text('refusals:position') : undefined}
            value={across}
          />
          <Entry inputMode="decimal" label={text('down')} onChange={setDown} value={down} />
        </div>
        <small>{text('moveHelp', { distance: Math.round(distance * 10) / 10 })}</small>
        <Button buttonStyle="secondary" margin={false} size="small" type="submit">
          {text('move')}
        </Button>
      </fieldset>
    </form>
  )
}
