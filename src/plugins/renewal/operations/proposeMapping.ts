import { toSearchKey } from '../../../utilities/toSearchKey'

type Named = { id: string; name: string; code: string }

/**
 * Proposes which entry of the new season follows each of the last: the one of the same code, else of the same name, read
 * without case and accents. Each target is proposed once; what finds none stays open and is not renewed.
 *
 * @returns in the order of `origins`: the id of the target or `null`
 */
export const proposeMapping = (
  origins: readonly Named[],
  targets: readonly Named[],
): (null | string)[] => {
  const free = new Map(targets.map((target) => [target.id, target]))
  const proposed = new Map<string, string>()
  for (const part of ['code', 'name'] as const)
    for (const origin of origins) {
      if (proposed.has(origin.id)) continue
      const same = [...free.values()].filter(
        (target) => toSearchKey(target[part]) === toSearchKey(origin[part]),
      )
      // Two targets of one name are a question for a person.
      if (same.length !== 1) continue
      proposed.set(origin.id, same[0]!.id)
      free.delete(same[0]!.id)
    }
  return origins.map((origin) => proposed.get(origin.id) ?? null)
}
