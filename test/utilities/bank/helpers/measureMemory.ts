import { readBankFile } from '../../../../src/utilities/bank/files/readBankFile'
import { openDirectDebits } from '../../../../src/utilities/bank/directDebits/writeDirectDebits'
import { camtOf, entryOf, transactionOf } from './camt'
import { aCollection, aCreditor } from './collections'

/** Reads or writes as many payments as the command line says and prints the most memory in use, in megabytes, and how many there were. */
const [what, number] = process.argv.slice(2)
const count = Number(number)
const MEGABYTE = 1_000_000

let done = 0
let heap = 0
const look = () => {
  if (++done % 500) return
  globalThis.gc?.()
  const { external, heapUsed } = process.memoryUsage()
  heap = Math.max(heap, (heapUsed + external) / MEGABYTE)
}

/** The file is made while it is read: a batch of all payments in one entry, the worst of shapes. */
async function* bankFile(): AsyncGenerator<Uint8Array> {
  const amount = `${count * 110}.00`
  const [before, after] = camtOf(entryOf({ amount, details: '|' })).split('|')
  yield Buffer.from(before!)
  for (let at = 0; at < count; at++)
    yield Buffer.from(transactionOf({ refs: `<EndToEndId>E${at}</EndToEndId>` }))
  yield Buffer.from(after!)
}

const collections = function* () {
  for (let at = 0; at < count; at++) yield aCollection({ amount: at + 1, endToEndID: `E2E-${at}` })
}

if (what === 'read') {
  for await (const { type } of readBankFile(bankFile())) if (type === 'transaction') look()
} else {
  const opened = await openDirectDebits({
    collections,
    createdAt: new Date(0),
    creditor: aCreditor(),
    msgID: 'MSG-1',
  })
  for await (const piece of opened.pieces()) if (piece.startsWith('<DrctDbtTxInf>')) look()
}
process.stdout.write(JSON.stringify({ done, heap: Math.round(heap) }))
