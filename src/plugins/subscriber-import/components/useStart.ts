'use client'

import { useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { usePost } from '../../../components/usePost'

/** How a file is gone through: checked only, its good files imported, or all or nothing. */
export type Mode = 'allOrNothing' | 'check' | 'goodOnly'

/** Starts to check or import a file and goes to the run. */
export const useStart = (importID: string) => {
  const { config } = useConfig()
  const post = usePost()
  const router = useRouter()
  const [isStarting, setStarting] = useState(false)
  const start = async (mode: Mode): Promise<void> => {
    setStarting(true)
    const answer = await post<{ runID: string }>(`/subscriber-import/${importID}/start`, { mode })
    setStarting(false)
    if (answer) router.push(`${config.routes.admin}/collections/runs/${answer.runID}`)
  }
  return { isStarting, start }
}
