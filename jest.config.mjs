// @payloadcms/storage-s3 was not released as 3.90.2; Payload's own check takes 3.90.1 for a mistake.
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'

/** @type {import('jest').Config} */
export default {
  cacheDirectory: '<rootDir>/.cache/jest',
  globalSetup: '<rootDir>/test/helpers/globalSetup.ts',
  globalTeardown: '<rootDir>/test/helpers/globalTeardown.ts',
  // One more than two cores: most files wait for others now and then, a killed process or a clock.
  maxWorkers: 3,
  modulePathIgnorePatterns: ['<rootDir>/.next', '<rootDir>/.cache', '<rootDir>/data'],
  runner: '<rootDir>/test/helpers/suite/runner.ts',
  testMatch: ['<rootDir>/test/**/*.spec.{ts,tsx}'],
  // What only one engine has is tested on that one.
  testPathIgnorePatterns: [
    process.env.TEST_DATABASE === 'mongodb' ? '\\.sqlite\\.spec\\.' : '\\.mongodb\\.spec\\.',
  ],
  testTimeout: 120_000,
  // Sources are packed by the runner.
  transform: {},
}
