import type { ReadLimits } from './types'

const MEBIBYTE = 1024 * 1024

/** Far above any real house, and far below what would hurt the machine. */
export const defaultReadLimits: ReadLimits = {
  bytes: 200 * MEBIBYTE,
  cells: 300,
  characters: 200_000,
  rows: 1_000_000,
  unzippedBytes: 1024 * MEBIBYTE,
}
