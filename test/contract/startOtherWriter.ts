import { spawn } from 'child_process'
import { createInterface } from 'readline'

import { programOf } from '../helpers/programs'

/** Starts another process on the same database; see `otherWriter.ts` for what it can be asked. */
export const startOtherWriter = async (
  uri: string,
): Promise<{ ask: (what: string) => Promise<any>; kill: () => Promise<void> }> => {
  const child = spawn(process.execPath, [programOf('otherWriter')], {
    env: {
      ...process.env,
      DATABASE_URI: uri,
      NODE_ENV: 'test',
      NODE_OPTIONS: '',
      PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextAnswer = async () => {
    for (;;) {
      const { done, value } = await lines.next()
      if (done) throw new Error('The other process has ended.')
      if (value.startsWith('answer ')) return JSON.parse(value.slice('answer '.length))
    }
  }
  await nextAnswer()
  return {
    ask: (what) => {
      child.stdin.write(`${what}\n`)
      return nextAnswer()
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
