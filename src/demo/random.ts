/** The seed of the demo house: the same on every machine, so that everybody talks about the same subscribers. */
export const DEMO_SEED = 1789

/** A reproducible source of chance. */
export type Random = {
  /** True with the given probability (0 to 1). */
  chance: (probability: number) => boolean
  /** A whole number, both bounds included. */
  int: (from: number, to: number) => number
  /** One of the entries, each equally likely. */
  pick: <T>(entries: readonly T[]) => T
  /** One of the entries, each as likely as its weight says. */
  weighted: <T>(entries: readonly (readonly [entry: T, weight: number])[]) => T
}

/**
 * A small random generator that gives the same sequence on every machine: 32-bit integer arithmetic only (mulberry32,
 * public domain), started from the text of the seed.
 *
 * @param seed different texts give independent sequences, for example `1789:theatre`
 */
export const createRandom = (seed: number | string): Random => {
  let state = startOf(String(seed))
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    chance: (probability) => next() < probability,
    int,
    pick: (entries) => entries[int(0, entries.length - 1)]!,
    weighted: (entries) => {
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [entry, weight] of entries) {
        left -= weight
        if (left < 0) return entry
      }
      return entries[entries.length - 1]![0]
    },
  }
}

/** FNV-1a over the characters: near seeds start far apart. */
const startOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash ^= character.codePointAt(0)!
    hash = Math.imul(hash, 0x01000193)
  }
  return hash
}
