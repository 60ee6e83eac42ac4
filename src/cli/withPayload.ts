import type { Payload } from 'payload'

/**
 * Runs the work of a command on the house's database, and closes it afterwards.
 *
 * @throws SetupError when the database is not set up as it must be
 */
export const withPayload = async <T>(work: (payload: Payload) => Promise<T>): Promise<T> => {
  process.env.DISABLE_PAYLOAD_HMR = 'true'
  const { checkEnvironment } = await import('../utilities/environment')
  checkEnvironment()
  const { refuseDevelopmentDatabase } = await import('../database/refuseDevelopmentDatabase')
  await refuseDevelopmentDatabase()
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config')
  const { checkTransactions } = await import('../database/checkTransactions')
  const payload = await getPayload({ config })
  try {
    await checkTransactions(payload)
    return await work(payload)
  } finally {
    await payload.destroy()
  }
}
