#!/usr/bin/env node
// The code is TypeScript and runs as it is: tsx translates it while Node loads it.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
process.env.TSX_TSCONFIG_PATH ??= path.join(root, 'tsconfig.json')

await import('tsx')
await import('../src/cli/index.ts')
