import type { Plugin } from 'esbuild'

import { randomUUID } from 'crypto'
import { build, stop } from 'esbuild'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'fs'
import path from 'path'
import { pathToFileURL } from 'url'

const root = path.resolve(import.meta.dirname, '../..')
const parent = path.join(root, '.cache/programs')

/** What brings files of its own along, or is of the panel alone. */
const EXTERNAL = [
  '@payloadcms/next',
  '@payloadcms/next/*',
  '@sparticuz/chromium',
  'drizzle-kit',
  'drizzle-kit/*',
  'json-schema-to-typescript',
  'libsql',
  'mongodb',
  'mongoose',
  'next',
  'next/*',
  'pino',
  'pino-pretty',
  'puppeteer-core',
  'react-dom',
  'react-dom/*',
  'sharp',
]

/**
 * Packs a program of the tests with all it imports into one file that starts four times as fast: two thousand files need not be found,
 * read and translated each time a process is started to be killed. What was packed is kept until a source changes.
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
  await build({
    absWorkingDir: root,
    // CommonJS packages among them ask for these.
    banner: {
      js: "import { createRequire as requireFrom } from 'module'; const require = requireFrom(import.meta.url), __dirname = import.meta.dirname, __filename = import.meta.filename;",
    },
    bundle: true,
    entryPoints: [entry],
    external: EXTERNAL,
    format: 'esm',
    loader: { '.css': 'empty', '.scss': 'empty' },
    logLevel: 'error',
    outfile: part,
    platform: 'node',
    plugins: [whereSourcesLie],
    target: 'node20',
  })
  // Its service would stay for as long as the worker of Jest, one for each test file.
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

/** A source that asks where it lies is told so, wherever the packed file lies. */
const whereSourcesLie: Plugin = {
  name: 'where sources lie',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.tsx?$/ }, ({ path: file }) => {
      if (!file.startsWith(root) || file.includes('node_modules')) return
      const contents = readFileSync(file, 'utf8')
      if (!contents.includes('import.meta.')) return
      return {
        contents: contents
          .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href)),
        loader: file.endsWith('x') ? 'tsx' : 'ts',
      }
    }),
}
