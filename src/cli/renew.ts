import type { Payload } from 'payload'

import type { Output } from './command'

import { summaryLines } from '../plugins/renewal/operations/summaryLines'
import { renewalKind, undoKind } from '../plugins/renewal/renewalKinds'
import { defineCommand } from './command'
import { exitCodes } from './exitCodes'
import { withPayload } from './withPayload'

type Options = {
  list?: boolean
  live?: boolean
  resume?: string
  simulate?: boolean
  user?: string
}

/** `reprise renew`: runs a renewal batch here and now, with progress, in this process. */
export const renew = defineCommand<Options>({
  name: 'renew',
  arguments: [{ name: '[batch]', description: 'name or id of the batch, as in Tools › Batches' }],
  description: 'run a renewal batch now and print its results by reason',
  help: `
Workers of a running server take part in the same run; nothing is renewed twice. Stop it with Ctrl-C: the run stays and goes on with
--resume. Exit code 3: it was stopped; 4: done, but some subscriptions failed.
Examples:
  reprise renew "Season 26/27" --simulate
  reprise renew "Season 26/27" --live --json`,
  options: [
    { description: 'list the batches', flags: '--list' },
    { description: 'decide and report everything, write nothing', flags: '--simulate' },
    { description: 'renew for real, whatever the batch says', flags: '--live' },
    { description: 'go on with a run that was stopped or failed', flags: '--resume <run>' },
    { description: 'e-mail of the account on whose behalf it runs', flags: '--user <email>' },
  ],
  run: async ({ arguments: [wanted], options, output }) =>
    withPayload(async (payload) => {
      if (options.list) return listBatches(payload, output)
      const { SetupError } = await import('../utilities/SetupError')
      if (!wanted && !options.resume)
        throw new SetupError('Say which batch. "reprise renew --list" shows them all.')
      const runID = options.resume
        ? await resume(payload, options.resume)
        : await startBatch(payload, wanted!, options)
      return watch({ output, payload, runID })
    }),
})

const listBatches = async (payload: Payload, output: Output) => {
  const { docs } = await payload.find({
    collection: 'renewal-batches' as 'sites',
    depth: 1,
    overrideAccess: true,
    pagination: false,
    sort: 'name',
  })
  for (const doc of docs as Record<string, any>[]) {
    output.text([doc.id, doc.name, doc.site?.name, doc.state].join('\t'))
    output.json({ id: doc.id, name: doc.name, site: doc.site?.code, state: doc.state })
  }
}

const ownKinds: readonly string[] = [renewalKind, undoKind]

const resume = async (payload: Payload, runID: string): Promise<string> => {
  const [{ readRun }, { ACTIVE_STATES, resumeRun }, { RepriseError }, { SetupError }] =
    await Promise.all([
      import('../jobs/runs/runLane'),
      import('../jobs/runs/createRun'),
      import('../utilities/errors'),
      import('../utilities/SetupError'),
    ])
  const run = await readRun(payload, runID)
  if (!run || !ownKinds.includes(run.kind))
    throw new SetupError(`There is no run ${runID} of a batch.`)
  // One that is under way, perhaps of a process that was killed, is only worked on.
  const isActive = ACTIVE_STATES.some((state) => state === run.state)
  if (!isActive && !(await resumeRun({ payload, run })))
    throw new RepriseError('conflict', {
      says: {
        message: 'reprise:runPage:cannotGoOn',
        nextStep: 'reprise:runPage:cannotGoOnNext',
      },
    })
  return run.id
}

const startBatch = async (payload: Payload, wanted: string, options: Options): Promise<string> => {
  const [{ createLocalReq }, { refusePluginOff }, { readBatch }, { startRenewal }, { SetupError }] =
    await Promise.all([
      import('payload'),
      import('../access/isPluginOn'),
      import('../plugins/renewal/operations/readBatch'),
      import('../plugins/renewal/operations/startRenewal'),
      import('../utilities/SetupError'),
    ])
  const { docs } = await payload.find({
    collection: 'renewal-batches' as 'sites',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    where: { name: { equals: wanted } },
  })
  if (docs.length > 1)
    throw new SetupError(`Several batches are called "${wanted}". Use the id: reprise renew --list`)
  const req = await createLocalReq({}, payload)
  if (options.user) {
    const { docs: users } = await payload.find({
      collection: 'users',
      depth: 0,
      overrideAccess: true,
      where: { email: { equals: options.user.toLowerCase() } },
    })
    if (!users[0]) throw new SetupError(`There is no account for ${options.user}.`)
    req.user = { ...users[0], collection: 'users' } as never
  }
  const batchID = docs[0] ? String(docs[0].id) : wanted
  const batch = await readBatch({ batchID, payload, req, trusted: true })
  if (!batch)
    throw new SetupError(`There is no batch "${wanted}". "reprise renew --list" shows them all.`)
  await refusePluginOff({ payload, plugin: 'renewal', siteID: batch.site })
  const simulation = options.live ? false : options.simulate ? true : batch.simulation
  return startRenewal({ batch, payload, req, simulation })
}

/** Works on a run in this process and shows how far it is. */
const watch = async ({
  output,
  payload,
  runID,
}: {
  output: Output
  payload: Payload
  runID: string
}) => {
  const [{ readRun, runLane }, { progressOf }, { ACTIVE_STATES, stopRun }, { showProgress }] =
    await Promise.all([
      import('../jobs/runs/runLane'),
      import('../jobs/runs/progressOf'),
      import('../jobs/runs/createRun'),
      import('./showProgress'),
    ])
  const stop = async () => {
    const run = await readRun(payload, runID)
    if (run) await stopRun({ payload, run })
  }
  process.once(
    'SIGINT',
    () =>
      void stop().catch((err: unknown) =>
        payload.logger.error({ err, msg: `Run ${runID} could not be stopped` }),
      ),
  )
  const write = (text: string) => void process.stdout.write(text)
  const isTerminal = process.stdout.isTTY && !output.isJSON
  const endProgress = isTerminal ? showProgress({ payload, runID, write }) : undefined
  try {
    await runLane({ payload, runID })
    // Lanes of other processes may still be at work.
    for (
      let run = await readRun(payload, runID);
      run && ACTIVE_STATES.some((state) => state === run!.state);
      run = await readRun(payload, runID)
    )
      await runLane({ payload, runID })
  } finally {
    endProgress?.()
  }
  const run = (await readRun(payload, runID))!
  const { counts } = await progressOf({ payload, run })
  output.text(
    `${run.title}: ${run.state}${run.simulation ? ' (simulation, nothing was written)' : ''}`,
  )
  for (const line of summaryLines(counts)) output.text(line)
  output.json({
    counts,
    error: run.error,
    run: run.id,
    simulation: run.simulation,
    state: run.state,
  })
  if (run.state === 'failed') {
    output.text(`It stopped: ${run.error}. Go on with: reprise renew --resume ${run.id}`)
    return exitCodes.failed
  }
  if (run.state === 'stopped') {
    output.text(`It was stopped. Go on with: reprise renew --resume ${run.id}`)
    return exitCodes.refused
  }
  return counts.failed ? exitCodes.findings : exitCodes.done
}
