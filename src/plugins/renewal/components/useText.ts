'use client'

import { useTranslation } from '@payloadcms/ui'

import type { screens } from '../translations/screens'

/** A text for one and for more is asked for by the part of its name that they share. */
type Shared<Name> = Name extends `${infer Start}_one` ? Start : Name
type Key = Shared<keyof (typeof screens)['en']>

/** The texts of this plugin's screens in the language of the person. */
export const useText = () => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  return (key: Key, values: Record<string, number | string> = {}): string =>
    t(`renewal:screens:${key}` as never, values)
}
