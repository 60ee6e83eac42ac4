import { spawn } from 'child_process'
import { randomBytes } from 'crypto'
import path from 'path'

import { SetupError } from '../src/utilities/SetupError'
import { root } from './root'

type Args = {
  name: string
  folder: string
  onLine: (line: string) => void
  size: number
  step: 'measure' | 'prepare'
}

/** Never the file of a house: only a MongoDB is taken from the settings, by those who made one for it. */
const databaseOf = (folder: string): string =>
  /^mongodb/.test(process.env.DATABASE_URI ?? '')
    ? process.env.DATABASE_URI!
    : `file:${folder}/bench.db`

/**
 * Runs one half of a bench in a process of its own.
 *
 * @param onLine gets each line of JSON that it prints
 * @throws what it threw: a SetupError as one
 */
export const runStep = ({ name, folder, onLine, size, step }: Args): Promise<void> =>
  new Promise((resolve, reject) => {
    const main = path.join(root, 'bench/main.ts')
    const child = spawn(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', main, name, step, String(size), folder],
      {
        cwd: root,
        env: {
          ...process.env,
          DATABASE_URI: databaseOf(folder),
          NODE_ENV: 'production',
          // Signs nothing that lasts.
          PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? randomBytes(32).toString('hex'),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let rest = ''
    let failure: Error | undefined
    child.stdout.on('data', (data) => {
      const lines = `${rest}${data}`.split('\n')
      rest = lines.pop()!
      for (const line of lines.filter((one) => one.startsWith('{'))) {
        const { error } = JSON.parse(line)
        if (!error) onLine(line)
        else if (error.kind === 'SetupError') failure = new SetupError(error.message)
        else failure = Object.assign(new Error(error.message), { stack: error.stack })
      }
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code) reject(failure ?? new Error(`The bench ended with ${code}.`))
      else resolve()
    })
  })
