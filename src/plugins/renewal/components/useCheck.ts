'use client'

import { useConfig } from '@payloadcms/ui'
import { useCallback } from 'react'

import { useText } from './useText'

export type Check = {
  numbers: Record<
    | 'alreadyRenewed'
    | 'automatic'
    | 'files'
    | 'stopped'
    | 'toRenew'
    | 'unmapped'
    | 'unmappedTariff'
    | 'withoutPayment',
    number
  >
  problems: {
    code: string
    field: string
    isBlocking: boolean
    message: string
    nextStep: string
  }[]
  unmapped: { count: number; subscription: string }[]
  /** The site's. */
  zone: string
}

/** The check before the start: how to ask for it, and how its numbers read. */
export const useCheck = () => {
  const text = useText()
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
  const inWords = ({ numbers }: Check): string =>
    text('numbers', {
      count: numbers.toRenew,
      files: numbers.files,
      stopped: numbers.stopped,
      unmapped: numbers.unmapped + numbers.unmappedTariff,
    })
  return { ask, inWords }
}
