'use client'

import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useId, useState } from 'react'

import type { FileSeatMap } from '../../operations/loadFileSeats'
import type { MapSeat } from '../SeatMap/types'

import { SeatMap } from '../SeatMap'
import { seatMapTexts } from '../SeatMap/texts'

export type SeatChoice = { label: string; query: string }

type Props = { choices: SeatChoice[]; fileID: string }

type Shown = 'failed' | 'loading' | ({ seats: MapSeat[] } & Omit<FileSeatMap, 'seats'>)

const nothing: string[] = []

/** The file's own seats on the seat map, for a subscription as a whole or for one performance. Loaded when somebody asks for it. */
export const FileSeats = ({ choices, fileID }: Props) => {
  const { config } = useConfig()
  const { i18n, t } = useTranslation()
  const [query, setQuery] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const [shown, setShown] = useState<Shown>('loading')
  const selectID = useId()
  const text = (key: string, values?: Record<string, unknown>) =>
    t(`reprise:filePage:seatMap:${key}` as never, values as never)

  useEffect(() => {
    if (!query) return
    const abort = new AbortController()
    const load = async () => {
      setShown('loading')
      const url = formatAdminURL({
        apiRoute: config.routes.api,
        path: `/seat-maps/files/${fileID}?${query}` as `/${string}`,
      })
      const response = await fetch(url, { credentials: 'include', signal: abort.signal })
      if (!response.ok) throw new Error(response.statusText)
      const { seats, ...map }: FileSeatMap = await response.json()
      setShown({ ...map, seats: seats.map((seat) => ({ ...seat, category: seat.priceCategory })) })
    }
    load().catch(() => !abort.signal.aborted && setShown('failed'))
    return () => abort.abort()
  }, [attempt, config.routes.api, fileID, query])

  if (!query)
    return (
      <Button
        buttonStyle="secondary"
        margin={false}
        onClick={() => setQuery(choices[0]!.query)}
        size="small"
      >
        {text('show')}
      </Button>
    )
  const own =
    typeof shown === 'object'
      ? shown.seats.flatMap(({ id, state }) => (state === 'own' ? id : []))
      : nothing
  const texts = seatMapTexts[i18n.language as 'de' | 'en' | 'fr'] ?? seatMapTexts.en
  return (
    <>
      <div className="file-page__choice">
        <label htmlFor={selectID}>{text('choose')}</label>
        <select id={selectID} onChange={({ target }) => setQuery(target.value)} value={query}>
          {choices.map((choice) => (
            <option key={choice.query} value={choice.query}>
              {choice.label}
            </option>
          ))}
        </select>
        <p aria-live="polite">
          {shown === 'loading' && text('loading')}
          {shown === 'failed' && text('failed')}
          {typeof shown === 'object' && text('own', { count: own.length })}
        </p>
        {shown === 'failed' && (
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => setAttempt(attempt + 1)}
            size="small"
          >
            {text('tryAgain')}
          </Button>
        )}
      </div>
      {typeof shown === 'object' && (
        <SeatMap
          categories={shown.categories}
          height="28rem"
          // A ring, so that three seats are found among two thousand.
          highlight={own}
          labels={{ ...texts, highlight: text('here') }}
          mode="view"
          seats={shown.seats}
          selected={nothing}
          stage={shown.stage}
        />
      )}
    </>
  )
}
