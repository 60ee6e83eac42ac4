import { readFileSync, writeFileSync } from 'fs'
import path from 'path'
import { getPayload } from 'payload'

import type { Payload } from 'payload'

import { benches } from './benches'
import { refuseSubstitute } from './refuseSubstitute'

/** `main.ts <bench> prepare|measure <size> <folder>`: two processes, so that the memory of making a house does not count. */
const [name, step, size, folder] = process.argv.slice(2) as [string, string, string, string]
const note = path.join(folder, 'note.json')
let payload: Payload | undefined
const openPayload = async () => {
  if (payload) return payload
  const { default: config } = await import('../payload.config')
  return (payload = await getPayload({ config }))
}

const { bench } = await benches.find((one) => one.name === name)!.load()
const args = { folder, openPayload, size: Number(size) }
try {
  if (step === 'prepare') {
    await refuseSubstitute(await openPayload())
    writeFileSync(note, JSON.stringify((await bench.prepare(args)) ?? null))
  } else
    for await (const measure of bench.measure({
      ...args,
      note: JSON.parse(readFileSync(note, 'utf8')),
    }))
      process.stdout.write(`${JSON.stringify(measure)}\n`)
  await payload?.destroy()
  process.exit(0)
} catch (err) {
  // The command tells the person; its process has nothing else to read this one's end from.
  const { name: kind, message, stack } = err as Error
  process.stdout.write(`${JSON.stringify({ error: { kind, message, stack } })}\n`)
  process.exit(1)
}
