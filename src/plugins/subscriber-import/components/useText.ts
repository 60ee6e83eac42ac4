'use client'

import { useTranslation } from '@payloadcms/ui'

import type { screens } from '../translations/screens'

/** The texts of this plugin's screens in the language of the person. */
export const useText = () => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  return (key: keyof (typeof screens)['en'], values: Record<string, string> = {}): string =>
    t(`subscriberImport:screens:${key}` as never, values)
}
