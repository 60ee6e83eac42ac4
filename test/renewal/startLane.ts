import { spawn } from 'child_process'
import path from 'path'

import type { Program } from '../helpers/programs'

import { programOf } from '../helpers/programs'

const root = path.resolve(import.meta.dirname, '../..')

export type Lane = {
  /** How many chunks it did; `null` when it was killed before its end. */
  ended: Promise<null | number>
  kill: () => void
  /** It is connected and begins to work. */
  ready: Promise<void>
}

/** Starts a lane in a process of its own on the test's database. */
export const startLane = async ({
  crashAt,
  program = 'laneWorker',
  runID,
  uri,
}: {
  /** Where it ends without warning; see `crashPoint`. */
  crashAt?: string
  /** Another program that works on a run. */
  program?: Program
  /** The run, or what else its program works on. */
  runID: string
  uri: string
}): Promise<Lane> => {
  const child = spawn(process.execPath, [programOf(program), runID], {
    cwd: root,
    // The tables are there: a worker that pushed them again would only be slower to kill.
    env: {
      ...process.env,
      ...(crashAt && { CRASH_AT: crashAt }),
      DATABASE_URI: uri,
      NODE_ENV: 'test',
      NODE_OPTIONS: '',
      PAYLOAD_MIGRATING: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let failure = ''
  child.stderr.on('data', (data) => (failure += data))
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      said += data
      if (said.includes('ready\n')) resolve()
    })
    child.on('close', () => reject(new Error(`The lane never began: ${failure.slice(-800)}`)))
  })
  ready.catch(() => undefined)
  return {
    ended: new Promise((resolve) => {
      child.on('close', () => {
        const done = /done (\d+)/.exec(said)
        resolve(done ? Number(done[1]) : null)
      })
    }),
    kill: () => child.kill('SIGKILL'),
    ready,
  }
}
