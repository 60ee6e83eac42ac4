import type { Plugin } from 'payload'

import { RenewalBatches } from './collections/RenewalBatches'

/** Renews last season's sold subscriptions into the next season (manuals 1 and 2). */
export const renewalPlugin = (): Plugin => (config) => ({
  ...config,
  collections: [...(config.collections ?? []), RenewalBatches],
})
