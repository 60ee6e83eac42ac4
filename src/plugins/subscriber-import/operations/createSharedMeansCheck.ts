import { createHash } from 'crypto'

import type { ImportLine, ImportSettings } from './types'

import { identityKey } from '../parsing/identityKey'

/** 48 bits: of a million cards in one file hardly two have the same, and they take little room. */
const signOf = (text: string): number => createHash('sha256').update(text).digest().readUIntBE(0, 6)

/**
 * Finds cards and mandates that stand with two customers of the same file; the later line has the problem. What is held is two numbers
 * for each.
 */
export const createSharedMeansCheck = ({ mapping }: Pick<ImportSettings, 'mapping'>) => {
  const owners = new Map<number, number>()
  return (line: ImportLine): void => {
    const { resolved } = line
    if (!resolved) return
    const owner = signOf(identityKey(resolved.payer))
    for (const field of ['aliasReference', 'mandateReference'] as const) {
      if (!resolved[field]) continue
      const means = signOf(`${field}:${resolved[field]}`)
      const first = owners.get(means)
      if (first === undefined) owners.set(means, owner)
      else if (first !== owner)
        line.problems.push({
          code: field === 'aliasReference' ? 'cardOfOther' : 'mandateOfOther',
          column: mapping[field] ?? null,
          field,
          value: '',
        })
    }
  }
}
