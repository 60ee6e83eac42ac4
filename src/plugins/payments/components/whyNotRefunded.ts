import { parseAmount } from '../../../utilities/parseAmount'

/**
 * Why what was typed cannot be given back.
 *
 * @param left what can still be given back, in minor units
 * @returns the key of a sentence under `payments:desk`; nothing where it can
 */
export const whyNotRefunded = ({ left, typed }: { left: number; typed: string }) => {
  const amount = parseAmount(typed)
  if (amount === undefined) return 'refundNoAmount'
  if (amount === null || amount < 1) return 'refundNothing'
  return amount > left ? 'refundTooMuch' : undefined
}
