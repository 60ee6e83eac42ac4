import type { TestMongoDB } from './mongodb'

import { startMongoDB } from './mongodb'

declare global {
  var startedMongoDB: TestMongoDB | undefined
}

/** For a single file run by hand with `TEST_DATABASE=mongodb npx jest …`; the suite brings its own MongoDB along. */
const globalSetup = async (): Promise<void> => {
  if (process.env.TEST_DATABASE !== 'mongodb' || process.env.TEST_MONGODB_URI) return
  const { mongodb, reasons } = await startMongoDB()
  if (!mongodb) throw new Error(`There is no MongoDB to test on.\n${reasons.join('\n')}`)
  globalThis.startedMongoDB = mongodb
  process.env.TEST_MONGODB_URI = mongodb.uri
  console.log(`\nTesting on ${mongodb.name}`)
}

export default globalSetup
