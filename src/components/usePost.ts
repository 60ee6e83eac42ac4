'use client'

import { toast, useConfig, useTranslation } from '@payloadcms/ui'

/**
 * Calls an endpoint of the product, with JSON or with a file as it is. What is refused is said with the next step, and so is an answer
 * that never came: the person must not take silence for a no.
 *
 * @returns the answer, or `null` when it was refused or did not come
 */
export const usePost = () => {
  const { config } = useConfig()
  const { t } = useTranslation<Record<string, unknown>, string>()
  return async <T>(path: string, body: unknown = {}): Promise<null | T> => {
    const isFile = body instanceof Blob
    const answer = await fetch(`${config.serverURL}${config.routes.api}${path}`, {
      body: isFile ? body : JSON.stringify(body),
      credentials: 'include',
      headers: { 'Content-Type': isFile ? body.type : 'application/json' },
      method: 'POST',
    }).catch(() => null)
    if (!answer) {
      toast.error(t('reprise:answers:lost' as never))
      return null
    }
    const json = await answer.json().catch(() => ({}))
    if (answer.ok) return json as T
    const error = json.errors?.[0]
    toast.error(
      [error?.message, error?.data?.nextStep].filter(Boolean).join(' ') || answer.statusText,
    )
    return null
  }
}
