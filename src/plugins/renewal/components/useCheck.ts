'use client'

import { useConfig, useTranslation } from '@payloadcms/ui'
import { useCallback } from 'react'

import type { Check } from './checkInWords'

import { checkInWords } from './checkInWords'

/** The check before the start: how to ask for it, and how its numbers read. */
export const useCheck = () => {
  const { t } = useTranslation()
  const { config } = useConfig()
  const base = `${config.serverURL}${config.routes.api}`
  /** @returns `null` when there is no answer */
  const ask = useCallback(
    async (batchID: number | string): Promise<Check | null> => {
      const answer = await fetch(`${base}/renewal/batches/${batchID}/check`, {
        credentials: 'include',
      }).catch(() => null)
      return answer?.ok ? answer.json() : null
    },
    [base],
  )
  const inWords = ({ batchSize, numbers }: Check): string[] =>
    checkInWords({ batchSize, numbers, t: t as never })
  return { ask, inWords }
}
