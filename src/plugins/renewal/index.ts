import type { Plugin } from 'payload'

import { deepMergeSimple } from 'payload/shared'

import { addTool } from '../../collections/addTool'
import { registerRunKind } from '../../jobs/runs/runKinds'
import { registerTick } from '../../jobs/startJobs'
import { RenewalBatches } from './collections/RenewalBatches'
import { endpoints } from './endpoints'
import { startDueBatches } from './jobs/dueBatches'
import { renewalRun } from './jobs/renewalRun'
import { undoRun } from './jobs/undoRun'
import { renewalKind, undoKind } from './renewalKinds'
import { translations } from './translations'

const runActions = '/plugins/renewal/components/RunActions#RunActions'
const undoActions = '/plugins/renewal/components/UndoActions#UndoActions'

/** Renews last season's sold subscriptions into the next season (manuals 1 and 2). */
export const renewalPlugin = (): Plugin => (config) => {
  registerRunKind(renewalRun)
  registerRunKind(undoRun)
  registerTick('Scheduled renewals', startDueBatches)
  const { admin = {} } = config
  return {
    ...config,
    admin: {
      ...admin,
      components: {
        ...admin.components,
        beforeDashboard: [
          ...(admin.components?.beforeDashboard ?? []),
          '/plugins/renewal/components/LatestRuns#LatestRuns',
        ],
        views: {
          ...admin.components?.views,
          batches: {
            Component: '/plugins/renewal/views/BatchesView#BatchesView',
            exact: true,
            meta: { title: 'renewal:screens:batches' },
            path: '/batches',
          },
        },
      },
      // Components that are named by data, not by a field or view, so that the import map knows them.
      dependencies: {
        ...admin.dependencies,
        renewalRunActions: { type: 'component', path: runActions },
        renewalUndoActions: { type: 'component', path: undoActions },
      },
    },
    collections: addTool(config.collections, RenewalBatches),
    custom: {
      ...config.custom,
      runActions: {
        ...config.custom?.runActions,
        [renewalKind]: { components: [runActions] },
        [undoKind]: { components: [undoActions] },
      },
    },
    endpoints: [...(config.endpoints ?? []), ...endpoints],
    i18n: {
      ...config.i18n,
      translations: deepMergeSimple(translations, config.i18n?.translations ?? {}),
    },
  }
}
