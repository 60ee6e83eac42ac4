import { describe, expect, it } from '@jest/globals'

import { shopVisibility } from '../../src/operations/shopVisibility'
import { shopVisibility as sentences } from '../../src/translations/shopVisibility'

const shop = (name: string, ...channels: string[]) => ({ name, channels })

describe('whether a file shows in the ticketshop', () => {
  it.each([
    ['no shop', 'renewal', [], 'siteWithoutShop', []],
    ['no channel', null, [shop('Online', 'renewal')], 'fileWithoutChannel', ['Online']],
    [
      'a shop without its channel',
      'renewal',
      [shop('Online', 'box')],
      'channelNotInShop',
      ['Online'],
    ],
    [
      'a shop with its channel',
      'renewal',
      [shop('Old'), shop('Online', 'box', 'renewal')],
      'shownInShop',
      ['Online'],
    ],
  ] as const)('should say why with %s', (_, channelID, shops, code, named) => {
    const answer = shopVisibility({
      channelID,
      shops: shops.map((one) => ({ ...one, channels: [...one.channels] })),
    })
    expect(answer).toEqual({ code, isVisible: code === 'shownInShop', shops: named })
    for (const language of ['de', 'en', 'fr'] as const)
      expect(sentences[language][code]).toBeTruthy()
  })
})
