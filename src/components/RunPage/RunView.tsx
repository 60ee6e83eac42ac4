'use client'

import { Button, Pill, toast, useConfig, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

import type { ReactNode } from 'react'
import type { RunProgress } from '../../endpoints/runs/runProgress'

import { runStates } from '../../jobs/runs/runStates'
import { formatMoment } from '../../utilities/formatMoment'
import { ProgressBar } from './ProgressBar'
import { RunGroups } from './RunGroups'
import { RunRows } from './RunRows'
import { useRunText } from './useRunText'

type Props = {
  canSteer: boolean
  children: ReactNode
  currency: string
  initial: RunProgress
  isSimulation: boolean
  runID: string
  timeZone: string
}

const POLL_MS = 3000

/** Follows a run while it is active: by events, and by asking where these do not arrive. */
const useProgress = (runID: string, initial: RunProgress, base: string): RunProgress => {
  const [progress, setProgress] = useState(initial)
  useEffect(() => setProgress(initial), [initial])
  const isActive = progress.isActive
  useEffect(() => {
    if (!isActive) return
    const events = new EventSource(`${base}/run/${runID}/events`)
    let last = Date.now()
    events.onmessage = (event) => {
      last = Date.now()
      setProgress(JSON.parse(event.data))
    }
    const timer = setInterval(async () => {
      if (Date.now() - last < POLL_MS) return
      const answer = await fetch(`${base}/run/${runID}/progress`, { credentials: 'include' }).catch(
        () => null,
      )
      if (answer?.ok) setProgress(await answer.json())
    }, POLL_MS)
    return () => {
      clearInterval(timer)
      events.close()
    }
  }, [base, isActive, runID])
  return progress
}

export const RunView = ({
  canSteer,
  children,
  currency,
  initial,
  isSimulation,
  runID,
  timeZone,
}: Props) => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const text = useRunText()
  const router = useRouter()
  const base = `${config.serverURL}${config.routes.api}`
  const progress = useProgress(runID, initial, base)
  const [filter, setFilter] = useState<{ outcome?: string; reason?: string }>({})
  const language = i18n.language as 'de' | 'en' | 'fr'
  const moment = (at: string | Date) => formatMoment({ at, language, timeZone })
  const stateLabel =
    runStates.find((state) => state.value === progress.state)?.label[language] ?? progress.state

  // The check before the start said no; there is nothing to go on with.
  const wasRefused = progress.state === 'failed' && !progress.startedAt

  // The actions below depend on the state, which the server knows first.
  useEffect(() => {
    if (progress.state !== initial.state) router.refresh()
  }, [initial.state, progress.state, router])

  const steer = async (what: 'resume' | 'stop') => {
    const answer = await fetch(`${base}/run/${runID}/${what}`, {
      credentials: 'include',
      method: 'POST',
    })
    if (!answer.ok) {
      const { errors } = await answer.json()
      toast.error([errors?.[0]?.message, errors?.[0]?.data?.nextStep].filter(Boolean).join(' '))
    }
    router.refresh()
  }

  return (
    <>
      <div className="run-page__header">
        <Pill
          pillStyle={
            progress.state === 'done' ? 'success' : progress.state === 'failed' ? 'error' : 'dark'
          }
          size="small"
        >
          {stateLabel}
        </Pill>
        <div className="run-page__actions">
          {canSteer && progress.isActive && progress.state !== 'stopping' && (
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => void steer('stop')}
              tooltip={text('stopHelp')}
            >
              {text('stop')}
            </Button>
          )}
          {canSteer &&
            (progress.state === 'stopped' || (progress.state === 'failed' && !wasRefused)) && (
              <Button margin={false} onClick={() => void steer('resume')}>
                {text('resume')}
              </Button>
            )}
          {children}
        </div>
      </div>
      {isSimulation && (
        <p className="run-page__banner run-page__banner--simulation" role="status">
          {text('simulation')}
        </p>
      )}
      {progress.state === 'failed' && (
        <p className="run-page__banner run-page__banner--error" role="alert">
          {text(wasRefused ? 'refused' : 'failed', { error: progress.error ?? '' })}{' '}
          {!wasRefused && text('failedNext')}
        </p>
      )}
      <section aria-labelledby="run-progress" className="run-page__progress">
        <h2 className="run-page__hidden" id="run-progress">
          {text('progress')}
        </h2>
        <ProgressBar done={progress.processed} label={text('progress')} total={progress.total} />
        <p aria-live="polite" className="run-page__facts">
          <strong>{text('processed', { done: progress.processed, total: progress.total })}</strong>
          {progress.isActive && progress.phase > 0 && (
            <span>{text('pass', { pass: progress.phase + 1 })}</span>
          )}
          {progress.isActive && progress.secondsLeft !== null && progress.secondsLeft > 0 && (
            <span>
              {text('end', { time: moment(new Date(Date.now() + progress.secondsLeft * 1000)) })}
            </span>
          )}
          {progress.state === 'scheduled' && <span>{text('waiting')}</span>}
          {progress.finishedAt && (
            <span>{text('finished', { time: moment(progress.finishedAt) })}</span>
          )}
        </p>
      </section>
      <RunGroups
        base={base}
        counts={progress.counts}
        filter={filter}
        onFilter={setFilter}
        runID={runID}
      />
      <RunRows
        base={base}
        currency={currency}
        filter={filter}
        onFilter={setFilter}
        runID={runID}
        version={progress.isActive ? Math.floor(progress.processed / 200) : `end:${progress.state}`}
      />
    </>
  )
}
