#!/usr/bin/env node
// `npm run demo`: from nothing to a renewed and paid season, and the panel to look at it. `-- --exit` ends after the summary.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'

import { install, root, run } from './install.mjs'

const FOLDER = './data/demo'

/** Starts the practice provider, which ends when this process does. Returns its address, and what ends it. */
const startProvider = async () => {
  const program = path.join(root, 'src/fake-provider/main.ts')
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program, '--data', `${FOLDER}/provider`, '--until-input-ends'],
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const line = await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('close', () => reject(new Error('The practice provider has not started.')))
  })
  return { address: JSON.parse(line).address, end: () => child.kill() }
}

install()
rmSync(path.join(root, FOLDER), { force: true, recursive: true })
const provider = await startProvider()
const env = {
  DATABASE_URI: `file:${FOLDER}/demo.db`,
  DISABLE_PAYLOAD_HMR: 'true',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  NODE_ENV: 'production',
  REPRISE_FAKE_PROVIDER_URL: provider.address,
  UPLOAD_FOLDER: `${FOLDER}/uploads`,
}
let code = run(process.execPath, ['--import', 'tsx', path.join(root, 'src/demo/main.ts')], env)
if (!code && !process.argv.includes('--exit')) {
  console.log(`\nThe books of the practice provider: ${provider.address}`)
  console.log('Starting the panel. The first time it is built, which takes a minute or two.')
  code = run(process.execPath, [path.join(root, 'bin/reprise.mjs'), 'start'], env)
}
provider.end()
process.exit(code)
