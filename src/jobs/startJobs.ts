import type { Payload } from 'payload'

import { readMany } from '../database/bulk'
import { onShutdown, onStart } from '../utilities/lifecycle'
import { handOutLane } from './handOutLane'
import { defineOutboxLanes, handOutOutboxLanes } from './outbox/outboxLanes'
import { ACTIVE_STATES } from './runs/createRun'
import { runLane } from './runs/runLane'
import { signsOfLife } from './signsOfLife'
import { createAgenda, startAgenda, stopAgenda } from './startAgenda'

type Tick = (args: { payload: Payload }) => Promise<void>

const ticks = new Map<string, Tick>()

/** Registers what a worker looks after every few seconds, for example batches whose date has come. */
export const registerTick = (name: string, tick: Tick): void => {
  ticks.set(name, tick)
}

/** Lanes per run: as many processes can take part. SQLite has one writer, so more than one lane would only wait. */
const lanesOf = (payload: Payload): number => (payload.db.name === 'sqlite' ? 1 : 4)
const LANES_PER_PROCESS = 2

/**
 * Starts the workers of this process (every role but `web`): Agenda hands out lanes of active runs, and looks every two seconds
 * for runs without one, so that whatever stopped half way goes on by itself.
 */
export const startJobs = (): void =>
  onStart(async ({ payload, role }) => {
    if (role === 'web') return
    const agenda = createAgenda({ payload, processEvery: 1000 })
    const ending = new AbortController()
    agenda.define<{ run: string }>(
      'run-lane',
      async (job) => {
        try {
          await runLane({
            ...signsOfLife({ ending: ending.signal, job, payload }),
            payload,
            runID: job.attrs.data.run,
          })
        } catch (err) {
          // The next look hands the run to a new lane.
          payload.logger.error({ err, msg: `A lane of run ${job.attrs.data.run} ended early` })
        }
      },
      { concurrency: LANES_PER_PROCESS },
    )
    defineOutboxLanes({ agenda, payload, signal: ending.signal })
    const handOutLanes: Tick = () => handOutOutboxLanes({ agenda, payload })
    agenda.define('look-after-runs', async () => {
      for (const [name, tick] of [...ticks, ['Outbox', handOutLanes] as const])
        await tick({ payload }).catch((err: unknown) =>
          payload.logger.error({ err, msg: `${name} failed` }),
        )
      const active = await readMany({
        collection: 'runs',
        payload,
        select: [],
        where: { state: [...ACTIVE_STATES] },
      })
      for (const { id } of active)
        for (let lane = 0; lane < lanesOf(payload); lane++)
          await handOutLane({ name: 'run-lane', agenda, data: { lane, run: id } })
    })
    await startAgenda({ agenda })
    await agenda.every('2 seconds', 'look-after-runs')
    onShutdown({
      name: 'Workers',
      stop: async () => {
        ending.abort()
        await stopAgenda({ agenda })
      },
    })
  })
