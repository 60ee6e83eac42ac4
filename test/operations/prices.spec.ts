import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { House } from '../helpers/builders'

import { loadPrices, priceOf } from '../../src/operations/prices'
import { aHouse, PRICES } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'

let payload: Payload
let stop: () => Promise<void>
let house: House

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  house = await aHouse({ payload })
})
afterAll(() => stop())

describe('prices', () => {
  it('should be those of the subscription, the tariff and the category of the seat', async () => {
    const { seated } = house.seasons.last.subscriptions
    const prices = await loadPrices({ payload, subscriptionIDs: [seated] })
    const price = (tariff: 'full' | 'reduced', category: 'first' | 'second') =>
      priceOf({
        priceCategory: house.categories[category],
        prices,
        subscription: seated,
        tariff: house.tariffs[tariff],
      })
    expect(price('full', 'first')).toBe(PRICES.full.first)
    expect(price('full', 'second')).toBe(PRICES.full.second)
    expect(price('reduced', 'first')).toBe(PRICES.reduced.first)
  })

  it('should fall back to the price that holds for every category', async () => {
    const { unseated } = house.seasons.last.subscriptions
    const prices = await loadPrices({ payload, subscriptionIDs: [unseated] })
    const args = { prices, subscription: unseated, tariff: house.tariffs.full }
    expect(priceOf({ ...args, priceCategory: house.categories.first })).toBe(PRICES.full.none)
    expect(priceOf(args)).toBe(PRICES.full.none)
  })

  it('should not guess where the catalogue has none', async () => {
    const { seated, unseated } = house.seasons.last.subscriptions
    const prices = await loadPrices({ payload, subscriptionIDs: [seated] })
    const tariff = house.tariffs.full
    expect(priceOf({ priceCategory: null, prices, subscription: seated, tariff })).toBeNull()
    expect(priceOf({ priceCategory: null, prices, subscription: unseated, tariff })).toBeNull()
    expect(await loadPrices({ payload, subscriptionIDs: [] })).toEqual(new Map())
  })

  it('should take a price of nothing for a price', () => {
    const prices = new Map([['s:t:c', 0]])
    expect(priceOf({ priceCategory: 'c', prices, subscription: 's', tariff: 't' })).toBe(0)
  })
})
