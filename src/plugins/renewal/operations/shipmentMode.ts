type Args = {
  available: readonly string[]
  /** Cards in the customer's hands for last year's subscription. More than one: duplicates were issued. */
  cardCount: number
  fallback: null | string
  /** How last year's tickets travelled. */
  last: null | string
  modes: ReadonlyMap<string, { kind: string; replaces: readonly string[] }>
}

export type ShipmentChoice =
  | { mode: string; reason: 'fallback' | 'kept' | 'replaced' }
  | { mode: null; reason: 'noShipmentMode' }

/**
 * How the new tickets travel (manual 2, “Mode d'envoi”): last year's mode if it is in the available set; else the one that
 * the set offers in its place; if there is none, or more than one is conceivable (also: several cards were issued, so that
 * nobody knows which one to load), the fallback.
 */
export const chooseShipmentMode = ({
  available,
  cardCount,
  fallback,
  last,
  modes,
}: Args): ShipmentChoice => {
  const loadsAnUnknownCard = (mode: string) =>
    modes.get(mode)?.kind === 'existingCard' && cardCount > 1
  const fallBack = (): ShipmentChoice =>
    fallback ? { mode: fallback, reason: 'fallback' } : { mode: null, reason: 'noShipmentMode' }
  if (last && available.includes(last))
    return loadsAnUnknownCard(last) ? fallBack() : { mode: last, reason: 'kept' }
  const candidates = last
    ? available.filter((mode) => modes.get(mode)?.replaces.includes(last))
    : []
  if (candidates.length !== 1 || loadsAnUnknownCard(candidates[0]!)) return fallBack()
  return { mode: candidates[0]!, reason: 'replaced' }
}
