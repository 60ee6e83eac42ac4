import { request } from 'http'
import { Readable } from 'stream'

import type { E2EServer } from './startServer'

import { camtOf, entryOf, transactionOf } from '../../utilities/bank/helpers/camt'

type Args = { server: E2EServer; token: string }

export const MEGABYTE = 1024 * 1024

/** Sends a file of the bank as it is made, without ever having it whole, until it is answered. */
export const sendReport = ({
  length,
  pieces,
  server,
  token,
}: { length: number; pieces: Iterable<Buffer> } & Args): Promise<{ body: any; status: number }> =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      `${server.base}/api/payment/bank-files?name=large.xml`,
      {
        headers: {
          Authorization: `JWT ${token}`,
          'Content-Length': length,
          'Content-Type': 'application/xml',
          Origin: server.base,
        },
        method: 'POST',
      },
      (incoming) => {
        let said = ''
        incoming.on('data', (piece) => (said += piece))
        incoming.on('end', () => {
          resolve({ body: JSON.parse(said), status: incoming.statusCode ?? 0 })
          outgoing.destroy()
        })
      },
    )
    outgoing.on('error', reject)
    Readable.from(pieces).pipe(outgoing)
  })

/**
 * Sends a statement of so many megabytes, made while it is sent, all of it about other things.
 *
 * @param brokenAt the megabyte at which it is no XML any more
 * @returns the answer, how many rows there were and how many megabytes had gone when it came, and the most memory of the server meanwhile
 */
export const sendLarge = async ({
  brokenAt,
  megabytes,
  server,
  token,
}: { brokenAt?: number; megabytes: number } & Args) => {
  const row = (at: number) =>
    transactionOf({
      name: 'Zoe Mueller',
      // Banks write a lot; and there may not be more than 200 000 of them.
      more: `<AddtlTxInf>${'Season ticket '.repeat(35)}</AddtlTxInf>`,
      refs: `<EndToEndId>E${String(at).padStart(12, '0')}</EndToEndId>`,
    })
  const rows = Math.ceil((megabytes * MEGABYTE) / row(0).length)
  const [before, after] = camtOf(entryOf({ amount: `${rows * 110}.00`, details: '|' })).split(
    '|',
  ) as [string, string]
  let sent = 0
  const pieces = function* () {
    yield Buffer.from(before)
    for (let at = 0; at < rows; at += 100) {
      const count = Math.min(100, rows - at)
      const piece = Buffer.from(Array.from({ length: count }, (_, i) => row(at + i)).join(''))
      if (brokenAt !== undefined && sent >= brokenAt * MEGABYTE) piece.write('</')
      sent += piece.length
      yield piece
    }
    yield Buffer.from(after)
  }
  let peak = 0
  const timer = setInterval(() => (peak = Math.max(peak, server.memory() ?? 0)), 50)
  const { body: answer } = await sendReport({
    length: before.length + rows * row(0).length + after.length,
    pieces: pieces(),
    server,
    token,
  })
  clearInterval(timer)
  return { answer, peak, rows, sent: sent / MEGABYTE }
}
