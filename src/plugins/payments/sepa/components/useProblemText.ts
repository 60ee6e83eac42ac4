'use client'

import { useTranslation } from '@payloadcms/ui'

/** Why a collection, an account or a mandate is not taken, in the reader's language. */
export const useProblemText = () => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  return (key: string): string => t(`payments:debits:problems:${key}` as never)
}
