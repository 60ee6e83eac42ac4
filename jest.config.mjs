// @payloadcms/storage-s3 was not released as 3.90.2; Payload's own check takes 3.90.1 for a mistake.
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'

/** @type {import('jest').Config} */
export default {
  cacheDirectory: '<rootDir>/.cache/jest',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  globalSetup: '<rootDir>/test/helpers/globalSetup.ts',
  globalTeardown: '<rootDir>/test/helpers/globalTeardown.ts',
  maxWorkers: 2,
  moduleNameMapper: {
    '\\.(css|scss)$': '<rootDir>/test/helpers/emptyModule.mjs',
    '^@payload-config$': '<rootDir>/payload.config.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/.next', '<rootDir>/.cache', '<rootDir>/data'],
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.spec.{ts,tsx}'],
  // What only one engine has is tested on that one.
  testPathIgnorePatterns: [
    process.env.TEST_DATABASE === 'mongodb' ? '\\.sqlite\\.spec\\.' : '\\.mongodb\\.spec\\.',
  ],
  testTimeout: 60_000,
  transform: {
    '/node_modules/': '<rootDir>/test/helpers/quickGlobals.mjs',
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // The libraries that each query and each document go through.
  transformIgnorePatterns: [
    '/node_modules/(?!(?:@libsql/client|@payloadcms/(?:db-mongodb|drizzle)|bson|drizzle-orm|libsql|mongodb|mongoose|payload)/)',
  ],
}
