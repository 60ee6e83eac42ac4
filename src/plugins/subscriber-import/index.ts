import type { Plugin } from 'payload'

import { deepMergeSimple } from 'payload/shared'

import { registerRunKind } from '../../jobs/runs/runKinds'
import { SubscriberImports } from './collections/SubscriberImports'
import { endpoints } from './endpoints'
import { importRun } from './jobs/importRun'
import { translations } from './translations'

/** Brings last season's subscribers in from a file of the old system. */
export const subscriberImportPlugin = (): Plugin => (config) => {
  registerRunKind(importRun)
  return {
    ...config,
    collections: [...(config.collections ?? []), SubscriberImports],
    endpoints: [...(config.endpoints ?? []), ...endpoints],
    i18n: {
      ...config.i18n,
      translations: deepMergeSimple(translations, config.i18n?.translations ?? {}),
    },
  }
}
