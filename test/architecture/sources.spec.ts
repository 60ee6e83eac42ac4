import { describe, expect, it } from '@jest/globals'
import { spawnSync } from 'child_process'
import path from 'path'

const root = path.resolve(import.meta.dirname, '../..')
const LIMIT_MS = 300_000

/** Runs a tool of the project on all of it. @returns what it complains about; nothing when all is well */
const complaints = (tool: string, ...args: string[]): string => {
  const { error, status, stderr, stdout } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules', tool), ...args],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' } },
  )
  if (error) throw error
  return status === 0 ? '' : `${stdout}\n${stderr}`.trim()
}

describe('the sources', () => {
  it(
    'should type-check',
    () => expect(complaints('typescript/bin/tsc', '--noEmit')).toBe(''),
    LIMIT_MS,
  )

  it(
    'should pass the linter',
    () => expect(complaints('eslint/bin/eslint.js', '.')).toBe(''),
    LIMIT_MS,
  )

  it(
    'should be formatted',
    () =>
      expect(complaints('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')).toBe(
        '',
      ),
    LIMIT_MS,
  )
})
