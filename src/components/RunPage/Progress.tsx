'use client'

import { useTranslation } from '@payloadcms/ui'

import type { RunProgress } from '../../endpoints/runs/runProgress'

import { formatMoment } from '../../utilities/formatMoment'
import { ProgressBar } from './ProgressBar'
import { useRunText } from './useRunText'

type Props = {
  /** What screen readers call the bar. */
  label: string
  progress: RunProgress
  timeZone: string
}

/** The bar, how much is done, and when it will end or has ended. */
export const Progress = ({ label, progress, timeZone }: Props) => {
  const text = useRunText()
  const { i18n } = useTranslation()
  const moment = (at: Date | string) => formatMoment({ at, language: i18n.language, timeZone })
  const { counts, finishedAt, isActive, phase, processed, secondsLeft, state, total } = progress
  return (
    <>
      <ProgressBar done={processed} label={label} total={total} />
      <p aria-live="polite" className="run-progress__facts">
        {total > 0 && <strong>{text('processed', { done: processed, total })}</strong>}
        {isActive && phase > 0 && (
          <span>
            {counts.waiting
              ? text('seeking', { count: counts.waiting, pass: phase + 1 })
              : text('pass', { pass: phase + 1 })}
          </span>
        )}
        {isActive && secondsLeft !== null && secondsLeft > 0 && (
          // Counted from now, wherever that is: a minute may have passed since the server wrote it.
          <span suppressHydrationWarning>
            {text('end', { time: moment(new Date(Date.now() + secondsLeft * 1000)) })}
          </span>
        )}
        {state === 'scheduled' && <span>{text('waiting')}</span>}
        {finishedAt && <span>{text('finished', { time: moment(finishedAt) })}</span>}
      </p>
    </>
  )
}
