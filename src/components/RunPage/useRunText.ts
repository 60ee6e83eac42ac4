'use client'

import { useTranslation } from '@payloadcms/ui'

import type { runPage } from '../../translations/runPage'
import type { SharedKey } from '../../utilities/sharedKey'

type Key = SharedKey<keyof (typeof runPage)['en']>

/** The texts of the run page in the language of the person. */
export const useRunText = () => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  return (key: Key, values: Record<string, number | string> = {}): string =>
    t(`reprise:runPage:${key}` as never, values)
}
