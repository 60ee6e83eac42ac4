const BITS = 1 << 16

/** A set of whole numbers that are mostly dense: a million of them in some 130 kB. */
export const createNumberSet = () => {
  const parts = new Map<number, Uint8Array>()
  return {
    /** @returns whether the number was new */
    add: (number: number): boolean => {
      const index = Math.floor(number / BITS)
      const bit = number - index * BITS
      let part = parts.get(index)
      if (!part) parts.set(index, (part = new Uint8Array(BITS / 8)))
      const mask = 1 << (bit & 7)
      if (part[bit >> 3]! & mask) return false
      part[bit >> 3]! |= mask
      return true
    },
  }
}
