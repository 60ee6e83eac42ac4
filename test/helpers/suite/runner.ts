import type { Test, TestResult } from '@jest/test-result'
import type { Config } from '@jest/types'

import { spawn } from 'child_process'
import { build, stop } from 'esbuild'
import { once } from 'events'
import { rmSync } from 'fs'
import path from 'path'
import { setTimeout } from 'timers/promises'

import type { Task } from './specProcess'

import { holdsCardNumber } from '../expectNoCardNumber'
import { packedIn, PROGRAMS } from '../programs'
import { packSources } from './packSources'

const root = path.resolve(import.meta.dirname, '../../..')

/**
 * Lets Jest run each test file in a process of its own, packed. In the contexts that Jest's own runner makes, two thousand files are
 * loaded anew for each test file and each mention of a global is looked up, slowly: the suite took half as long again.
 */
export default class Runner {
  constructor(private readonly globalConfig: Config.GlobalConfig) {}

  async runTests(
    tests: Test[],
    watcher: { isInterrupted: () => boolean },
    onStart: (test: Test) => Promise<void>,
    onResult: (test: Test, result: TestResult) => Promise<void>,
    onFailure: (test: Test, error: unknown) => Promise<void>,
  ): Promise<void> {
    const folder = path.join(root, '.cache/specs', String(process.pid))
    try {
      await pack({ files: tests.map(({ path: file }) => file), folder })
      const packed = (file: string) => packedIn(folder, path.relative(root, file))
      const waiting = tests.toSorted((one, other) => startOf(one) - startOf(other))
      const work = async (workerID: number) => {
        for (let test = waiting.shift(); test; test = waiting.shift()) {
          if (watcher.isInterrupted()) return
          await onStart(test)
          const { config } = test.context
          const { globalConfig } = this
          const task = { config, globalConfig, packed: packed(test.path), spec: test.path }
          await runFile({ folder, program: packed(PROGRAM), task, workerID }).then(
            (result) => onResult(test, result),
            (error) => onFailure(test, error),
          )
        }
      }
      await Promise.all(Array.from({ length: this.globalConfig.maxWorkers }, (_, i) => work(i + 1)))
    } finally {
      rmSync(folder, { force: true, recursive: true })
    }
  }
}

/** What takes longest starts first, the longest at the front: begun last, it would keep everybody waiting. */
const LONGEST = [
  'renewal/once',
  'payments/once',
  'access/tenancy',
  'jobs/mailCrashes',
  'jobs/resuming',
  'architecture/sources',
  'payments/reminders',
  'payments/debitCrashes',
  'jobs/twoWorkers',
  'bench/bench',
  'access/roles',
  'server/cli',
  'e2e/batches',
  'e2e/access',
  'e2e/season',
  'e2e/directDebits',
  'e2e/failedPayments',
]

const startOf = ({ path: file }: Test): number => {
  const place = LONGEST.findIndex((name) => file.includes(`${path.sep}${path.normalize(name)}.`))
  return place < 0 ? LONGEST.length : place
}

const PROGRAM = path.join(import.meta.dirname, 'specProcess.ts')

/** Packs all files of a run and what they start at once, so that they share what they import. */
const pack = async ({ files, folder }: { files: string[]; folder: string }) => {
  await build({
    ...packSources,
    entryPoints: [...files, ...Object.values(PROGRAMS), PROGRAM],
    outbase: root,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    sourcemap: 'linked',
    sourcesContent: false,
    splitting: true,
  })
  await stop()
}

const runFile = ({
  folder,
  program,
  task,
  workerID,
}: {
  folder: string
  program: string
  task: Task
  workerID: number
}): Promise<TestResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], {
      cwd: root,
      env: {
        ...process.env,
        JEST_WORKER_ID: String(workerID),
        NODE_ENV: 'test',
        TEST_PACKED: folder,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const kill = () => child.kill('SIGKILL')
    process.once('exit', kill)
    let said = ''
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (piece: Buffer) => {
        process.stderr.write(piece)
        said += String(piece)
      })
    let result: TestResult | undefined
    child.once('message', (message) => (result = message as TestResult))
    child.once('error', reject)
    const closed = once(child, 'close')
    child.once('exit', async (code, signal) => {
      process.off('exit', kill)
      // What it said last is still to be read; a program that it has left behind may hold the pipe for ever.
      await Promise.race([closed, setTimeout(1000)])
      if (holdsCardNumber(said)) reject(new Error('The number of a card is in the log.'))
      else if (result) resolve(result)
      else reject(new Error(`The test file ended with ${signal ?? `code ${code}`}.`))
    })
    child.send(task)
  })
