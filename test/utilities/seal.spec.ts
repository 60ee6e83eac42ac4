import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { open, seal, signOf } from '../../src/utilities/seal'

const before = process.env.PAYLOAD_SECRET

beforeAll(() => {
  process.env.PAYLOAD_SECRET = 'a secret of the tests, of no use elsewhere'
})
afterAll(() => {
  if (before === undefined) delete process.env.PAYLOAD_SECRET
  else process.env.PAYLOAD_SECRET = before
})

describe('a sealed text', () => {
  it('should open for whom it was sealed, and say nothing to others', () => {
    const sealed = seal('tok_1234567890 é', 'house:anna')
    expect(sealed).not.toContain('tok')
    expect(open(sealed, 'house:anna')).toBe('tok_1234567890 é')
  })

  it('should be another one each time', () => {
    expect(seal('same', 'a')).not.toBe(seal('same', 'a'))
  })

  it('should not open for another contact or another institution', () => {
    const sealed = seal('tok', 'house:anna')
    expect(() => open(sealed, 'house:berta')).toThrow()
    expect(() => open(sealed, 'other:anna')).toThrow()
  })

  it('should not open when a single sign of it was changed', () => {
    const sealed = seal('tok', 'a')
    for (const at of [4, Math.floor(sealed.length / 2), sealed.length - 2]) {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      expect(() => open(`${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`, 'a')).toThrow()
    }
    expect(() => open('tok', 'a')).toThrow('not a sealed text')
  })

  it('should not open with another secret', () => {
    const sealed = seal('tok', 'a')
    const secret = process.env.PAYLOAD_SECRET
    process.env.PAYLOAD_SECRET = 'another secret, as after a restore without it'
    try {
      expect(() => open(sealed, 'a')).toThrow()
    } finally {
      process.env.PAYLOAD_SECRET = secret
    }
  })

  it('should have a sign that is the same each time and differs by text and by owner', () => {
    expect(signOf('tok', 'a')).toBe(signOf('tok', 'a'))
    expect(new Set([signOf('tok', 'a'), signOf('tok', 'b'), signOf('tik', 'a')]).size).toBe(3)
  })
})
