import type { Translate } from '../../../utilities/explain'

/**
 * A cause of a failed payment in words, or what to do about it.
 *
 * @returns the code itself for a cause that has no sentence, and nothing for its next step
 */
export const causeText = (
  cause: string,
  t: Translate,
  kind: 'causes' | 'nextSteps' = 'causes',
): string => {
  const key = `payments:${kind}:${cause}`
  const text = t(key)
  if (text && text !== key) return text
  return kind === 'causes' ? cause : ''
}
