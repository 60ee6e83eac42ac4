import { spawn } from 'child_process'
import { mkdtemp, rm } from 'fs/promises'
import { tmpdir } from 'os'
import path from 'path'
import { fileURLToPath } from 'url'

import { defineCommand } from './command'
import { exitCodes } from './exitCodes'

type Options = { size?: string[] }

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const DEFAULT_SIZES = ['2000', '20000', '100000']

/** `reprise bench`: speed as ratios to what is measured in the same run; each size in a process and a database of its own. */
export const bench = defineCommand<Options>({
  name: 'bench',
  arguments: [{ name: '[bench]', description: 'which one: renewal (the default)' }],
  description: 'measure speed and memory against references of the same run',
  help: `
Uses a database of its own in the temporary folder; DATABASE_URI=mongodb://… uses that database instead, and leaves its house in it.
Each line of --json is { bench, measure, size, value, unit, reference, ratio }.`,
  options: [
    { description: `files to renew (${DEFAULT_SIZES.join(' ')})`, flags: '--size <files...>' },
  ],
  run: async ({ arguments: [name = 'renewal'], options, output }) => {
    const { SetupError } = await import('../utilities/SetupError')
    if (name !== 'renewal') throw new SetupError(`There is no bench "${name}". There is: renewal`)
    for (const size of options.size ?? DEFAULT_SIZES) {
      const folder = await mkdtemp(path.join(tmpdir(), 'reprise-bench-'))
      try {
        for (const step of ['prepare', 'measure'] as const) {
          const code = await run({ folder, onLine: (line) => report(line, output), size, step })
          if (code) return exitCodes.failed
        }
      } finally {
        await rm(folder, { force: true, recursive: true })
      }
    }
    return exitCodes.done
  },
})

const report = (
  line: string,
  output: { json: (o: unknown) => void; text: (l: string) => void },
) => {
  if (!line.startsWith('{')) return
  const row = JSON.parse(line)
  output.json(row)
  output.text(
    `${row.bench} ${String(row.size).padStart(6)}  ${row.measure.padEnd(12)} ${row.value.toFixed(0).padStart(7)} ${row.unit.padEnd(8)} ${row.ratio.toFixed(2)} × ${row.reference}`,
  )
}

const run = ({
  folder,
  onLine,
  size,
  step,
}: {
  folder: string
  onLine: (line: string) => void
  size: string
  step: 'measure' | 'prepare'
}) =>
  new Promise<number>((resolve) => {
    const child = spawn(
      process.execPath,
      [
        '--expose-gc',
        '--import',
        'tsx',
        path.join(root, 'bench/main.ts'),
        step,
        size,
        `${folder}/house.json`,
      ],
      {
        cwd: root,
        env: {
          ...process.env,
          DATABASE_URI: process.env.DATABASE_URI ?? `file:${folder}/bench.db`,
          NODE_ENV: 'test',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let rest = ''
    child.stdout.on('data', (data) => {
      const lines = `${rest}${data}`.split('\n')
      rest = lines.pop()!
      lines.forEach(onLine)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
