import type { CollectionSlug, Payload } from 'payload'

import type { DemoHouse } from '../catalogue'
import type { DemoProvider } from './demoProvider'

import { group, neighbour } from '../houses/institutions'
import { subscriberLines } from '../subscribers'
import { accountOfSale, cardOfSale } from '../saleMeans'
import { demoMethods } from './demoMethods'

/** The name under which the group of the demo has its account at the practice provider. */
export const DEMO_MERCHANT = group.code

/** The published example of an Austrian creditor, and of an Austrian account. */
const CREDITOR = {
  creditorCountry: 'AT',
  creditorHouseNumber: '4',
  creditorIBAN: 'AT611904300234573201',
  creditorID: 'AT61ZZZ01234567890',
  creditorPostcode: '6900',
  creditorStreet: 'Seestraße',
  creditorTown: 'Bregenz',
}

type Args = {
  house: DemoHouse
  payload: Payload
  provider: DemoProvider
  /** What the dates of last season's sales are relative to. */
  today: Date
  /** Of the panel: the provider sends its messages there. */
  url: string
}

/**
 * Sets up how each site of the demo takes money: the group's accounts at the practice provider and at the bank, and the payment methods
 * of all sites. The cards and mandates of last season move to the practice provider, under the tokens that stand in the files of
 * subscribers.
 */
export const createDemoPayments = async ({
  house,
  payload,
  provider,
  today,
  url,
}: Args): Promise<void> => {
  const create = async (collection: string, data: Record<string, unknown>): Promise<string> =>
    String(
      (
        await payload.create({
          collection: collection as CollectionSlug,
          data: data as never,
          depth: 0,
          overrideAccess: true,
        })
      ).id,
    )
  const secrets = { secretKey: 'demo-secret-key', webhookSecret: 'demo-webhook-secret' }
  const institution = house.group.id
  const account = await create('payment-accounts', {
    ...secrets,
    name: 'Practice provider',
    address: provider.address,
    institution,
    provider: 'fake',
  })
  const bank = await create('payment-accounts', {
    ...CREDITOR,
    name: 'Bank (SEPA)',
    creditorName: house.group.name,
    institution,
    provider: 'sepaFile',
  })
  await provider.openMerchant({
    ...secrets,
    id: DEMO_MERCHANT,
    webhookURL: `${url}/api/payment/webhooks/${account}`,
  })
  for (const [spec, of, accounts] of [
    [group, house.group, { bank, provider: account }],
    [neighbour, house.neighbour, {}],
  ] as const)
    for (const site of spec.sites)
      for (const method of demoMethods({ accounts, site }))
        await create('payment-methods', {
          ...method,
          institution: of.id,
          site: of.sites[site.code]!.id,
        })
  await provider.takeOver(demoTokens(today))
}

/** Every token of last season's files, once, with the test card or account that says how it behaves. */
const demoTokens = (today: Date): Parameters<DemoProvider['takeOver']>[0] => {
  const tokens = new Map<string, Parameters<DemoProvider['takeOver']>[0][number]>()
  for (const site of group.sites)
    for (const { soldFile } of subscriberLines({ site, today })) {
      const { alias, mandate } = soldFile.payment
      if (!alias || tokens.has(alias)) continue
      const card = cardOfSale(soldFile)
      const account = accountOfSale({ ...soldFile, site })
      tokens.set(
        alias,
        card
          ? {
              expMonth: card.expMonth,
              expYear: card.expYear,
              kind: 'card',
              merchant: DEMO_MERCHANT,
              number: card.number,
              token: alias,
            }
          : {
              kind: 'sepa',
              mandateDate: account!.signedOn.toISOString().slice(0, 10),
              mandateRef: mandate,
              merchant: DEMO_MERCHANT,
              number: account!.iban,
              token: alias,
            },
      )
    }
  return [...tokens.values()]
}
