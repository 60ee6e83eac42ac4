import type { Payload, PayloadRequest } from 'payload'

import { slugs } from '../collections/slugs'
import { idOf } from '../utilities/idOf'

/** Why customers see a file in their personal space, or do not; sentences under `reprise:shopVisibility`. */
export type ShopVisibility = {
  code: 'channelNotInShop' | 'fileWithoutChannel' | 'shownInShop' | 'siteWithoutShop'
  isVisible: boolean
  /** Names of the ticketshops that the sentence speaks of. */
  shops: string[]
}

/** A ticketshop of a site with the sales channels it shows. */
export type Shop = { name: string; channels: string[] }

/**
 * Whether a file shows in the personal space of its site's ticketshop: it does when a ticketshop is associated with the sales
 * channel that made it (manual 1, "Visibility of renewed files").
 *
 * @param channelID the file's sales channel
 */
export const shopVisibility = ({
  channelID,
  shops,
}: {
  channelID?: null | string
  shops: Shop[]
}): ShopVisibility => {
  const showing = shops.filter(({ channels }) => channelID && channels.includes(channelID))
  const code = !shops.length
    ? 'siteWithoutShop'
    : !channelID
      ? 'fileWithoutChannel'
      : showing.length
        ? 'shownInShop'
        : 'channelNotInShop'
  return {
    code,
    isVisible: code === 'shownInShop',
    shops: (showing.length ? showing : shops).map(({ name }) => name),
  }
}

/** The ticketshops of a site. With a `req` of a person, those they may read. */
export const loadShops = async ({
  payload,
  req,
  siteID,
}: {
  payload: Payload
  req?: PayloadRequest
  siteID: string
}): Promise<Shop[]> => {
  const { docs } = await payload.find({
    collection: slugs.pointsOfSale,
    depth: 0,
    overrideAccess: !req,
    pagination: false,
    req,
    where: { and: [{ site: { equals: siteID } }, { kind: { equals: 'ticketshop' } }] },
  })
  return docs.map((shop: Record<string, any>) => ({
    name: shop.name,
    channels: (shop.channels ?? []).map(idOf),
  }))
}
