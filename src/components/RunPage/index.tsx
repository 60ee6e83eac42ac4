import type { DocumentViewServerProps } from 'payload'

import { Gutter, SetDocumentStepNav } from '@payloadcms/ui'
import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import { notFound } from 'next/navigation'

import { isPluginOn } from '../../access/isPluginOn'
import { slugs } from '../../collections/slugs'
import { describeProgress } from '../../endpoints/runs/runProgress'
import { mayReadRuns, maySteerRuns, visibleRun } from '../../endpoints/runs/visibleRun'
import { readMany } from '../../database/bulk'
import { runKindNamed } from '../../jobs/runs/runKinds'
import { RunView } from './RunView'
import './index.scss'

/** What a plugin offers on the page of its runs: `payload.config.custom.runActions[<kind>]`. */
export type RunActions = Record<string, { components: string[] }>

/** The page of one run: how far it is, and its results to work from. */
export const RunPage = async ({ doc, i18n, initPageResult, payload }: DocumentViewServerProps) => {
  const { req } = initPageResult
  if (!req.user || !mayReadRuns(req) || !doc?.id) return notFound()
  const run = await visibleRun(req, String(doc.id)).catch(() => null)
  if (!run) return notFound()
  const actions = (payload.config.custom?.runActions as RunActions | undefined)?.[run.kind]
  const { namespace, plugin } = runKindNamed(run.kind)
  const isOn = !plugin || (await isPluginOn({ plugin, req, siteID: run.site }))
  const canSteer = maySteerRuns(req)
  const [site] = await readMany({ collection: 'sites', payload, where: { id: run.site } })
  const progress = await describeProgress({ req, run })
  return (
    <main>
      <Gutter className="run-page">
        <SetDocumentStepNav
          collectionSlug={slugs.runs}
          id={run.id}
          pluralLabel={payload.collections[slugs.runs].config.labels.plural}
          useAsTitle="title"
        />
        <RunView
          canSteer={canSteer}
          currency={site?.currency ?? ''}
          initial={progress}
          isPluginOn={isOn}
          isSimulation={run.simulation}
          kind={i18n.t(`${namespace}:kinds:${run.kind}` as never)}
          runID={run.id}
          site={site?.name ?? ''}
          timeZone={site?.timeZone ?? 'UTC'}
        >
          {actions &&
            isOn &&
            canSteer &&
            RenderServerComponent({
              clientProps: {
                batchID: run.batch,
                counts: progress.counts,
                isSimulation: run.simulation,
                runID: run.id,
                state: run.state,
              },
              Component: actions.components,
              importMap: payload.importMap,
              serverProps: { i18n, payload, req, run },
            })}
        </RunView>
      </Gutter>
    </main>
  )
}
