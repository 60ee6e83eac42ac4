import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import { readMany } from '../../../database/bulk'
import { defineEndpoint } from '../../../endpoints/defineEndpoint'
import { RepriseError } from '../../../utilities/errors'
import { paymentSlugs } from '../collections/slugs'
import { openAccount } from '../operations/openAccount'
import { FILE_PROVIDER } from '../sepa/fileProvider'
import { receiveEvents } from '../operations/receiveEvents'
import { WebhookRefused } from '../providers/types'

/** A message of a provider is a few kilobytes. */
const LIMIT_BYTES = 512 * 1024

/** Whether any site of the institution takes payments; where none does there is nobody to tell. */
const isOn = async (req: PayloadRequest, institution: string): Promise<boolean> => {
  const { docs } = await req.payload.find({
    collection: 'sites',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: { institution: { equals: institution } },
  })
  return docs.some(({ plugins }) => (plugins as string[] | undefined)?.includes('payments'))
}

/**
 * Where providers send their messages, an address per account. Anybody may call it; only what is signed with the account's key is
 * believed, and the body is taken as it came, byte for byte.
 */
export const webhook = defineEndpoint({
  anonymous: true,
  handler: async ({ input, req }) => {
    const [account] = await readMany<{ id: string; institution: string; provider: string }>({
      collection: paymentSlugs.accounts as 'sites',
      payload: req.payload,
      select: ['institution', 'provider'],
      where: { id: input.params.id },
    })
    if (!account || account.provider === FILE_PROVIDER || !(await isOn(req, account.institution)))
      throw new RepriseError('notFound')
    const rawBody = Buffer.from(await req.arrayBuffer!())
    if (rawBody.length > LIMIT_BYTES) throw new RepriseError('tooLarge')
    let events
    try {
      const { provider } = await openAccount({ accountID: account.id, payload: req.payload })
      events = provider.parseWebhook({ headers: Object.fromEntries(req.headers), rawBody })
    } catch (err) {
      // Without a key that opens there is nothing to check a signature with: the provider tries again once it is put right.
      if (!(err instanceof WebhookRefused))
        req.payload.logger.error({ err, msg: `Messages for account ${account.id} cannot be read` })
      throw new RepriseError('signatureWrong')
    }
    await receiveEvents({ account, events, payload: req.payload })
    return { received: events.length }
  },
  input: { params: z.object({ id: z.string().max(60) }) },
  method: 'post',
  output: z.object({ received: z.number() }),
  path: '/payment/webhooks/:id',
  summary: 'Messages of a payment provider about charges, signed with the key of the account',
  transaction: false,
  who: () => true,
})
