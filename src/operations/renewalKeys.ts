type Line = { id: string; originLine?: null | string; season?: null | string; state: string }

/** The key under which a line is renewed into a season: taken once, whatever the number of runs, workers or crashes. */
export const renewalKeyOf = (originLineID: string, targetSeasonID: string): string =>
  `renew:${originLineID}:${targetSeasonID}`

/** The key of a line that renews nothing. */
const lineKeyOf = (lineID: string): string => `line:${lineID}`

/**
 * The `renewalKey` that a line must have: a renewed line holds the key of its origin; once cancelled it gives the key back, so
 * that the origin can be renewed again.
 */
export const expectedRenewalKey = ({ id, originLine, season, state }: Line): string => {
  if (!originLine) return lineKeyOf(id)
  const key = renewalKeyOf(originLine, season ?? '')
  return state === 'cancelled' ? `${key}:undone:${id}` : key
}
