import { mkdtempSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'

import type { TestMongoDB } from './mongodb'

import { startMongoDB } from './mongodb'

declare global {
  var startedMongoDB: TestMongoDB | undefined
}

/**
 * Before the first file of a run: names the template of `startFromTemplate`, and for a run by hand with
 * `TEST_DATABASE=mongodb npx jest …` gets a MongoDB; the suite brings its own along.
 */
const globalSetup = async (): Promise<void> => {
  process.env.TEST_TEMPLATE = path.join(mkdtempSync(path.join(tmpdir(), 'reprise-')), 'template.db')
  if (process.env.TEST_DATABASE !== 'mongodb' || process.env.TEST_MONGODB_URI) return
  const { mongodb, reasons } = await startMongoDB()
  if (!mongodb) throw new Error(`There is no MongoDB to test on.\n${reasons.join('\n')}`)
  globalThis.startedMongoDB = mongodb
  process.env.TEST_MONGODB_URI = mongodb.uris.join(' ')
  console.log(`\nTesting on ${mongodb.name}`)
}

export default globalSetup
