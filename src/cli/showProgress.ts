import type { Payload } from 'payload'

import { progressOf } from '../jobs/runs/progressOf'
import { readRun } from '../jobs/runs/runLane'

type Args = {
  /** @default 1000 */
  everyMS?: number
  payload: Payload
  runID: string
  write: (text: string) => void
}

/** Writes again and again how far a run is, over the same line of the terminal. @returns what ends it */
export const showProgress = ({ everyMS = 1000, payload, runID, write }: Args): (() => void) => {
  const show = async () => {
    const run = await readRun(payload, runID)
    if (!run) return
    const { processed, secondsLeft, total } = await progressOf({ payload, run })
    write(`\r${processed} of ${total} files, ${secondsLeft ?? '…'} s left   `)
  }
  // What could not be read now is read the next time; the work itself says what is in its way.
  const timer = setInterval(() => void show().catch(() => undefined), everyMS)
  return () => {
    clearInterval(timer)
    write('\r')
  }
}
