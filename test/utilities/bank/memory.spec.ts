import { describe, expect, it } from '@jest/globals'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { programOf } from '../../helpers/programs'

/** In a process of its own, so that nothing else is in the figure. */
const measure = async (what: string, count: number) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', programOf('bankMemory'), what, String(count)],
    { env: { ...process.env, NODE_OPTIONS: '' } },
  )
  return JSON.parse(stdout) as { done: number; heap: number }
}

describe('memory', () => {
  it.each(['read', 'write'])(
    'should %s ten thousand payments with the memory of a thousand',
    async (what) => {
      const few = await measure(what, 1000)
      const many = await measure(what, 10_000)
      expect(few.done).toBe(1000)
      expect(many.done).toBe(10_000)
      // Their keys, by which the same one twice is known, are kept: less than a tenth of a kilobyte each. The files have six megabytes.
      expect(many.heap - few.heap).toBeLessThan(4)
    },
    180_000,
  )
})
