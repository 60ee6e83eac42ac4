import type { z } from 'zod'

import type { readLedger } from '../../fake-provider/ledger'
import type { takeOverSchema } from '../../fake-provider/takeOver'

type TakenOver = z.input<typeof takeOverSchema>['tokens'][number]

export type DemoMerchant = {
  id: string
  secretKey: string
  webhookSecret: string
  webhookURL: string
}

/** Tokens in one request; a body of the practice provider may have so many bytes. */
const BATCH = 500

export type DemoProvider = ReturnType<typeof openDemoProvider>

/** What the demo asks of the practice provider besides its payments: an account, the cards of another provider, its books. */
export const openDemoProvider = (address: string) => {
  const tell = async (command: string, body: unknown): Promise<void> => {
    const answer = await fetch(`${address}/control/${command}`, {
      body: JSON.stringify(body),
      method: 'POST',
    })
    if (!answer.ok) throw new Error(`The practice provider: ${command}: ${await answer.text()}`)
  }
  return {
    address,
    openMerchant: (merchant: DemoMerchant) => tell('merchants', merchant),
    readLedger: async () =>
      (await (await fetch(`${address}/ledger`)).json()) as ReturnType<typeof readLedger>,
    takeOver: async (tokens: TakenOver[]) => {
      for (let from = 0; from < tokens.length; from += BATCH)
        await tell('tokens', { tokens: tokens.slice(from, from + BATCH) })
    },
  }
}
