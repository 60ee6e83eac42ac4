import { getPayload } from 'payload'

import config from '../payload.config'
import { benchRenewal } from './renewal'

const payload = await getPayload({ config })
for await (const measure of benchRenewal({ payload, size: Number(process.argv[2]) }))
  process.stdout.write(`${JSON.stringify(measure)}\n`)
await payload.destroy()
process.exit(0)
