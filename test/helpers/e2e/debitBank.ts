import type { E2EServer } from './startServer'

import { parseXML } from '../../../src/utilities/xml/parseXML'
import { CREDITOR } from '../../payments/aDebitHouse'
import { bringIn, untilRun } from './bringIn'

type Args = { server: E2EServer; token: string }

const create = async ({
  body,
  collection,
  server,
  token,
}: { body: object; collection: string } & Args): Promise<string> => {
  const answer = await server.ask({
    body,
    method: 'POST',
    path: `/${collection}?depth=0`,
    token,
  })
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body.doc.id
}

/** An account at the bank, and the payment method of the concert hall that goes through it. */
export const openBank = async (server: E2EServer): Promise<void> => {
  const { id: site, batch } = server.house.group.sites.konzerthaus!
  const base = { institution: batch.institution }
  const token = await server.logIn('admin@dreiland.example')
  const account = await create({
    body: { ...base, ...CREDITOR, name: 'Hausbank', provider: 'sepaFile' },
    collection: 'payment-accounts',
    server,
    token,
  })
  await create({
    body: {
      ...base,
      name: 'Lastschrift',
      account,
      code: 'DEBIT',
      firstAfterDays: 14,
      firstDue: 'afterDays',
      kind: 'directDebit',
      maxInstalments: 10,
      site,
      uses: ['renewal'],
    },
    collection: 'payment-methods',
    server,
    token,
  })
}

/** Last season's subscribers with their mandates, renewed: their instalments are due. */
export const renewConcertHall = async ({ server, token }: Args): Promise<void> => {
  await bringIn({ code: 'konzerthaus', server, token })
  const batchID = await create({
    body: {
      ...server.house.group.sites.konzerthaus!.batch,
      onFailure: 'reservation',
      when: 'byHand',
    },
    collection: 'renewal-batches',
    server,
    token,
  })
  const { body } = await server.ask({
    body: { simulation: false },
    method: 'POST',
    path: `/renewal/batches/${batchID}/start`,
    token,
  })
  await untilRun({ id: body.runID, server, state: 'done', token })
}

/** What a downloaded file holds: how often each element, and the texts of some. */
export const contentOf = async (xml: string) => {
  const counts = new Map<string, number>()
  const texts = new Map<string, string[]>()
  let open = ''
  const stream = (async function* () {
    yield Buffer.from(xml)
  })()
  for await (const _ of parseXML({
    handlers: {
      onOpen: (name) => {
        open = name
        counts.set(name, (counts.get(name) ?? 0) + 1)
      },
      onText: (text) => void texts.set(open, [...(texts.get(open) ?? []), text]),
    },
    stream,
  }));
  return { counts, texts }
}
