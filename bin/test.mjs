#!/usr/bin/env node
// `npm test`: the whole suite, on both databases.
import path from 'node:path'

import { install, root, run } from './install.mjs'

install()
// Node 20 does not see a module that tsx is still loading as a reason to stay.
const stay = 'data:text/javascript,setInterval(() => undefined, 60000)'
process.exitCode = run(process.execPath, [
  ...['--import', stay, '--import', 'tsx'],
  path.join(root, 'test/helpers/suite/main.ts'),
  ...process.argv.slice(2),
])
