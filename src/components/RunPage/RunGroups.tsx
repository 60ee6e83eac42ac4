'use client'

import { useEffect, useState } from 'react'

import { useRunText } from './useRunText'

type Filter = { outcome?: string; reason?: string }

type Group = { count: number; nextStep: string; reason: string; text: string }

type Outcome = { count: number; hasRows: boolean; outcome: string; text: string }

type Props = {
  base: string
  counts: Record<string, number>
  filter: Filter
  onFilter: (filter: Filter) => void
  runID: string
}

/** The results in numbers and by reason, each a button that shows its rows. */
export const RunGroups = ({ base, counts, filter, onFilter, runID }: Props) => {
  const text = useRunText()
  const [groups, setGroups] = useState<Group[]>([])
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const key = JSON.stringify(counts)
  useEffect(() => {
    let isGone = false
    void fetch(`${base}/run/${runID}/groups`, { credentials: 'include' })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((body) => {
        if (isGone || !body) return
        setGroups(body.groups)
        setOutcomes(body.outcomes)
      })
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [base, key, runID])
  if (!groups.length && !outcomes.length) return null
  return (
    <section aria-labelledby="run-groups" className="run-groups">
      <h2 id="run-groups">{text('groups')}</h2>
      <ul className="run-groups__outcomes">
        {outcomes.map(({ count, hasRows, outcome, text: word }) => (
          <li key={outcome}>
            <button
              aria-pressed={filter.outcome === outcome}
              disabled={!hasRows}
              onClick={() => onFilter(filter.outcome === outcome ? {} : { outcome })}
              type="button"
            >
              <strong>{count}</strong>
              <span className={`run-rows__outcome run-rows__outcome--${outcome}`}>{word}</span>
            </button>
          </li>
        ))}
      </ul>
      <ul>
        {groups.map(({ count, nextStep, reason, text: sentence }) => (
          <li key={reason}>
            <button
              aria-pressed={filter.reason === reason}
              onClick={() => onFilter(filter.reason === reason ? {} : { reason })}
              type="button"
            >
              <strong>{count}</strong>
              <span>
                {sentence}
                {nextStep && <em>{nextStep}</em>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
