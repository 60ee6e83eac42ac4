import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { fr } from '@payloadcms/translations/languages/fr'
import path from 'path'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { fileURLToPath } from 'url'

import type { Config } from 'payload'

import { collections } from './src/collections'
import { offerMailTexts } from './src/collections/MailTexts'
import { storeUploads } from './src/collections/uploads/storeUploads'
import { databaseAdapter } from './src/database/adapter'
import { endpoints } from './src/endpoints'
import { explainErrors } from './src/endpoints/errorBody'
import { protectAccounts } from './src/hooks/accounts/protectAccounts'
import { refuseInUse } from './src/hooks/refuseInUse'
import { sayRefusals } from './src/hooks/sayRefusals'
import { checkShapes } from './src/hooks/shapes/checkShapes'
import { coreJobs } from './src/jobs/coreJobs'
import { plugins } from './src/plugins'
import { translations } from './src/translations'
import { editorPlaceholder } from './src/translations/editorPlaceholder'
import { emailAdapter } from './src/utilities/emailAdapter'
import { addressSettings, environment, secret } from './src/utilities/environment'
import { lexicalEditor } from './src/utilities/lexicalEditor'
import { logger } from './src/utilities/logger'

// Versions are pinned in package.json and checked by the tests; storage-s3 lags one patch behind.
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER ??= 'true'

const { uploadLimit } = environment()
const dirname = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  ...addressSettings(),
  admin: {
    avatar: 'default',
    components: {
      graphics: {
        Icon: '/components/Brand/Icon#BrandIcon',
        Logo: '/components/Brand/Logo#BrandLogo',
      },
    },
    // In lists, and above each document; the same in every language of staff.
    dateFormat: 'dd.MM.yyyy HH:mm',
    importMap: {
      baseDir: path.resolve(dirname, 'src'),
      importMapFile: path.resolve(dirname, 'src/app/(payload)/admin/importMap.js'),
    },
    meta: { titleSuffix: ' · Reprise' },
    // Refusals say what to do next: long enough to read two sentences.
    toast: { duration: 10_000 },
    user: 'users',
  },
  collections,
  db: databaseAdapter(),
  editor: lexicalEditor({ admin: { placeholder: editorPlaceholder } }),
  email: emailAdapter(),
  endpoints,
  graphQL: { disable: true },
  hooks: { afterError: [explainErrors] },
  i18n: { fallbackLanguage: 'en', supportedLanguages: { de, en, fr }, translations },
  logger: logger(),
  // A refusal is an answer, not a fault of the program.
  loggingLevels: { AuthenticationError: 'info', RepriseError: 'info' } as Config['loggingLevels'],
  plugins: [
    coreJobs,
    ...plugins,
    offerMailTexts,
    protectAccounts,
    checkShapes,
    refuseInUse,
    storeUploads,
    sayRefusals,
  ],
  secret: secret(),
  sharp,
  telemetry: false,
  // Not declared to Payload: rules that hold for every collection name them by variables.
  typescript: {
    autoGenerate: false,
    declare: false,
    outputFile: path.resolve(dirname, 'src/payload-types.ts'),
  },
  // Payload's own limits are 20 MB for a file and 50 MB for a request.
  upload: { limits: { fileSize: uploadLimit }, requestSizeLimit: uploadLimit },
})
