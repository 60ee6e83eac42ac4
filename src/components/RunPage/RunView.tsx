'use client'

import { Button, Pill, useConfig, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

import type { ReactNode } from 'react'
import type { RunProgress } from '../../endpoints/runs/runProgress'

import { runStates } from '../../jobs/runs/runStates'
import { usePost } from '../usePost'
import { Progress } from './Progress'
import { RunGroups } from './RunGroups'
import { RunRows } from './RunRows'
import { useProgress } from './useProgress'
import { useRunText } from './useRunText'

type Props = {
  canSteer: boolean
  children: ReactNode
  currency: string
  initial: RunProgress
  /** Without its plugin the run may finish or be stopped, but not go on. */
  isPluginOn: boolean
  isSimulation: boolean
  /** What the run does, in words. */
  kind: string
  runID: string
  /** Where, by name. */
  site: string
  timeZone: string
}

export const RunView = ({
  canSteer,
  children,
  currency,
  initial,
  isPluginOn,
  isSimulation,
  kind,
  runID,
  site,
  timeZone,
}: Props) => {
  const { config } = useConfig()
  const { i18n, t } = useTranslation()
  const text = useRunText()
  const post = usePost()
  const router = useRouter()
  const base = `${config.serverURL}${config.routes.api}`
  const progress = useProgress({ initial, isAlone: true, runID })
  const [filter, setFilter] = useState<{ outcome?: string; reason?: string }>({})
  const language = i18n.language as 'de' | 'en' | 'fr'
  const stateLabel =
    runStates.find((state) => state.value === progress.state)?.label[language] ?? progress.state

  // The check before the start said no; there is nothing to go on with.
  const wasRefused = progress.state === 'failed' && !progress.startedAt
  const hasPaused = progress.state === 'stopped' || (progress.state === 'failed' && !wasRefused)

  // The actions below depend on the state, which the server knows first.
  useEffect(() => {
    if (progress.state !== initial.state) router.refresh()
  }, [initial.state, progress.state, router])

  const steer = async (what: 'resume' | 'stop') => {
    await post(`/run/${runID}/${what}`)
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
        <span>
          {kind} · {site}
        </span>
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
          {canSteer && isPluginOn && hasPaused && (
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
          {!wasRefused && isPluginOn && text('failedNext')}
        </p>
      )}
      {hasPaused && !isPluginOn && (
        <p className="run-page__banner" role="status">
          {t('reprise:reasons:pluginOff' as never)} {t('reprise:nextSteps:pluginOff' as never)}
        </p>
      )}
      <section aria-labelledby="run-progress" className="run-page__progress">
        <h2 className="run-page__hidden" id="run-progress">
          {text('progress')}
        </h2>
        <Progress label={text('progress')} progress={progress} timeZone={timeZone} />
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
        timeZone={timeZone}
        filter={filter}
        onFilter={setFilter}
        runID={runID}
        version={progress.isActive ? Math.floor(progress.processed / 200) : `end:${progress.state}`}
      />
    </>
  )
}
