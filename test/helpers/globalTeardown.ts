import { rmSync } from 'fs'
import path from 'path'

/** Takes away what `globalSetup` made. */
const globalTeardown = async (): Promise<void> => {
  rmSync(path.dirname(process.env.TEST_TEMPLATE!), { force: true, recursive: true })
  await globalThis.startedMongoDB?.stop()
}

export default globalTeardown
