import path from 'path'
import { parseArgs } from 'util'

import type { Outcome } from './runJest'
import type { SpecFiles } from './specFiles'

import { startMongoDB } from '../mongodb'
import { buildApplication } from './buildApplication'
import { add, nothing, runJest } from './runJest'
import { specFiles } from './specFiles'

const USAGE = `npm test -- [--only unit|sqlite|mongodb|e2e] [--campaign] [part of a path …]

Runs everything once on SQLite, what uses a database again on MongoDB, then the end-to-end tests in a browser.
  --only      one of these parts alone
  --campaign  the long campaigns (crashes, races) at full length
MONGODB_URI names a MongoDB to use; REQUIRE_MONGODB=1 takes a missing one for a failure.`

const PARTS = ['unit', 'sqlite', 'mongodb', 'e2e'] as const
type Part = (typeof PARTS)[number]

const root = path.resolve(import.meta.dirname, '../../..')
const started = Date.now()

const main = async (): Promise<void> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      campaign: { type: 'boolean' },
      help: { type: 'boolean' },
      only: { type: 'string' },
    },
  })
  if (values.help) return console.log(USAGE)
  const only = values.only as Part | undefined
  if (only && !PARTS.includes(only)) throw new Error(`There is no part "${only}".\n\n${USAGE}`)
  if (values.campaign) process.env.CAMPAIGN = 'full'
  const isWanted = (part: Part) => !only || only === part
  const files = specFiles(root, positionals)

  let total = nothing()
  const count = (title: string, outcome: Outcome) => {
    const seconds = Math.round((Date.now() - started) / 1000)
    const { failed, passed, skipped } = outcome
    console.log(
      `\n${title}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s so far)`,
    )
    total = add(total, outcome)
  }

  const onMongoDB = [...files.database, ...files.onlyMongoDB]
  // It may have to be downloaded or installed first: that goes on while SQLite is tested.
  const mongodb = isWanted('mongodb') && onMongoDB.length ? startMongoDB() : undefined

  const onSQLite = [
    ...(isWanted('unit') ? files.unit : []),
    ...(isWanted('sqlite') ? [...files.database, ...files.onlySQLite] : []),
  ]
  if (onSQLite.length) {
    console.log(`\n── On SQLite: ${onSQLite.length} files`)
    count(
      'On SQLite',
      await runJest({ env: { TEST_DATABASE: 'sqlite' }, files: onSQLite, root, title: 'SQLite' }),
    )
  }
  if (mongodb) count('On MongoDB', await runOnMongoDB({ files, found: await mongodb, seen: total }))
  if (isWanted('e2e') && files.e2e.length) count('End to end', await runEndToEnd(files.e2e))
  finish(total)
}

const runOnMongoDB = async ({
  files,
  found: { mongodb, reasons },
  seen,
}: {
  files: SpecFiles
  found: Awaited<ReturnType<typeof startMongoDB>>
  seen: Outcome
}): Promise<Outcome> => {
  const onMongoDB = [...files.database, ...files.onlyMongoDB]
  if (mongodb) {
    console.log(`\n── On MongoDB: ${onMongoDB.length} files on ${mongodb.name}`)
    for (const reason of reasons) console.log(`   not on ${reason}`)
    try {
      const env = { TEST_DATABASE: 'mongodb', TEST_MONGODB_URI: mongodb.uris.join(' ') }
      return await runJest({ env, files: onMongoDB, root, title: 'MongoDB' })
    } finally {
      await mongodb.stop()
    }
  }
  // As many as these files ran on SQLite; a file that did not run there counts as one.
  const missed = onMongoDB.reduce((sum, file) => sum + (seen.perFile.get(file) ?? 1), 0)
  const reason = `There is no MongoDB to test on, so ${missed} tests did not run:`
  const lines = [reason, ...reasons.map((line) => `  ${line}`)]
  return process.env.REQUIRE_MONGODB === '1'
    ? { ...nothing(), failed: missed, failures: lines }
    : { ...nothing(), skipped: missed, skips: lines }
}

/** Three servers, each with a browser, at a time: while one waits for a page, the others work. */
const runEndToEnd = async (files: string[]): Promise<Outcome> => {
  console.log(`\n── End to end: ${files.length} files`)
  const reason = await buildApplication(root)
  if (reason) return { ...nothing(), failed: 1, failures: [reason] }
  return runJest({
    env: { TEST_DATABASE: 'sqlite' },
    files,
    options: ['--maxWorkers=3'],
    root,
    title: 'End to end',
  })
}

/** The last line is the one that is read by machines. */
const finish = ({ failed, failures, passed, skipped, skips }: Outcome): void => {
  if (skips.length) console.log(`\nSKIPPED\n  ${skips.join('\n  ')}`)
  if (failures.length) console.log(`\nFAILED\n  ${failures.join('\n  ')}`)
  if (!passed && !failed) console.log('\nNo test ran.')
  console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
  process.exit(failed || !passed ? 1 : 0)
}

process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))
main().catch((err: Error) => {
  console.error(err.message)
  process.exit(1)
})
