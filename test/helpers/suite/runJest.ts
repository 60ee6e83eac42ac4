import { spawn } from 'child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'

export type Outcome = {
  failed: number
  passed: number
  /** What failed, each in a line. */
  failures: string[]
  /** How many tests each file ran. */
  perFile: Map<string, number>
  skipped: number
  /** What was skipped, each in a line. */
  skips: string[]
}

export const nothing = (): Outcome => ({
  failed: 0,
  failures: [],
  passed: 0,
  perFile: new Map(),
  skipped: 0,
  skips: [],
})

type Report = {
  numFailedTests: number
  numPassedTests: number
  numPendingTests: number
  numRuntimeErrorTestSuites: number
  numTodoTests: number
  testResults: {
    name: string
    assertionResults: { fullName: string; status: string }[]
    message: string
    status: string
  }[]
}

/**
 * Runs Jest on some files in a process of its own and reads what it counted. A file that cannot even be loaded, and a Jest that ended
 * without a report, count as a failure each.
 */
export const runJest = async ({
  env,
  files,
  options = [],
  root,
  title,
}: {
  env: Record<string, string | undefined>
  files: string[]
  options?: string[]
  root: string
  /** Stands before what failed or was skipped. */
  title: string
}): Promise<Outcome> => {
  if (!files.length) return nothing()
  const folder = mkdtempSync(path.join(tmpdir(), 'reprise-jest-'))
  const reportFile = path.join(folder, 'report.json')
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx'],
      path.join(root, 'node_modules/jest/bin/jest.js'),
      // A handle that a test left open must not hold up the rest for ever.
      '--forceExit',
      '--json',
      `--outputFile=${reportFile}`,
      ...options,
      '--runTestsByPath',
      ...files,
    ],
    {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = await new Promise<string>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`)),
  )
  process.off('exit', kill)
  const report = existsSync(reportFile)
    ? (JSON.parse(readFileSync(reportFile, 'utf8')) as Report)
    : undefined
  rmSync(folder, { force: true, recursive: true })
  if (!report) return { ...nothing(), failed: 1, failures: [`${title}: Jest ended with ${ended}.`] }
  return toOutcome({ ended, report, root, title })
}

const toOutcome = ({
  ended,
  report,
  root,
  title,
}: {
  ended: string
  report: Report
  root: string
  title: string
}): Outcome => {
  const inOneLine = (file: string, text: string) =>
    `${title}: ${path.relative(root, file)}: ${text}`
  const named = (...statuses: string[]) =>
    report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => statuses.includes(status))
        .map(({ fullName }) => inOneLine(name, fullName)),
    )
  const unloaded = report.testResults
    .filter(({ assertionResults, status }) => status === 'failed' && !assertionResults.length)
    .map(({ name, message }) => inOneLine(name, message.trim().split('\n').slice(0, 3).join(' ')))
  const outcome: Outcome = {
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    failures: [...named('failed'), ...unloaded],
    passed: report.numPassedTests,
    perFile: new Map(
      report.testResults.map(({ name, assertionResults }) => [name, assertionResults.length]),
    ),
    skipped: report.numPendingTests + report.numTodoTests,
    skips: named('pending', 'todo', 'disabled'),
  }
  // A set-up or tear-down of the whole run that fails is no test's failure.
  if (ended !== 'code 0' && !outcome.failed)
    return { ...outcome, failed: 1, failures: [`${title}: Jest ended with ${ended}.`] }
  return outcome
}

/** Both together. */
export const add = (one: Outcome, two: Outcome): Outcome => ({
  failed: one.failed + two.failed,
  failures: [...one.failures, ...two.failures],
  passed: one.passed + two.passed,
  perFile: new Map([...one.perFile, ...two.perFile]),
  skipped: one.skipped + two.skipped,
  skips: [...one.skips, ...two.skips],
})
