import { createInterface } from 'readline'

import { databaseAdapter } from '../../src/database/adapter'
import { insertMany, readMany, updateMany } from '../../src/database/bulk'
import { inTransaction } from '../../src/database/inTransaction'
import { takeNumbers } from '../../src/database/takeNumbers'
import { places } from './collections'
import { openContract } from './startContract'

// A second process on the same database. It does what each line on its input asks for, and answers in one line.
const lines = createInterface({ input: process.stdin })
// Whoever asks is gone.
lines.on('close', () => process.exit(0))

const uri = process.env.DATABASE_URI!
const payload = await openContract({ db: databaseAdapter(uri), uri })

const answers: Record<string, (argument: string) => Promise<unknown>> = {
  /** Opens a transaction, writes a line and changes the sum, says so, and never ends it. */
  hang: () =>
    new Promise((resolve) => {
      void inTransaction({
        payload,
        work: async (req) => {
          const docs = [{ key: 'unfinished' }]
          await insertMany({ collection: places, docs, payload, req })
          const data = { price: 99 }
          await updateMany({ collection: places, data, payload, req, where: { key: 'sum' } })
          resolve('hanging')
          await new Promise(() => undefined)
        },
      })
    }),
  /** Holds a transaction open for some milliseconds. */
  hold: (milliseconds) =>
    new Promise((resolve) => {
      void inTransaction({
        payload,
        work: async (req) => {
          await insertMany({ collection: places, docs: [{ key: 'held' }], payload, req })
          resolve('holding')
          await new Promise((done) => setTimeout(done, Number(milliseconds)))
        },
      })
    }),
  /** Adds to a sum, a line for each, under numbers of a common counter. */
  write: async (count) => {
    const numbers: number[] = []
    for (let i = 0; i < Number(count); i++) numbers.push(await writeOne())
    return numbers
  },
}

/** Reads a sum, adds one and writes a line, in one transaction. @returns the number of the line */
const writeOne = () =>
  inTransaction({
    payload,
    work: async (req) => {
      const [sum] = await readMany({ collection: places, payload, req, where: { key: 'sum' } })
      const number = await takeNumbers({ count: 1, key: 'line', payload, req })
      await insertMany({ collection: places, docs: [{ key: `line ${number}` }], payload, req })
      await payload.update({
        id: sum!.id,
        collection: places,
        data: { price: sum!.price + 1 } as never,
        req,
      })
      return number
    },
  })

console.log('answer "ready"')
lines.on('line', (line) => {
  const [what, argument] = line.split(' ')
  void answers[what!]!(argument!).then((answer) => console.log(`answer ${JSON.stringify(answer)}`))
})
