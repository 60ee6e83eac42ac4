import { spawn } from 'child_process'
import { readdirSync, statSync, utimesSync } from 'fs'
import path from 'path'
import { fileURLToPath } from 'url'

import { SetupError } from '../utilities/SetupError'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Next writes it last. */
const BUILD = path.join(root, '.next/BUILD_ID')

/** What the build is made of; a change in any of it makes the build old. */
const SOURCES = ['src', 'next.config.mjs', 'package-lock.json', 'payload.config.ts']

/**
 * Builds the panel (about a minute) when there is no build, or one that is older than the code: a panel of yesterday on
 * operations of today fails in ways nobody understands.
 *
 * @throws SetupError when the build fails; what it said stands above
 */
export const buildWhereNeeded = async (): Promise<void> => {
  const startedAt = new Date()
  const builtAt = changedAt(BUILD)
  if (SOURCES.every((source) => newestIn(path.join(root, source)) <= builtAt)) return
  console.error(
    builtAt ? 'The code is newer than the panel: building it.' : 'Building the panel, once.',
  )
  const build = spawn(
    process.execPath,
    [path.join(root, 'node_modules/next/dist/bin/next'), 'build'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      // To stderr: stdout belongs to the answer of the command.
      stdio: ['ignore', process.stderr, process.stderr],
    },
  )
  const code = await new Promise((resolve) => build.on('close', resolve))
  if (code !== 0) throw new SetupError('The panel could not be built; the reason stands above.')
  // What was changed meanwhile may be in the build or not, so it must count as newer.
  utimesSync(BUILD, startedAt, startedAt)
}

const changedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

const newestIn = (place: string): number => {
  const stats = statSync(place, { throwIfNoEntry: false })
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0
  return Math.max(0, ...readdirSync(place).map((name) => newestIn(path.join(place, name))))
}
