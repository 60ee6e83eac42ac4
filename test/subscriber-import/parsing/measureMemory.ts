import { importFields } from '../../../src/plugins/subscriber-import/parsing/importFields'
import { normaliseRow } from '../../../src/plugins/subscriber-import/parsing/normaliseRow'
import { readRows } from '../../../src/plugins/subscriber-import/parsing/readRows'

/** Reads the file named on the command line and prints the most memory in use, in megabytes, with counts. */
const mapping = Object.fromEntries(importFields.map(({ key }) => [key, key]))
const MEGABYTE = 1_000_000

let good = 0
let heap = 0
let rows = 0
const look = () => {
  globalThis.gc?.()
  const { external, heapUsed } = process.memoryUsage()
  heap = Math.max(heap, (heapUsed + external) / MEGABYTE)
}
for await (const row of readRows({ fileName: 'list', path: process.argv[2]! })) {
  if ('value' in normaliseRow({ ...row, currencyDecimals: 2, defaultCountry: 'CH', mapping }))
    good++
  if (++rows % 500 === 0) look()
}
const rss = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ good, heap: Math.round(heap), rows, rss: Math.round(rss) }))
