'use client'

import {
  Button,
  Form,
  LeaveWithoutSaving,
  toast,
  useConfig,
  useForm,
  useTranslation,
} from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useMemo, useState } from 'react'

import type { VenueMap } from '../../operations/loadVenueMap'
import type { MapSeat } from '../SeatMap/types'
import type { Text } from './types'

import { SeatMap } from '../SeatMap'
import { seatPitch } from '../SeatMap/seatPitch'
import { seatMapTexts } from '../SeatMap/texts'
import { AddBlockPanel } from './AddBlockPanel'
import { seatOfField } from './draft'
import { SelectionPanel } from './SelectionPanel'
import { useDraft } from './useDraft'

type Props = {
  /** Whether the person may change seats; others look at them. */
  isEditable: boolean
  map: VenueMap
  venueID: string
}

type Refusal = { message: string; nextStep?: string }

/** The seat map of a venue to look at and, for those who may, to change. Nothing is saved before somebody says so. */
export const VenueSeatMapEditor = (props: Props) => (
  // The panel's own form, so that it warns before somebody leaves with unsaved changes.
  <Form el="div" initialState={{}}>
    <Editor {...props} />
  </Form>
)

const Editor = ({ isEditable, map, venueID }: Props) => {
  const { config } = useConfig()
  const { i18n, t } = useTranslation()
  const { setModified } = useForm()
  const text: Text = (key, values) => t(`reprise:venueSeatMap:${key}` as never, values as never)
  const { canUndo, change, discard, draft, pending, settle, undo } = useDraft(map.seats)
  const [chosen, setSelected] = useState<string[]>([])
  const [isSaving, setIsSaving] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const isChanged = pending.count > 0

  useEffect(() => setModified(isChanged), [isChanged, setModified])
  // What was refused is another matter once something has changed.
  useEffect(() => setRefusal(undefined), [draft])

  const seats = useMemo(
    () =>
      draft.map((seat): MapSeat => ({
        ...seat,
        category: seat.priceCategory,
        state: seat.blocked ? 'blocked' : 'free',
      })),
    [draft],
  )
  // Undoing takes seats away that are still chosen.
  const selected = useMemo(() => {
    const ids = new Set(draft.map(({ id }) => id))
    return chosen.filter((id) => ids.has(id))
  }, [chosen, draft])
  const changedIDs = useMemo(() => [...pending.ids.create, ...pending.ids.update], [pending])
  const distance = useMemo(() => (draft.length > 1 ? seatPitch(draft) : 10), [draft])
  const texts = seatMapTexts[i18n.language as 'de' | 'en' | 'fr'] ?? seatMapTexts.en

  const save = async () => {
    setIsSaving(true)
    setRefusal(undefined)
    const url = formatAdminURL({
      apiRoute: config.routes.api,
      path: `/seat-maps/venues/${venueID}`,
    })
    try {
      const response = await fetch(url, {
        body: JSON.stringify(pending.changes),
        credentials: 'include',
        headers: { 'Accept-Language': i18n.language, 'Content-Type': 'application/json' },
        method: 'POST',
      })
      const answer = await response.json()
      if (response.ok) {
        settle(answer.seats)
        setSelected([])
        toast.success(text('saved'))
      } else {
        const { data, message } = answer.errors[0]
        const seat = seatOfField({ ...pending, field: data?.field })
        if (seat) setSelected([seat])
        setRefusal({ message, nextStep: data?.nextStep })
      }
    } catch {
      setRefusal({ message: text('saveFailed') })
    }
    setIsSaving(false)
  }

  return (
    <div className="venue-seats">
      {!isEditable && <p>{text('readOnly')}</p>}
      {isEditable && !map.categories.length && <p role="status">{text('noCategory')}</p>}
      {isEditable && (
        <div className="venue-seats__bar">
          <p aria-live="polite">{isChanged && text('pending', { count: pending.count })}</p>
          <Button
            buttonStyle="secondary"
            disabled={!canUndo || isSaving}
            margin={false}
            onClick={undo}
            size="small"
          >
            {text('undo')}
          </Button>
          <Button
            buttonStyle="secondary"
            disabled={!isChanged || isSaving}
            margin={false}
            onClick={discard}
            size="small"
          >
            {text('discard')}
          </Button>
          <Button disabled={!isChanged || isSaving} margin={false} onClick={save} size="small">
            {text('save')}
          </Button>
        </div>
      )}
      {refusal && (
        <p className="venue-seats__refused" role="alert">
          <strong>{refusal.message}</strong> {refusal.nextStep}
        </p>
      )}
      {isEditable && <LeaveWithoutSaving />}
      <div className={isEditable ? 'venue-seats__columns' : undefined}>
        <SeatMap
          categories={map.categories}
          editMode={isEditable}
          highlight={changedIDs}
          labels={{ ...texts, highlight: text('changed') }}
          mode={isEditable ? 'multiple' : 'view'}
          onSelect={setSelected}
          seats={seats}
          selected={selected}
          stage={map.stage}
        />
        {isEditable && (
          <div className="venue-seats__side">
            <SelectionPanel
              categories={map.categories}
              distance={distance}
              draft={draft}
              onChange={change}
              onSelect={setSelected}
              selected={selected}
              text={text}
            />
            <AddBlockPanel
              categories={map.categories}
              draft={draft}
              onAdd={(next, ids) => {
                change(next)
                setSelected(ids)
              }}
              text={text}
            />
          </div>
        )}
      </div>
    </div>
  )
}
