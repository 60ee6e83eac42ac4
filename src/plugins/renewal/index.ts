import type { Plugin } from 'payload'

import { deepMergeSimple } from 'payload/shared'

import { registerRunKind } from '../../jobs/runs/runKinds'
import { registerTick } from '../../jobs/startJobs'
import { RenewalBatches } from './collections/RenewalBatches'
import { endpoints } from './endpoints'
import { startDueBatches } from './jobs/dueBatches'
import { renewalRun } from './jobs/renewalRun'
import { undoRun } from './jobs/undoRun'
import { translations } from './translations'

/** Renews last season's sold subscriptions into the next season (manuals 1 and 2). */
export const renewalPlugin = (): Plugin => (config) => {
  registerRunKind(renewalRun)
  registerRunKind(undoRun)
  registerTick('Scheduled renewals', startDueBatches)
  return {
    ...config,
    collections: [...(config.collections ?? []), RenewalBatches],
    endpoints: [...(config.endpoints ?? []), ...endpoints],
    i18n: {
      ...config.i18n,
      translations: deepMergeSimple(translations, config.i18n?.translations ?? {}),
    },
  }
}
