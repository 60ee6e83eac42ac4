// What `npm test` and `npm run demo` begin with: both work from a fresh clone.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

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

/** Runs a program in the project with its output shown. Returns the exit code. */
export const run = (command, args, env = {}) => {
  const { signal, status } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  return signal ? 1 : (status ?? 1)
}

/** Installs what package-lock.json names, where that is not there yet; ends the process when it cannot. */
export const install = () => {
  if (isInstalled()) return
  console.log('Installing what package-lock.json names …')
  const failed = run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (failed) process.exit(failed)
}
