'use client'

import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import Link from 'next/link'
import { useEffect, useState } from 'react'

import type { RunRow } from '../../endpoints/runs/runRows'

import { formatAmount } from '../../utilities/formatAmount'
import { formatMoment } from '../../utilities/formatMoment'
import { RowPayment } from './RowPayment'
import { useRunText } from './useRunText'

type Filter = { outcome?: string; reason?: string }

type Props = {
  base: string
  currency: string
  filter: Filter
  onFilter: (filter: Filter) => void
  runID: string
  timeZone: string
  /** Changes when there is something new to read. */
  version: number | string
}

type Page = { page: number; rows: RunRow[]; total: number; totalPages: number }

/** Outcomes after which somebody has something to do: their rows say what. */
const NOT_MADE = new Set(['failed', 'kept', 'refused'])

const SEARCH_DELAY_MS = 300

/** A row per subscription, read a page at a time. */
export const RunRows = ({ base, currency, filter, onFilter, runID, timeZone, version }: Props) => {
  const text = useRunText()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  const [data, setData] = useState<null | Page>(null)
  const query = new URLSearchParams({
    ...(filter.reason && { reason: filter.reason }),
    ...(filter.outcome && { outcome: filter.outcome }),
    ...(search && { search }),
  }).toString()
  useEffect(() => setPage(1), [query])
  useEffect(() => {
    let isGone = false
    const timer = setTimeout(() => {
      void fetch(`${base}/run/${runID}/rows?${query}&page=${page}`, { credentials: 'include' })
        .then((answer) => (answer.ok ? answer.json() : null))
        .then((body) => !isGone && body && setData(body))
        .catch(() => undefined)
    }, SEARCH_DELAY_MS)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [base, page, query, runID, version])
  const fileLink = (id?: null | string, number?: null | number) =>
    id ? (
      <Link href={`${config.routes.admin}/collections/files/${id}`}>{number}</Link>
    ) : (
      (number ?? '–')
    )
  const amount = (value?: null | number) =>
    typeof value === 'number'
      ? formatAmount({ amount: value, currency, language: i18n.language })
      : null
  const day = (at: string) => formatMoment({ at, language: i18n.language, style: 'day', timeZone })
  const isOfLines = Boolean(data?.rows.some(lineOf))
  const hasFilter = Boolean(filter.reason || filter.outcome || search)
  return (
    <section aria-labelledby="run-rows" className="run-rows">
      <div className="run-rows__bar">
        <h2 id="run-rows">{data ? text('rows', { count: data.total }) : text('all')}</h2>
        <input
          aria-label={text('search')}
          onChange={(event) => setSearch(event.target.value)}
          placeholder={text('search')}
          type="search"
          value={search}
        />
        {hasFilter && (
          <Button
            buttonStyle="pill"
            margin={false}
            onClick={() => {
              setSearch('')
              onFilter({})
            }}
            size="small"
          >
            {text('clear')}
          </Button>
        )}
        <a className="run-rows__csv" download href={`${base}/run/${runID}/rows.csv?${query}`}>
          {text('csv')}
        </a>
      </div>
      {data && !data.rows.length && <p>{text('empty')}</p>}
      {data && data.rows.length > 0 && (
        <div aria-labelledby="run-rows" className="run-rows__scroll" role="group" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text(isOfLines ? 'line' : 'file')}</th>
                <th scope="col">{text('who')}</th>
                <th scope="col">{text('outcome')}</th>
                <th scope="col">{text('reason')}</th>
                {isOfLines ? (
                  <>
                    <th scope="col">{text('column')}</th>
                    <th scope="col">{text('value')}</th>
                  </>
                ) : (
                  <>
                    <th scope="col">{text('newFile')}</th>
                    <th scope="col">{text('seat')}</th>
                    <th scope="col">{text('price')}</th>
                    <th scope="col">{text('payment')}</th>
                    <th scope="col">{text('shipment')}</th>
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row, i) => (
                <tr key={row.id}>
                  <td>{lineOf(row)?.line ?? fileLink(row.file, row.fileNumber)}</td>
                  <td>{row.label}</td>
                  <td>
                    <span className={`run-rows__outcome run-rows__outcome--${row.outcome}`}>
                      {row.outcomeText}
                    </span>
                  </td>
                  <td>
                    {row.reasonText}
                    {NOT_MADE.has(row.outcome) && row.nextStep && <small>{row.nextStep}</small>}
                  </td>
                  {isOfLines ? (
                    <>
                      <td>{lineOf(row)?.column}</td>
                      <td>{lineOf(row)?.value}</td>
                    </>
                  ) : (
                    <>
                      <td>{fileLink(row.newFile, row.newFileNumber)}</td>
                      <td>{change(row.seatBefore, row.seatAfter)}</td>
                      <td className="run-rows__number">
                        {change(amount(row.priceBefore), amount(row.priceAfter))}
                      </td>
                      <td>
                        <RowPayment
                          amount={amount}
                          day={day}
                          row={row}
                          // It is paid file by file.
                          showsPlan={data.rows[i - 1]?.file !== row.file}
                        />
                      </td>
                      <td>{row.shipmentMode}</td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data && data.totalPages > 1 && (
        <nav
          aria-label={text('page', { page: data.page, pages: data.totalPages })}
          className="run-rows__pages"
        >
          <Button
            buttonStyle="secondary"
            disabled={page <= 1}
            margin={false}
            onClick={() => setPage(page - 1)}
            size="small"
          >
            {text('previous')}
          </Button>
          <span>{text('page', { page: data.page, pages: data.totalPages })}</span>
          <Button
            buttonStyle="secondary"
            disabled={page >= data.totalPages}
            margin={false}
            onClick={() => setPage(page + 1)}
            size="small"
          >
            {text('next')}
          </Button>
        </nav>
      )}
    </section>
  )
}

/** Where in an imported file the row comes from. */
const lineOf = ({
  details,
}: RunRow): { column?: null | string; line: number; value?: string } | undefined =>
  (details as { line?: number } | null)?.line ? (details as { line: number }) : undefined

/** What stays is said once; what changes stands out. */
const change = (before?: null | string, after?: null | string) => {
  if (!after) return before ?? '–'
  if (!before || before === after) return after
  return (
    <>
      {before} → <mark>{after}</mark>
    </>
  )
}
