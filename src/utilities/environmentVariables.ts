import { SetupError } from './SetupError'

/** Every environment variable that Reprise reads; docs/operations.md describes each. */
export const environmentVariables = [
  'DATABASE_URI',
  'HOST',
  'LOG_LEVEL',
  'MAIL_FOLDER',
  'MAIL_FROM',
  'PAYLOAD_SECRET',
  'PORT',
  'REPRISE_FAKE_PROVIDER_URL',
  'ROLE',
  'S3_ACCESS_KEY_ID',
  'S3_BUCKET',
  'S3_ENDPOINT',
  'S3_FORCE_PATH_STYLE',
  'S3_REGION',
  'S3_SECRET_ACCESS_KEY',
  'SERVER_URL',
  'SHUTDOWN_SECONDS',
  'SMTP_URL',
  'TRUST_PROXY',
  'UPLOAD_FOLDER',
  'UPLOAD_LIMIT_MB',
] as const

export type EnvironmentVariable = (typeof environmentVariables)[number]

/** An environment variable; an empty one counts as not given, as in most compose files. */
export const readVariable = (name: EnvironmentVariable): string | undefined =>
  process.env[name]?.trim() || undefined

/** @throws SetupError when it is no whole number within the limits, which are in the same unit */
export const readNumber = (
  name: EnvironmentVariable,
  { fallback, from, to }: Record<'fallback' | 'from' | 'to', number>,
): number => {
  const given = readVariable(name)
  if (given === undefined) return fallback
  const value = Number(given)
  if (Number.isInteger(value) && value >= from && value <= to) return value
  throw new SetupError(`${name} is "${given}". It must be a whole number from ${from} to ${to}.`)
}

/** @throws SetupError when it is neither yes nor no */
export const readYesNo = (name: EnvironmentVariable, fallback: boolean): boolean => {
  const given = readVariable(name)
  if (given === undefined) return fallback
  if (/^(true|yes|on|1)$/i.test(given)) return true
  if (/^(false|no|off|0)$/i.test(given)) return false
  throw new SetupError(`${name} is "${given}". It must be true or false.`)
}
