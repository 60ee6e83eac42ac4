import { mkdtemp, rm } from 'fs/promises'
import { tmpdir } from 'os'
import path from 'path'

import type { Output } from './command'

import { benches } from '../../bench/benches'
import { defineCommand } from './command'

type Options = { size?: string[] }

/** `reprise bench`: speed as ratios to what is measured in the same run; each size in a process and a database of its own. */
export const bench = defineCommand<Options>({
  name: 'bench',
  arguments: [{ name: '[bench]', description: `which one (${benches[0]!.name})` }],
  description: 'measure speed and memory against references of the same run',
  help: `
${benches.map(({ name, description, sizes }) => `  ${name.padEnd(8)} ${description}; sizes ${sizes.join(', ')}`).join('\n')}

Uses a database of its own in the temporary folder; DATABASE_URI=mongodb://… uses that database instead, which must be a real
mongod, and leaves its house in it.
Each line of --json is { bench, measure, size, value, unit, reference, ratio }.`,
  options: [{ description: 'sizes other than the usual ones', flags: '--size <files...>' }],
  run: async ({ arguments: [name = benches[0]!.name], options, output }) => {
    const { SetupError } = await import('../utilities/SetupError')
    const chosen = benches.find((one) => one.name === name)
    if (!chosen)
      throw new SetupError(
        `There is no bench "${name}". There is: ${benches.map((one) => one.name).join(', ')}`,
      )
    const sizes = options.size?.map(Number) ?? chosen.sizes
    if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0))
      throw new SetupError(`--size takes whole numbers above 0, not "${options.size!.join(' ')}".`)
    const { runStep } = await import('../../bench/runStep')
    for (const size of sizes) {
      const folder = await mkdtemp(path.join(tmpdir(), 'reprise-bench-'))
      try {
        for (const step of ['prepare', 'measure'] as const)
          await runStep({ name, folder, onLine: (line) => report(line, output), size, step })
      } finally {
        await rm(folder, { force: true, recursive: true })
      }
    }
  },
})

const report = (line: string, output: Output) => {
  const row = JSON.parse(line)
  output.json(row)
  const ratio = row.ratio === null ? row.reference : `${row.ratio.toFixed(2)} × ${row.reference}`
  output.text(
    `${row.bench} ${String(row.size).padStart(6)}  ${row.measure.padEnd(24)} ${row.value.toFixed(0).padStart(7)} ${row.unit.padEnd(8)} ${ratio}`,
  )
}
