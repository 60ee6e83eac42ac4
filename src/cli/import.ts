import type { Payload } from 'payload'

import { defineCommand } from './command'
import { exitCodes } from './exitCodes'
import { withPayload } from './withPayload'

type Options = {
  acceptPrices?: boolean
  allOrNothing?: boolean
  check?: boolean
  criterion?: string
  map?: string[]
  season: string
  site: string
}

/** `reprise import`: last season's subscribers from a file of the old system. */
export const importCommand = defineCommand<Options>({
  name: 'import',
  arguments: [{ name: '<file>', description: 'CSV or XLSX; what it is shows in its content' }],
  description: 'check a file of subscribers, or bring it in',
  help: `
The columns are proposed from the headers; --map changes them: --map tariffCode=Ermässigung --map remarks=
Importing the same file again adds nothing. Exit code 3: it was stopped; 4: some lines were refused, which are listed with their number and the
reason.
Examples:
  reprise import subscribers.csv --site theater --season 2025 --check
  reprise import subscribers.csv --site theater --season 2025 --criterion stop`,
  options: [
    { description: 'code of the site', flags: '--site <code>', required: true },
    {
      description: 'code of the season in which they were sold',
      flags: '--season <code>',
      required: true,
    },
    { description: 'code of the criterion that "terminated" answers', flags: '--criterion <code>' },
    { description: 'read and report every line, import nothing', flags: '--check' },
    { description: 'import nothing if a single line is bad', flags: '--all-or-nothing' },
    { description: 'take over prices that differ from the catalogue', flags: '--accept-prices' },
    {
      description: 'which column a field comes from; empty leaves it out',
      flags: '--map <field=column...>',
    },
  ],
  run: async ({ arguments: [file], options, output }) =>
    withPayload(async (payload) => {
      const [
        { refusePluginOff },
        { startImport },
        { noteCodes },
        { progressOf },
        { readRun, runLane },
        { wordsOf },
        { initI18n },
        { readMany },
        { translations },
      ] = await Promise.all([
        import('../access/isPluginOn'),
        import('../plugins/subscriber-import/operations/startImport'),
        import('../plugins/subscriber-import/operations/types'),
        import('../jobs/runs/progressOf'),
        import('../jobs/runs/runLane'),
        import('../jobs/runs/wordsOf'),
        import('@payloadcms/translations'),
        import('../database/bulk'),
        import('../plugins/subscriber-import/translations'),
      ])
      const site = await byCode(payload, 'sites', options.site)
      await refusePluginOff({ payload, plugin: 'subscriber-import', siteID: site })
      const season = await byCode(payload, 'seasons', options.season, { site: { equals: site } })
      const { runID } = await startImport({
        acceptOtherPrices: options.acceptPrices,
        criterion: options.criterion ? await byCode(payload, 'criteria', options.criterion) : null,
        mapping: Object.fromEntries((options.map ?? []).map(readMap)),
        mode: options.check ? 'check' : options.allOrNothing ? 'allOrNothing' : 'goodOnly',
        path: file!,
        payload,
        season,
        site,
      })
      await runLane({ payload, runID })
      const run = (await readRun(payload, runID))!
      // One that has failed keeps them with its chunks.
      const { counts } = await progressOf({ payload, run })
      const reasons: Record<string, string> = translations.en.subscriberImport.reasons
      const rows = await readMany({
        collection: 'run-rows',
        payload,
        sort: 'position',
        where: { outcome: 'refused', run: runID },
      })
      for (const row of rows) {
        const { column, value } = (row.details ?? {}) as { column?: string; value?: string }
        output.text(
          `line ${row.position}: ${reasons[row.reason] ?? row.reason} ${[column, value].filter(Boolean).join(': ')}`,
        )
        output.json({ column, line: row.position, reason: row.reason, value })
      }
      output.text(
        `${counts.imported ?? 0} imported, ${counts.good ?? 0} good, ${counts.known ?? 0} in already, ${counts.refused ?? 0} refused, ${counts.heldBack ?? 0} held back`,
      )
      if (counts.cards || counts.mandates)
        output.text(`${counts.cards ?? 0} cards and ${counts.mandates ?? 0} mandates stored`)
      for (const code of noteCodes)
        if (counts[`reason:${code}`])
          output.text(`${counts[`reason:${code}`]} files: ${reasons[code]}`)
      output.json({ counts, error: run.error, run: runID, state: run.state })
      if (run.state === 'stopped') {
        output.text('It was stopped. Go on with it in the panel, on its page.')
        return exitCodes.refused
      }
      if (run.state !== 'done') {
        const i18n = await initI18n({ config: payload.config.i18n, context: 'api', language: 'en' })
        if (run.error) output.text(wordsOf({ i18n, t: i18n.t as never }, run).error(run.error))
        return exitCodes.failed
      }
      return counts.refused ? exitCodes.findings : exitCodes.done
    }),
})

const readMap = (entry: string): [string, null | string] => {
  const at = entry.indexOf('=')
  return [entry.slice(0, at), entry.slice(at + 1) || null]
}

const byCode = async (
  payload: Payload,
  collection: 'criteria' | 'seasons' | 'sites',
  code: string,
  where = {},
) => {
  const { docs } = await payload.find({
    collection,
    depth: 0,
    overrideAccess: true,
    pagination: false,
    where: { and: [{ code: { equals: code } }, where] },
  })
  if (docs.length === 1) return String(docs[0]!.id)
  const { SetupError } = await import('../utilities/SetupError')
  throw new SetupError(
    docs.length
      ? `Several ${collection} have the code "${code}". Do this in the panel, where you can choose.`
      : `There are no ${collection} with the code "${code}".`,
  )
}
