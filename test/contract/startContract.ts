import type { Payload } from 'payload'

import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { fr } from '@payloadcms/translations/languages/fr'
import { buildConfig, getPayload } from 'payload'

import { databaseAdapter } from '../../src/database/adapter'
import { createTestDatabase } from '../helpers/testDatabase'
import { collections } from './collections'

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
  const database = createTestDatabase()
  const config = buildConfig({
    collections,
    db: databaseAdapter(database.uri, { waitLimitMS }),
    editor: lexicalEditor(),
    graphQL: { disable: true },
    i18n: { supportedLanguages: { de, en, fr } },
    secret: 'contract',
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  const payload = await getPayload({ config, key: database.uri })
  return {
    payload,
    stop: async () => {
      await payload.destroy()
      await database.drop()
    },
    uri: database.uri,
  }
}
