'use client'

import { useEffect, useState } from 'react'

import { useRunText } from './useRunText'

type Group = { count: number; nextStep: string; reason: string; text: string }

type Props = {
  base: string
  counts: Record<string, number>
  filter: { reason?: string }
  onFilter: (filter: { reason?: string }) => void
  runID: string
}

/** The results by reason, each a button that shows its rows. */
export const RunGroups = ({ base, counts, filter, onFilter, runID }: Props) => {
  const text = useRunText()
  const [groups, setGroups] = useState<Group[]>([])
  const key = JSON.stringify(counts)
  useEffect(() => {
    let isGone = false
    void fetch(`${base}/runs/${runID}/groups`, { credentials: 'include' })
      .then((answer) => answer.json())
      .then((body) => !isGone && setGroups(body.groups ?? []))
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [base, key, runID])
  if (!groups.length) return null
  return (
    <section aria-labelledby="run-groups" className="run-groups">
      <h2 id="run-groups">{text('groups')}</h2>
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
