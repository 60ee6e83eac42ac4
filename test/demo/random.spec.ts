import { describe, expect, it } from '@jest/globals'

import { createRandom } from '../../src/demo/random'

const sequence = (seed: number | string) => {
  const random = createRandom(seed)
  return Array.from({ length: 8 }, () => random.int(0, 999_999))
}

describe('the demo’s source of chance', () => {
  it('should give the same sequence on every machine', () => {
    expect(sequence(1789)).toEqual([448552, 292971, 31129, 557428, 320857, 47465, 929445, 811013])
  })

  it('should give independent sequences for near seeds', () => {
    const [one, other] = [sequence('1789:club'), sequence('1789:clue')]
    expect(one.filter((value, i) => value === other[i])).toEqual([])
  })

  it('should stay within its bounds and reach both', () => {
    const random = createRandom('bounds')
    const drawn = new Set(Array.from({ length: 500 }, () => random.int(3, 7)))
    expect([...drawn].sort()).toEqual([3, 4, 5, 6, 7])
  })

  it('should draw by weight and never what weighs nothing', () => {
    const random = createRandom('weights')
    const drawn = Array.from({ length: 2000 }, () =>
      random.weighted([
        ['often', 9],
        ['seldom', 1],
        ['never', 0],
      ]),
    )
    expect(drawn).not.toContain('never')
    const seldom = drawn.filter((entry) => entry === 'seldom').length
    expect(seldom).toBeGreaterThan(120)
    expect(seldom).toBeLessThan(280)
  })
})
