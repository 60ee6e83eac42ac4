import type { Status } from '@jest/test-result'
import type { Config } from '@jest/types'

import { jestExpect } from '@jest/expect'
import { createEmptyTestResult } from '@jest/test-result'
import { getState, resetState, run } from 'jest-circus'
import { formatExecError, formatResultsErrors } from 'jest-message-util'
import { pathToFileURL } from 'url'

import { inSources } from './inSources'
import { quickPasswords } from './quickPasswords'

export type Task = {
  config: Config.ProjectConfig
  globalConfig: Config.GlobalConfig
  /** The packed test file. */
  packed: string
  spec: string
}

/** From so many on, Jest prints how long a file took. */
const SLOW_MS = 5000

/** Runs one test file in this process, and tells the runner how it ended. */
process.once('message', async ({ config, globalConfig, packed, spec }: Task) => {
  // A failed expectation is deep within its library.
  Error.stackTraceLimit = 30
  resetState()
  const state = getState()
  state.testTimeout = config.testTimeout ?? globalConfig.testTimeout
  if (globalConfig.testNamePattern)
    state.testNamePattern = new RegExp(globalConfig.testNamePattern, 'i')
  jestExpect.setState({ expand: globalConfig.expand, testPath: spec })
  const start = Date.now()
  // In a browser, people log in at a program of its own.
  if (!spec.includes('/e2e/')) quickPasswords()
  await import(pathToFileURL(packed).href)
  const { testResults, unhandledErrors } = await run()
  const results = testResults.map(({ errors, status, testPath, ...result }) => {
    // The first is the block that stands for the file.
    const titles = testPath.slice(1).map(String)
    return {
      ...result,
      ancestorTitles: titles.slice(0, -1),
      failureDetails: [],
      failureMessages: errors.map(inSources),
      fullName: titles.join(' '),
      status: statusOf(status, errors),
      title: titles.at(-1)!,
    }
  })
  const counted = (status: Status) => results.filter((result) => result.status === status).length
  const outside = unhandledErrors.map((stack) =>
    formatExecError({ message: '', stack: inSources(stack) }, config, globalConfig),
  )
  const messages = [formatResultsErrors(results, config, globalConfig, spec), ...outside]
  const end = Date.now()
  const runtime = end - start
  process.send!(
    {
      ...createEmptyTestResult(),
      failureMessage: messages.filter(Boolean).join('\n') || null,
      numFailingTests: counted('failed'),
      numPassingTests: counted('passed'),
      numPendingTests: counted('pending'),
      numTodoTests: counted('todo'),
      perfStats: {
        ...createEmptyTestResult().perfStats,
        end,
        runtime,
        slow: runtime > SLOW_MS,
        start,
      },
      testExecError: unhandledErrors.length
        ? { message: '', stack: unhandledErrors.join('\n') }
        : undefined,
      testFilePath: spec,
      testResults: results,
    },
    // What a test left open must not hold up the rest.
    () => process.exit(0),
  )
})

const statusOf = (status: string, errors: unknown[]): Status => {
  if (status === 'skip') return 'pending'
  if (status === 'todo') return 'todo'
  return errors.length ? 'failed' : 'passed'
}
