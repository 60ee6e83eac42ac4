import { createHash } from 'crypto'

/** A text as 48 bits: of a million in one file hardly two have the same, and they take little room. */
export const signOf = (text: string): number =>
  createHash('sha256').update(text).digest().readUIntBE(0, 6)
