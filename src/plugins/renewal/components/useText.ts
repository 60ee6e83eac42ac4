'use client'

import { useTranslation } from '@payloadcms/ui'

import type { SharedKey } from '../../../utilities/sharedKey'
import type { screens } from '../translations/screens'

type Key = SharedKey<keyof (typeof screens)['en']>

/** The texts of this plugin's screens in the language of the person. */
export const useText = () => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  return (key: Key, values: Record<string, number | string> = {}): string =>
    t(`renewal:screens:${key}` as never, values)
}
