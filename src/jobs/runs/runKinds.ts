import type { RunKind } from './types'

const kinds = new Map<string, RunKind>()

/** Makes a kind of run known; plugins do this when they are loaded. */
export const registerRunKind = (kind: RunKind): void => {
  kinds.set(kind.name, kind)
}

/** The kind of a run. Throws when the plugin that knows it is not installed. */
export const runKindNamed = (name: string): RunKind => {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`No installed plugin knows runs of kind "${name}".`)
  return kind
}
