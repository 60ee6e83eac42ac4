'use client'

import { useTranslation } from '@payloadcms/ui'

/** The texts of the page of direct debits, in the reader's language. */
export const useDebitText = () => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  return (key: string, values?: Record<string, number | string>): string =>
    t(`payments:debits:text:${key}` as never, values)
}
