import { randomBytes } from 'crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs'
import path from 'path'

import { readVariable as read, readNumber } from './environmentVariables'
import { objectStorage } from './objectStorage'
import { SetupError } from './SetupError'

/** What a process does: `web` answers people, `worker` runs batches, `all` does both. */
export type ServerRole = 'all' | 'web' | 'worker'

const SECRET_LENGTH = 32

const isProduction = (): boolean => process.env.NODE_ENV === 'production'

/**
 * Where the process listens and how it was asked to behave. Every variable is described in `docs/operations.md`.
 *
 * @throws SetupError when a variable makes no sense; the sentence names it
 */
export const environment = () => ({
  /** The address to listen on. Only this machine, unless it is said otherwise. */
  host: read('HOST') ?? 'localhost',
  isProduction: isProduction(),
  mailFolder: path.resolve(
    /* turbopackIgnore: true */ read('MAIL_FOLDER') ?? path.join(dataFolder(), 'mail'),
  ),
  mailFrom: read('MAIL_FROM') ?? 'Reprise <reprise@localhost>',
  port: readNumber('PORT', { fallback: 3000, from: 0, to: 65_535 }),
  role: roleOf(read('ROLE')),
  serverURL: serverURL(),
  /** How long a stopping process waits for what is under way, in seconds. */
  shutdownSeconds: readNumber('SHUTDOWN_SECONDS', { fallback: 25, from: 0, to: 3600 }),
  smtpURL: read('SMTP_URL'),
  /** S3-compatible storage for uploaded files; without it they lie in `uploadFolder`. */
  storage: objectStorage(),
  trustProxy: trustProxyOf(read('TRUST_PROXY')),
  uploadFolder: path.resolve(/* turbopackIgnore: true */ read('UPLOAD_FOLDER') ?? 'data/uploads'),
  /** The largest file that may be uploaded, in bytes. */
  uploadLimit: readNumber('UPLOAD_LIMIT_MB', { fallback: 200, from: 1, to: 10_000 }) * 1024 * 1024,
})

export type Environment = ReturnType<typeof environment>

/**
 * Looks at every variable before anything is loaded or opened.
 *
 * @throws SetupError with the sentence that says what to put right
 */
export const checkEnvironment = (): void => {
  const uri = read('DATABASE_URI')
  if (uri && !/^(?:file:|mongodb(?:\+srv)?:\/\/)/.test(uri))
    throw new SetupError(
      `DATABASE_URI is "${uri}". It must start with "file:" (SQLite) or "mongodb://" (MongoDB replica set).`,
    )
  environment()
  secret()
}

/** The folder of the embedded database, or `./data` where the database is a server. */
export const dataFolder = (): string => {
  const uri = read('DATABASE_URI')
  return path.resolve(
    /* turbopackIgnore: true */ uri?.startsWith('file:')
      ? path.dirname(uri.slice('file:'.length))
      : 'data',
  )
}

/**
 * The key that signs log-ins. From `PAYLOAD_SECRET`; where that is not given and the database is embedded, a random one that
 * is made once and kept beside the database, readable by the owner only.
 *
 * @throws SetupError in production on a database server, where several processes must share one secret
 */
export const secret = (): string => {
  const given = read('PAYLOAD_SECRET')
  if (given) {
    if (isProduction() && given.length < SECRET_LENGTH)
      throw new SetupError(
        `PAYLOAD_SECRET is too short. Give it at least ${SECRET_LENGTH} characters: openssl rand -hex 32`,
      )
    return given
  }
  // The build signs nothing, and must leave nothing behind.
  if (process.env.NEXT_PHASE === 'phase-production-build') return 'unused-while-building'
  if (isProduction() && read('DATABASE_URI') && !read('DATABASE_URI')?.startsWith('file:'))
    throw new SetupError(
      'PAYLOAD_SECRET is missing. Set it to the same random text for every process: openssl rand -hex 32',
    )
  return keptSecret(path.join(dataFolder(), 'secret'))
}

/**
 * What Payload must know of the address people use.
 *
 * `csrf` makes Payload refuse a cookie without `Origin` and `Sec-Fetch-Site`, and browsers send the latter to https and localhost
 * only: on plain http in a local network nobody could log in. There our own check of the origin (`server/isOwnOrigin`) stands alone.
 */
export const addressSettings = (): { csrf?: string[]; serverURL?: string } => {
  const url = serverURL()
  const isTrustworthy = url && (url.startsWith('https:') || new URL(url).hostname === 'localhost')
  return isTrustworthy ? { csrf: [url], serverURL: url } : {}
}

/** Where the payment provider for tests and demonstrations listens, for accounts that name no address of their own. */
export const fakeProviderURL = (): string | undefined => read('REPRISE_FAKE_PROVIDER_URL')

/** The address for links in e-mails. Never from the request: its `Host` is whatever a stranger wrote. */
export const publicURL = (): string => serverURL() ?? `http://localhost:${read('PORT') ?? 3000}`

const serverURL = (): string | undefined => {
  const given = read('SERVER_URL')
  if (!given) return undefined
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new SetupError(
      `SERVER_URL is "${given}". Give the whole address people use, as in https://tickets.example.org`,
    )
  const url = new URL(given)
  if (url.pathname !== '/' || url.search)
    throw new SetupError(`SERVER_URL is "${given}". Give it without a path: ${url.origin}`)
  return url.origin
}

const roleOf = (given = 'all'): ServerRole => {
  if (given === 'all' || given === 'web' || given === 'worker') return given
  throw new SetupError(`ROLE is "${given}". It must be web, worker or all.`)
}

/** @returns what Express takes: a number of proxies in front, their addresses, or false for none */
const trustProxyOf = (given = '0'): false | number | string[] => {
  if (/^\d+$/.test(given)) return Number(given) || false
  // "true" would take the left-most address of the header, which is whatever the client wrote.
  if (/^(true|yes|on|\*)$/i.test(given))
    throw new SetupError(
      `TRUST_PROXY is "${given}". Give the number of proxies in front of Reprise, or their addresses.`,
    )
  return /^(false|no|off)$/i.test(given) ? false : given.split(',').map((entry) => entry.trim())
}

const keptSecret = (file: string): string => {
  const kept = readIfThere(file)
  if (kept) {
    chmodSync(file, 0o600)
    return kept
  }
  mkdirSync(path.dirname(file), { recursive: true })
  // Written aside and linked: of two processes that start at once, both read the one that was first, whole.
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, randomBytes(32).toString('hex'), { mode: 0o600 })
  try {
    linkSync(aside, file)
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code !== 'EEXIST') throw err
  } finally {
    rmSync(aside, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}

const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw err
  }
}
