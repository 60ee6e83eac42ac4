// Run in a process of its own: `prepareHouse.ts <folder>`. Makes the demo house on DATABASE_URI, and the files that people upload.
import { writeFileSync } from 'fs'
import path from 'path'
import { getPayload } from 'payload'

import type { DemoHouse } from '../../../src/demo/catalogue'

/** What the tests know of the house before they open the browser. */
export type PreparedHouse = {
  /** CSV with one good line and a mistake in each of the others, of the theatre. */
  badFile: string
  /** The file of the old system, by the code of the site. */
  files: Record<string, string>
  house: DemoHouse
  mistakes: { code: string; lineNumber: number }[]
}

const folder = process.argv[2]!

const main = async (): Promise<void> => {
  const { default: config } = await import('../../../payload.config')
  const { createDemoHouse } = await import('../../../src/demo/catalogue')
  const { writeSubscriberFiles } = await import('../../../src/demo/subscribers')
  const { writeBadRowsFile } = await import('../../../src/demo/writeBadRowsFile')
  const payload = await getPayload({ config })
  const house = await createDemoHouse({ password: process.env.HOUSE_PASSWORD!, payload })
  const files = await writeSubscriberFiles({ folder })
  const badFile = path.join(folder, 'fehlerhaft.csv')
  const mistakes = await writeBadRowsFile({ path: badFile })
  const prepared: PreparedHouse = {
    badFile,
    files: Object.fromEntries(files.map(({ path: file, site }) => [site, file])),
    house,
    mistakes,
  }
  writeFileSync(path.join(folder, 'house.json'), JSON.stringify(prepared))
  await payload.destroy()
}

// Node 20 does not see a module that tsx is still loading as a reason to stay.
const stay = setInterval(() => undefined, 60_000)
main()
  .catch((err: unknown) => {
    console.error(err)
    process.exitCode = 1
  })
  .finally(() => {
    clearInterval(stay)
    process.exit()
  })
