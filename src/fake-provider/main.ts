import { readFileSync } from 'fs'
import { parseArgs } from 'util'

import { openClock } from './clock'
import { faultsSchema, openFaults } from './faults'
import { startServer } from './server'
import { openStore } from './store'

const USAGE = `node --import tsx src/fake-provider/main.ts --data <folder> [--port <number>] [--host <address>] [--faults <file>] [--seed <text>] [--until-input-ends]

A payment provider to try things with: no money moves. Says where it listens in one line of JSON.
  --data    where its ledger is kept
  --port    0 or nothing for a free one
  --host    127.0.0.1 unless given; whoever reaches it may do everything with it
  --faults  a JSON document of what goes wrong
  --seed    of the dice that choose among the probabilities of that document
  --until-input-ends  ends with whatever writes to its standard input: nobody is left behind
`

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      faults: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string', default: '0' },
      seed: { type: 'string' },
      'until-input-ends': { type: 'boolean' },
    },
  })
  if (!values.data || !/^\d+$/.test(values.port)) throw new Error(USAGE)
  const store = openStore(values.data)
  const faults = openFaults(store)
  if (values.faults || values.seed) {
    const document = values.faults ? JSON.parse(readFileSync(values.faults, 'utf8')) : {}
    faults.set(faultsSchema.parse({ ...document, ...(values.seed && { seed: values.seed }) }))
  }
  const provider = { clock: openClock(store), faults, store }
  const { host, port } = values
  const { address, stop } = await startServer({ host, port: Number(port), provider })
  process.stdout.write(`${JSON.stringify({ address })}\n`)

  const end = () => {
    void stop().finally(() => {
      store.close()
      process.exit(0)
    })
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  if (values['until-input-ends']) process.stdin.once('close', end).resume()
}

main().catch((err: Error) => {
  process.stderr.write(`${err.message}\n`)
  process.exit(1)
})
