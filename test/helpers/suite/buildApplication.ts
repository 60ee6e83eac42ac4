import { spawn } from 'child_process'
import { readdirSync, statSync } from 'fs'
import path from 'path'

/** What the built application is made of. */
const SOURCES = [
  'src',
  'next.config.mjs',
  'package-lock.json',
  'payload.config.ts',
  'tsconfig.json',
]

/**
 * Builds the Next application for the end-to-end tests, unless the build is newer than everything it is made of.
 *
 * @returns the reason when the build failed
 */
export const buildApplication = async (root: string): Promise<string | undefined> => {
  const built = timeOf(path.join(root, '.next/BUILD_ID'))
  const changed = Math.max(...SOURCES.map((source) => newestIn(path.join(root, source))))
  if (built > changed) return undefined
  const child = spawn(
    process.execPath,
    [path.join(root, 'node_modules/next/dist/bin/next'), 'build'],
    {
      cwd: root,
      env: {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
        NODE_OPTIONS: '',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  const code = await new Promise((resolve) => child.once('close', resolve))
  return code === 0 ? undefined : `next build ended with ${code}`
}

const newestIn = (place: string): number => {
  if (!statSync(place).isDirectory()) return timeOf(place)
  return Math.max(
    ...readdirSync(place, { recursive: true }).map((name) =>
      timeOf(path.join(place, String(name))),
    ),
  )
}

/** @returns when a file was last changed, 0 when it is not there */
const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
