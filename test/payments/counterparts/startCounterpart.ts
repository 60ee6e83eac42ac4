import { spawn } from 'child_process'
import { createInterface } from 'readline'

import { programOf } from '../../helpers/programs'

export type RunningCounterpart = {
  baseURL: string
  /** Asks something of the counterpart that no provider would answer. */
  control: <T = unknown>(name: string, args?: unknown) => Promise<T>
  stop: () => Promise<void>
}

/** Starts the counterpart of a provider in a process of its own. */
export const startCounterpart = async (
  name: 'datatrans' | 'stripe',
): Promise<RunningCounterpart> => {
  const child = spawn(process.execPath, [programOf(name)], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The counterpart ended with ${code}.`)))
    createInterface({ input: child.stdout }).once('line', (line) => resolve(line.split(' ')[1]!))
  })
  const baseURL = `http://127.0.0.1:${port}`
  return {
    baseURL,
    control: async <T>(control: string, args: unknown = {}) => {
      const answer = await fetch(`${baseURL}/_counterpart/${control}`, {
        body: JSON.stringify(args),
        method: 'POST',
      })
      if (!answer.ok) throw new Error(`The counterpart refuses ${control}: ${await answer.text()}`)
      return (await answer.json()) as T
    },
    stop: async () => {
      child.stdin.end()
      await ended
    },
  }
}
