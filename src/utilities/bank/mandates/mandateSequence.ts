import { addMonths, isDay } from '../identifiers/targetDays'

/** Which collection of a mandate it is: the first, a later one, the last, or the only one (ISO 20022, SequenceType). */
export type Sequence = 'FNAL' | 'FRST' | 'OOFF' | 'RCUR'

/**
 * What a mandate's next collection depends on. `new`: none counts yet; `first`: one was handed in as FRST and may still be rejected;
 * `running`: later ones may follow; `ended`: OOFF or FNAL was handed in.
 */
export type MandateUse = {
  kind: 'oneOff' | 'recurring'
  /** The day of the last collection handed in under it, `YYYY-MM-DD`. A rejected one counts too: it was presented. */
  lastPresentedOn: null | string
  /** The day on which it was signed. */
  signedOn: string
  state: 'ended' | 'first' | 'new' | 'running'
}

export type NextSequence = { refused: 'mandateEnded' | 'mandateExpired' } | { sequence: Sequence }

/**
 * The last day on which a collection may be due under a mandate: 36 months after the last one that was presented, paid or not, or
 * after the signature where there was none (EPC016-06: the mandate lapses, whatever else was agreed).
 */
export const mandateExpiresOn = ({
  lastPresentedOn,
  signedOn,
}: Pick<MandateUse, 'lastPresentedOn' | 'signedOn'>): string =>
  addMonths(lastPresentedOn && lastPresentedOn > signedOn ? lastPresentedOn : signedOn, 36)

/**
 * As what the next collection is handed in.
 *
 * @param isLast whether none will ever follow under this mandate
 * @param on the day of the collection
 * @param usesFirst whether the first is announced as such: optional since 20 November 2016, some banks still ask for it
 */
export const nextSequence = ({
  isLast = false,
  mandate,
  on,
  usesFirst = false,
}: {
  isLast?: boolean
  mandate: MandateUse
  on: string
  usesFirst?: boolean
}): NextSequence => {
  if (mandate.state === 'ended') return { refused: 'mandateEnded' }
  if (!isDay(on) || on > mandateExpiresOn(mandate)) return { refused: 'mandateExpired' }
  if (mandate.kind === 'oneOff') return { sequence: 'OOFF' }
  if (mandate.state === 'new' && usesFirst) return { sequence: 'FRST' }
  return { sequence: isLast ? 'FNAL' : 'RCUR' }
}

const STATES = { FNAL: 'ended', FRST: 'first', OOFF: 'ended', RCUR: 'running' } as const

/** The mandate after a collection was handed in: FRST is followed by RCUR, OOFF and FNAL end it, and 36 months begin anew. */
export const stateAfterPresentation = <Mandate extends MandateUse>({
  mandate,
  on,
  sequence,
}: {
  mandate: Mandate
  /** The day of the collection. */
  on: string
  sequence: Sequence
}): Mandate => ({
  ...mandate,
  lastPresentedOn:
    !mandate.lastPresentedOn || on > mandate.lastPresentedOn ? on : mandate.lastPresentedOn,
  state: STATES[sequence],
})

/**
 * The mandate after a bank rejected a collection before it was settled (pain.002, RJCT): it is as if it had not been, so a rejected FRST
 * is followed by FRST again (EPC016-06), and a rejected OOFF or FNAL has not ended anything. A return after settlement changes nothing.
 */
export const stateAfterRejection = <Mandate extends MandateUse>({
  mandate,
  sequence,
}: {
  mandate: Mandate
  sequence: Sequence
}): Mandate => {
  if (sequence === 'FRST' && mandate.state === 'first') return { ...mandate, state: 'new' }
  if (sequence === 'OOFF' && mandate.state === 'ended') return { ...mandate, state: 'new' }
  if (sequence === 'FNAL' && mandate.state === 'ended') return { ...mandate, state: 'running' }
  return mandate
}
