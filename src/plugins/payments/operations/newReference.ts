import { randomInt } from 'crypto'

/** Neither 0 nor O, 1 nor I: people read them out on the phone. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 16

/** A reference of a charge that every provider can print: 16 of A–Z and 2–9, never given twice in practice (80 bits). */
export const newReference = (): string =>
  Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
