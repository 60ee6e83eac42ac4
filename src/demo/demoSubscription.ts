import type { SeasonName, SubscriptionSpec } from './types'

/** What a subscription is called, and where it is, in a season; `null` when it is not offered any more. */
export const demoSubscription = (
  spec: SubscriptionSpec,
  season: SeasonName,
): { name: string; code: string; venue: string | undefined } | null => {
  if (season === 'last') return { name: spec.name, code: spec.code, venue: spec.venue }
  if (!spec.next) return null
  return {
    name: spec.next.name ?? spec.name,
    code: spec.next.code ?? spec.code,
    venue: spec.next.venue ?? spec.venue,
  }
}
