import { randomUUID } from 'crypto'
import { build, stop } from 'esbuild'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'fs'
import path from 'path'

import { packSources } from './suite/packSources'

const root = path.resolve(import.meta.dirname, '../..')
const parent = path.join(root, '.cache/programs')

/**
 * Packs a program that tests start, and often kill, with all it imports into one file. What was packed is kept until a source changes.
 *
 * @param entry the file that is started
 * @returns the file to start with Node
 */
export const bundleProgram = (entry: string): Promise<string> => {
  const bundled = turn.then(() => bundle(entry))
  turn = bundled.catch(() => undefined)
  return bundled
}

/** One at a time: who comes second finds what the first has packed. */
let turn: Promise<unknown> = Promise.resolve()

const bundle = async (entry: string): Promise<string> => {
  const version = Math.max(
    ...['src', 'test', 'payload.config.ts', 'package-lock.json'].map((name) => newest(name)),
  )
  const folder = path.join(parent, String(Math.round(version)))
  const file = path.join(folder, path.relative(root, entry).replace(/\.ts$/, '.mjs'))
  if (existsSync(file)) return file
  // Files of earlier sources; not of this minute, when another process may still start from one.
  for (const name of existsSync(parent) ? readdirSync(parent) : [])
    if (Number(name) < Date.now() - KEPT_MS && name !== path.basename(folder))
      rmSync(path.join(parent, name), { force: true, recursive: true })
  const part = `${file}.${randomUUID()}`
  await build({ ...packSources, entryPoints: [entry], outfile: part })
  // Its service would stay for as long as the test file.
  await stop()
  mkdirSync(path.dirname(file), { recursive: true })
  renameSync(part, file)
  return file
}

const KEPT_MS = 3_600_000

const newest = (name: string): number => {
  const full = path.join(root, name)
  const stat = statSync(full)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(
    stat.mtimeMs,
    ...readdirSync(full, { recursive: true }).map(
      (inner) => statSync(path.join(full, String(inner))).mtimeMs,
    ),
  )
}
