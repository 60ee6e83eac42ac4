import type { Plugin } from 'payload'

import { registerRunKind } from '../../jobs/runs/runKinds'
import { importRun } from './jobs/importRun'

/** Brings last season's subscribers in from a file of the old system. */
export const subscriberImportPlugin = (): Plugin => (config) => {
  registerRunKind(importRun)
  return config
}
