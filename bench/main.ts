import { readFileSync, writeFileSync } from 'fs'
import { getPayload } from 'payload'

import config from '../payload.config'
import { createBenchHouse } from './house'
import { benchRenewal } from './renewal'

/** `main.ts prepare|measure <files> <note>`: the house is made by another process, whose memory must not count. */
const [step, size, note] = process.argv.slice(2) as [string, string, string]
const payload = await getPayload({ config })
if (step === 'prepare')
  writeFileSync(note, JSON.stringify(await createBenchHouse({ files: Number(size), payload })))
else {
  const house = JSON.parse(readFileSync(note, 'utf8'))
  for await (const measure of benchRenewal({ house, payload, size: Number(size) }))
    process.stdout.write(`${JSON.stringify(measure)}\n`)
}
await payload.destroy()
process.exit(0)
