import type { ImportLine, ImportSettings } from './types'

import { identityKey } from '../parsing/identityKey'
import { signOf } from './signOf'

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
