import { spawn } from 'child_process'
import path from 'path'

import { programOf } from './programs'

const root = path.resolve(import.meta.dirname, '../..')

export type Worker = {
  /** Ends it without a word, as a power cut does. */
  kill: () => Promise<void>
  pid: number
  /** Comes when it has begun to look for work. */
  ready: Promise<void>
  /** Asks it to end, and waits. */
  stop: () => Promise<void>
}

/**
 * The server with `ROLE=worker`, whose Agenda takes up runs by itself, in a process of its own on the test's database.
 *
 * @param env changes to the environment of the test
 */
export const startWorker = async ({
  env = {},
  uri,
}: {
  env?: Record<string, string>
  uri: string
}): Promise<Worker> => {
  const child = spawn(process.execPath, [programOf('worker')], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URI: uri,
      DISABLE_PAYLOAD_HMR: 'true',
      HOST: '127.0.0.1',
      NODE_ENV: 'test',
      NODE_OPTIONS: '',
      // The tables are there.
      PAYLOAD_MIGRATING: 'true',
      PORT: '0',
      ROLE: 'worker',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const ready = new Promise<void>((resolve, reject) => {
    const listen = (piece: Buffer) => {
      said = `${said}${piece}`.slice(-20_000)
      if (said.includes('working\n')) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('close', () => reject(new Error(`The worker never began: ${said.slice(-2000)}`)))
  })
  ready.catch(() => undefined)
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const timer = setTimeout(() => child.kill('SIGKILL'), 30_000)
    await closed
    clearTimeout(timer)
  }
  return { kill: () => end('SIGKILL'), pid: child.pid!, ready, stop: () => end('SIGTERM') }
}
