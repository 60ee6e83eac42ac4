import type { Payload } from 'payload'

import { APIError } from 'payload'

/**
 * Keeps the process alive where a request was refused and nobody waits for that any more: what Payload (3.90) finds wrong with a filter
 * through several relationships it may find twice, the second time behind the answer. Anybody with an account could end the process so.
 * Whatever else nobody waits for is a fault of the program and ends it, as Node has it.
 *
 * @returns a function that takes it back
 */
export const surviveRefusals = ({ logger }: Pick<Payload, 'logger'>): (() => void) => {
  const look = (err: unknown): void => {
    if (!(err instanceof APIError) || err.status >= 500) throw err
    logger.warn({ err, msg: 'A refusal that nobody waited for' })
  }
  process.on('unhandledRejection', look)
  return () => void process.off('unhandledRejection', look)
}
