'use client'

import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { RunProgress } from '../../endpoints/runs/runProgress'

const POLL_MS = 3000

/**
 * Follows a run while it is active. One run on its own page by events, and by asking where these do not arrive; many runs in a list by
 * asking only, because a browser keeps but few connections open.
 */
export const useProgress = ({
  initial,
  isAlone,
  runID,
}: {
  initial: RunProgress
  isAlone: boolean
  runID: string
}): RunProgress => {
  const { config } = useConfig()
  const run = `${config.serverURL}${config.routes.api}/run/${runID}`
  const [progress, setProgress] = useState(initial)
  useEffect(() => setProgress(initial), [initial])
  const isActive = progress.isActive
  useEffect(() => {
    if (!isActive) return
    let last = isAlone ? Date.now() : 0
    const events = isAlone ? new EventSource(`${run}/events`) : null
    if (events)
      events.onmessage = (event) => {
        last = Date.now()
        setProgress(JSON.parse(event.data))
      }
    const timer = setInterval(async () => {
      if (Date.now() - last < POLL_MS) return
      const answer = await fetch(`${run}/progress`, { credentials: 'include' }).catch(() => null)
      if (answer?.ok) setProgress(await answer.json())
    }, POLL_MS)
    return () => {
      clearInterval(timer)
      events?.close()
    }
  }, [isActive, isAlone, run])
  return progress
}
