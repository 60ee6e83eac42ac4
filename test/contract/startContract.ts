import type { Config, Payload } from 'payload'

import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { fr } from '@payloadcms/translations/languages/fr'
import { buildConfig, getPayload } from 'payload'

import { databaseAdapter } from '../../src/database/adapter'
import { lexicalEditor } from '../../src/utilities/lexicalEditor'
import { createTestDatabase } from '../helpers/testDatabase'
import { collections } from './collections'

/** Opens a Payload with the contract's small collections on a database that may be there already. */
export const openContract = async ({
  db,
  uri,
}: {
  db: Config['db']
  uri: string
}): Promise<Payload> =>
  getPayload({
    config: buildConfig({
      collections,
      db,
      editor: lexicalEditor(),
      email: () => ({
        name: 'none',
        defaultFromAddress: 'none@localhost',
        defaultFromName: 'None',
        sendEmail: async () => undefined,
      }),
      graphQL: { disable: true },
      i18n: { supportedLanguages: { de, en, fr } },
      logger: { options: { level: 'warn' } },
      secret: 'contract',
      telemetry: false,
      typescript: { autoGenerate: false },
    }),
    key: uri,
  })

/**
 * A Payload with the contract's small collections on a database of its own.
 *
 * @param waitLimitMS how long a write on SQLite waits for the open transaction
 */
export const startContract = async ({ waitLimitMS }: { waitLimitMS?: number } = {}): Promise<{
  payload: Payload
  stop: () => Promise<void>
  uri: string
}> => {
  const { drop, uri } = createTestDatabase()
  const payload = await openContract({ db: databaseAdapter(uri, { waitLimitMS }), uri })
  return {
    payload,
    stop: async () => {
      await payload.destroy()
      await drop()
    },
    uri,
  }
}
