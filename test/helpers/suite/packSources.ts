import type { BuildOptions, Plugin } from 'esbuild'

import { readFileSync } from 'fs'
import path from 'path'
import { pathToFileURL } from 'url'

const root = path.resolve(import.meta.dirname, '../../..')

const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>
}

/** What brings files of its own along, is of the panel alone, or is a tool. */
const EXTERNAL = [
  ...['@payloadcms/next', 'drizzle-kit', 'next', 'react-dom', 'tsx'].flatMap((name) => [
    name,
    `${name}/*`,
  ]),
  ...['json-schema-to-typescript', 'libsql', 'pino', 'pino-pretty', 'sharp'],
  ...['typescript', ...Object.keys(devDependencies).filter((name) => name !== '@jest/globals')],
]

// In two parts: the sources packed here are searched for it too.
const META = ['import', 'meta'].join('.')

/** A source that asks where it lies is told so, wherever the packed file lies. */
const whereSourcesLie: Plugin = {
  name: 'where sources lie',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.tsx?$/ }, ({ path: file }) => {
      if (!file.startsWith(root) || file.includes('node_modules')) return
      const contents = readFileSync(file, 'utf8')
      if (!contents.includes(META)) return
      return {
        contents: contents
          .replaceAll(`${META}.dirname`, JSON.stringify(path.dirname(file)))
          .replaceAll(`${META}.url`, JSON.stringify(pathToFileURL(file).href)),
        loader: file.endsWith('x') ? 'tsx' : 'ts',
      }
    }),
}

/**
 * How sources of the product and its tests are packed with what they import, to start several times as fast: two thousand files need not
 * be found, read and translated by each process of the tests.
 */
export const packSources: BuildOptions = {
  absWorkingDir: root,
  alias: {
    '@jest/globals': path.join(root, 'test/helpers/suite/globals.ts'),
    '@payload-config': path.join(root, 'payload.config.ts'),
  },
  // CommonJS packages among them ask for these.
  banner: {
    js: `import { createRequire as requireFrom } from 'module'; const require = requireFrom(${META}.url), __dirname = ${META}.dirname, __filename = ${META}.filename;`,
  },
  bundle: true,
  external: EXTERNAL,
  format: 'esm',
  jsx: 'automatic',
  loader: { '.css': 'empty', '.scss': 'empty' },
  logLevel: 'error',
  // Half of a start goes into reading what was packed. Names stay as they are.
  minifySyntax: true,
  minifyWhitespace: true,
  platform: 'node',
  plugins: [whereSourcesLie],
  target: 'node20',
}
