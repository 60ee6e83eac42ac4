import { withPayload } from '@payloadcms/next/withPayload'
import path from 'path'
import { fileURLToPath } from 'url'

const root = path.dirname(fileURLToPath(import.meta.url))

/**
 * Loaded by Node and never bundled. The server loads them too, and a class that exists twice in one process breaks `instanceof`:
 * Payload's errors would lose their data. It also halves the build.
 */
const serverExternalPackages = [
  '@agendajs/mongo-backend',
  '@libsql/client',
  '@payloadcms/db-mongodb',
  '@payloadcms/db-sqlite',
  '@payloadcms/drizzle',
  '@payloadcms/graphql',
  '@payloadcms/storage-s3',
  '@payloadcms/translations',
  'agenda',
  'cron-parser',
  'drizzle-orm',
  'iconv-lite',
  'luxon',
  'mongodb',
  'nodemailer',
  'payload',
  'pino-pretty',
  'rate-limiter-flexible',
  'sax',
  'sharp',
  'stripe',
  'yauzl',
]

/** @type {import('next').NextConfig} */
const nextConfig = {
  devIndicators: false,
  experimental: { serverActions: { bodySizeLimit: '10mb' } },
  // No image is scaled by Next, so its optimiser (which fetches what it is told to) is not there.
  images: { unoptimized: true },
  poweredByHeader: false,
  // The address of a customer's personal link, short enough for a mail.
  rewrites: async () => [{ destination: '/api/payment/card/:path*', source: '/card/:path*' }],
  serverExternalPackages,
  turbopack: { root },
  // `npm run typecheck` does it, with the tests.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(nextConfig)
