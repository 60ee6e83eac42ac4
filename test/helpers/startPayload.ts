import type { Payload, SanitizedConfig } from 'payload'

import path from 'path'

import { startFromTemplate } from './startFromTemplate'
import { createTestDatabase } from './testDatabase'

let isStarted = false

/**
 * The whole product on a database of its own, as `payload.config.ts` puts it together. One for each test file: the configuration
 * reads its environment once.
 *
 * @param verified whether `stop` checks the ledger; only for a test that breaks it on purpose
 */
export const startPayload = async ({ verified = true }: { verified?: boolean } = {}): Promise<{
  config: SanitizedConfig
  payload: Payload
  /** Checks the ledger, closes everything and removes the database. @throws an Error that lists what `verify` found */
  stop: () => Promise<void>
  uri: string
}> => {
  if (isStarted) throw new Error('This test file has its Payload already.')
  isStarted = true
  const { drop, folder, uri } = createTestDatabase()
  Object.assign(process.env, {
    DATABASE_URI: uri,
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    MAIL_FOLDER: path.join(folder, 'mail'),
    PAYLOAD_SECRET: 'a secret of the tests, of no use elsewhere',
  })
  const { default: configured } = await import('../../payload.config')
  const { getPayload } = await import('payload')
  const config = await configured
  const payload = await startFromTemplate({ start: () => getPayload({ config, key: uri }), uri })
  return {
    config,
    payload,
    stop: async () => {
      try {
        if (verified) await expectCleanLedger(payload)
      } finally {
        await payload.destroy()
        await drop()
      }
    },
    uri,
  }
}

/** What every test ends with: whatever it did, the ledger must add up. */
const expectCleanLedger = async (payload: Payload): Promise<void> => {
  const { verify } = await import('../../src/operations/verify')
  const { findings } = await verify({ payload })
  if (findings.length)
    throw new Error(
      `The test leaves a ledger that does not add up:\n${JSON.stringify(findings, null, 2)}`,
    )
}
