'use client'

import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import type { RunProgress } from '../../../endpoints/runs/runProgress'

import { Progress } from '../../../components/RunPage/Progress'
import { useProgress } from '../../../components/RunPage/useProgress'
import { outcomesInWords } from './outcomesInWords'

type Props = { initial: RunProgress; runID: string; timeZone: string; title: string }

/** A run in a list while it goes on: how far it is, what has come of it so far, and when it will end. */
export const LiveRun = ({ initial, runID, timeZone, title }: Props) => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  const router = useRouter()
  const progress = useProgress({ initial, isAlone: false, runID })
  // What is over stands in another place of the page.
  useEffect(() => {
    if (!progress.isActive) router.refresh()
  }, [progress.isActive, router])
  return (
    <div className="live-run">
      <Progress label={title} progress={progress} timeZone={timeZone} />
      <div>{outcomesInWords({ counts: progress.counts, t: t as never })}</div>
    </div>
  )
}
