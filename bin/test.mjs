#!/usr/bin/env node
// `npm test`: works from a fresh clone, so it begins with what is needed to begin.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Whether what is installed is what the lock file says; by version, because times mean nothing after a checkout. */
const isInstalled = () => {
  const installedList = path.join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installedList)) return false
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const installed = packagesOf(installedList)
  return Object.entries(packagesOf(path.join(root, 'package-lock.json'))).every(
    ([name, { optional, version }]) =>
      !name || optional || !version || installed[name]?.version === version,
  )
}

const run = (command, args) => {
  const { signal, status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  return signal ? 1 : (status ?? 1)
}

if (!isInstalled()) {
  console.log('Installing what package-lock.json names …')
  const failed = run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (failed) process.exit(failed)
}
// Node 20 does not see a module that tsx is still loading as a reason to stay.
const stay = 'data:text/javascript,setInterval(() => undefined, 60000)'
process.exitCode = run(process.execPath, [
  ...['--import', stay, '--import', 'tsx'],
  path.join(root, 'test/helpers/suite/main.ts'),
  ...process.argv.slice(2),
])
