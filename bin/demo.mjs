#!/usr/bin/env node
// `npm run demo`: from nothing to a renewed season, and the panel to look at it. `-- --exit` ends after the summary.
import path from 'node:path'

import { install, root, run } from './install.mjs'

install()
const env = {
  DATABASE_URI: 'file:./data/demo/demo.db',
  DISABLE_PAYLOAD_HMR: 'true',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  NODE_ENV: 'production',
  UPLOAD_FOLDER: './data/demo/uploads',
}
const failed = run(process.execPath, ['--import', 'tsx', path.join(root, 'src/demo/main.ts')], env)
if (failed || process.argv.includes('--exit')) process.exit(failed)
console.log('\nStarting the panel. The first time it is built, which takes a minute or two.')
process.exitCode = run(process.execPath, [path.join(root, 'bin/reprise.mjs'), 'start'], env)
