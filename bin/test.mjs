#!/usr/bin/env node
// `npm test`: the whole suite, on both databases.
import { spawn } from 'node:child_process'
import path from 'node:path'

import { install, root } from './install.mjs'

install()
const main = path.join(root, 'test/helpers/suite/main.ts')
const child = spawn(process.execPath, ['--import', 'tsx', main, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
// Whoever stops this means the databases and browsers of the tests too.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.once('exit', (code) => process.exit(code ?? 1))
