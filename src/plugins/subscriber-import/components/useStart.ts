'use client'

import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

/** How a file is gone through: checked only, its good files imported, or all or nothing. */
export type Mode = 'allOrNothing' | 'check' | 'goodOnly'

/** Starts to check or import a file and goes to the run; what is refused is said with the next step. */
export const useStart = (importID: string) => {
  const { config } = useConfig()
  const router = useRouter()
  const [isStarting, setStarting] = useState(false)
  const start = async (mode: Mode): Promise<void> => {
    setStarting(true)
    const answer = await fetch(
      `${config.serverURL}${config.routes.api}/subscriber-import/${importID}/start`,
      {
        body: JSON.stringify({ mode }),
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      },
    )
    const body = await answer.json().catch(() => ({}))
    setStarting(false)
    if (answer.ok) return router.push(`${config.routes.admin}/collections/runs/${body.runID}`)
    const error = body.errors?.[0]
    toast.error([error?.message, error?.data?.nextStep].filter(Boolean).join(' '))
  }
  return { isStarting, start }
}
