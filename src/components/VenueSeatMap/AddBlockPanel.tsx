import type { FormEvent } from 'react'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { VenueMap, VenueSeat } from '../../operations/loadVenueMap'
import type { BlockForm } from './layoutBlock'
import type { Text } from './types'

import { seatLabel } from '../../hooks/keepSeatName'
import { duplicatesIn, newSeatID } from './draft'
import { Choice, Entry } from './Entry'
import { emptyBlock, layoutBlock, refusalsOf } from './layoutBlock'

type Props = {
  categories: VenueMap['categories']
  draft: VenueSeat[]
  /** Gets the draft with the new seats, and their ids. */
  onAdd: (draft: VenueSeat[], ids: string[]) => void
  text: Text
}

/** The form for a new block of seats in rows. */
export const AddBlockPanel = ({ categories, draft, onAdd, text }: Props) => {
  const [form, setForm] = useState<BlockForm>(emptyBlock)
  const [refusals, setRefusals] = useState<Partial<Record<keyof BlockForm, string>>>({})

  const add = (event: FormEvent) => {
    event.preventDefault()
    const wrong = Object.entries(refusalsOf(form)).map(([field, key]) => [
      field,
      text(`refusals:${key}`),
    ])
    setRefusals(Object.fromEntries(wrong))
    if (wrong.length) return
    const made = layoutBlock({ form, seats: draft }).map(({ rowIndex: _, ...seat }, i) => ({
      ...seat,
      id: newSeatID(`${Date.now().toString(36)}-${i}`),
      blocked: false,
      priceCategory: form.category,
    }))
    const [double] = duplicatesIn([...draft, ...made])
    if (double) setRefusals({ name: text('refusals:duplicate', { seat: seatLabel(double) }) })
    else {
      onAdd(
        [...draft, ...made],
        made.map(({ id }) => id),
      )
      setForm({ ...emptyBlock, category: form.category })
    }
  }

  const props = (field: keyof BlockForm) => ({
    onChange: (value: string) => setForm({ ...form, [field]: value }),
    refusal: refusals[field],
    value: form[field],
  })
  return (
    <details className="venue-seats__panel">
      <summary>
        <h2>{text('addBlock')}</h2>
      </summary>
      <form noValidate onSubmit={add}>
        <Entry label={text('name')} {...props('name')} />
        <div className="venue-seats__pair">
          <Entry inputMode="numeric" label={text('rows')} {...props('rows')} />
          <Entry inputMode="numeric" label={text('seatsPerRow')} {...props('seatsPerRow')} />
        </div>
        <div className="venue-seats__pair">
          <Entry label={text('firstRow')} {...props('firstRow')} />
          <Entry inputMode="numeric" label={text('firstSeat')} {...props('firstSeat')} />
        </div>
        <Choice label={text('numbering')} {...props('numbering')}>
          {['left', 'right', 'oddLeft', 'oddRight'].map((numbering) => (
            <option key={numbering} value={numbering}>
              {text(`numberings:${numbering}`)}
            </option>
          ))}
        </Choice>
        <Choice label={text('category')} {...props('category')}>
          <option value="">{text('chooseCategory')}</option>
          {categories.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <fieldset>
          <legend>{text('position')}</legend>
          <div className="venue-seats__pair">
            <Entry inputMode="decimal" label={text('across')} {...props('across')} />
            <Entry inputMode="decimal" label={text('down')} {...props('down')} />
          </div>
        </fieldset>
        <Button buttonStyle="secondary" margin={false} size="small" type="submit">
          {text('add')}
        </Button>
      </form>
    </details>
  )
}
