'use client'

import { toast, useConfig } from '@payloadcms/ui'

/** Calls an endpoint of the product; what it refuses is said with the next step. @returns the answer, or `null` when refused */
export const usePost = () => {
  const { config } = useConfig()
  return async <T>(path: string, body: unknown = {}): Promise<null | T> => {
    const answer = await fetch(`${config.serverURL}${config.routes.api}${path}`, {
      body: JSON.stringify(body),
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    const json = await answer.json().catch(() => ({}))
    if (answer.ok) return json as T
    const error = json.errors?.[0]
    toast.error(
      [error?.message, error?.data?.nextStep].filter(Boolean).join(' ') || answer.statusText,
    )
    return null
  }
}
