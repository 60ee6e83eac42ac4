import type { Plugin } from 'payload'

import { deepMergeSimple } from 'payload/shared'

import { addTool } from '../../collections/addTool'
import { registerRunKind } from '../../jobs/runs/runKinds'
import { registerSealedField } from '../../operations/sealed/sealedFields'
import { onStart } from '../../utilities/lifecycle'
import { SubscriberImports } from './collections/SubscriberImports'
import { endpoints } from './endpoints'
import { importKind, importRun } from './jobs/importRun'
import { sealedParts } from './operations/sealMeans'
import { sweepSpoolFolders } from './parsing/spoolFolders'
import { translations } from './translations'

const runActions = '/plugins/subscriber-import/components/RunActions#RunActions'

/** Brings last season's subscribers in from a file of the old system. */
export const subscriberImportPlugin = (): Plugin => (config) => {
  registerRunKind(importRun)
  registerSealedField(sealedParts)
  onStart(sweepSpoolFolders)
  return {
    ...config,
    admin: {
      ...config.admin,
      // Named by data, not by a field or view, so that the import map knows it.
      dependencies: {
        ...config.admin?.dependencies,
        subscriberImportRunActions: { type: 'component', path: runActions },
      },
    },
    collections: addTool(config.collections, SubscriberImports),
    custom: {
      ...config.custom,
      runActions: {
        ...config.custom?.runActions,
        [importKind]: { components: [runActions] },
      },
    },
    endpoints: [...(config.endpoints ?? []), ...endpoints],
    i18n: {
      ...config.i18n,
      translations: deepMergeSimple(translations, config.i18n?.translations ?? {}),
    },
  }
}
