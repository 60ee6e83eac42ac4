import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'fs'
import path from 'path'

/**
 * The first versions without a known hole, and the hole. An installed package below its floor fails; one that is not installed does not
 * matter. Sources: the vendors' advisories of the years 2025 and 2026; see docs/security.md for what else we do about each.
 */
const FLOORS: [name: string, version: string, why: string][] = [
  [
    'payload',
    '3.90.2',
    'GHSA-2qw6-cm49-277x, CVE-2026-105859, -105863, -105851, -105860, -11779 …',
  ],
  ['@payloadcms/db-mongodb', '3.90.0', 'CVE-2026-106100: write access to fields'],
  ['@payloadcms/db-sqlite', '3.90.0', 'CVE-2026-25544, -105845, -63316: SQL injection'],
  ['@payloadcms/drizzle', '3.90.0', 'CVE-2026-25544, -105845, -63316: SQL injection'],
  ['@payloadcms/graphql', '3.90.0', 'as payload'],
  ['@payloadcms/next', '3.90.0', 'CVE-2026-34748: script in the comparison of versions'],
  ['@payloadcms/ui', '3.90.0', 'as @payloadcms/next'],
  ['@payloadcms/richtext-lexical', '3.90.0', 'as payload'],
  ['@payloadcms/translations', '3.90.0', 'as payload'],
  ['@payloadcms/storage-s3', '3.90.0', 'CVE-2026-105865: clean-up of uploads deletes other files'],
  ['@payloadcms/plugin-cloud-storage', '3.90.0', 'as @payloadcms/storage-s3'],
  ['@payloadcms/plugin-multi-tenant', '3.90.2', 'CVE-2026-105860, -105864: foreign tenants'],
  ['@payloadcms/plugin-import-export', '3.88.0', 'CVE-2026-105844: prototype pollution'],
  ['@payloadcms/plugin-form-builder', '3.90.0', 'CVE-2026-105857: code execution'],
  ['next', '16.3.8', 'CVE-2026-64642, -64649, -64641, -44578'],
  ['proxy-addr', '2.0.8', 'CVE-2026-90711: trusts the whole internet'],
  ['nodemailer', '10.0.0', 'addresses that reach another recipient'],
  ['mongoose', '8.24.1', 'GHSA-664h-wqgq-64gw'],
  ['drizzle-orm', '0.45.2', 'CVE-2026-39356: SQL injection'],
  ['fast-xml-parser', '5.5.6', 'CVE-2026-26278, -33036'],
]

/** Packages that must be there once and in one version: a class that exists twice breaks `instanceof`, and BSON its own check. */
const SINGLE = ['payload', 'react', 'react-dom', 'libsql', 'drizzle-orm', 'next']

type Package = { optionalDependencies?: Record<string, string>; version?: string }
type Lock = { packages: Record<string, Package> }

const root = path.resolve(import.meta.dirname, '../..')
const readJSON = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))
const { packages } = readJSON('package-lock.json') as Lock
const { dependencies, devDependencies } = readJSON('package.json') as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>

const versionsOf = (name: string): string[] =>
  Object.entries(packages)
    .filter(
      ([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`),
    )
    .map(([, { version }]) => version!)

const isBelow = (version: string, floor: string): boolean => {
  const [numbers, floors] = [version, floor].map((text) => text.split(/[.-]/, 3).map(Number))
  const differs = numbers!.findIndex((number, i) => number !== floors![i])
  return differs >= 0 && numbers![differs]! < floors![differs]!
}

describe('package-lock.json', () => {
  it.each(FLOORS)('should hold %s from %s on (%s)', (name, floor) => {
    expect(versionsOf(name).filter((version) => isBelow(version, floor))).toEqual([])
  })

  it('should tell a version below a floor from one above', () => {
    expect(isBelow('3.89.9', '3.90.0')).toBe(true)
    expect(isBelow('16.10.0', '16.3.8')).toBe(false)
    expect(isBelow('3.90.0', '3.90.0')).toBe(false)
    expect(isBelow('0.44.9', '0.45.2')).toBe(true)
  })

  it.each(SINGLE)('should hold %s in one version', (name) => {
    expect(new Set(versionsOf(name)).size).toBe(1)
  })

  it('should hold one driver of MongoDB, the one that mongoose brings', () => {
    const places = Object.keys(packages).filter((place) => place.endsWith('node_modules/mongodb'))
    // The test server has its own, in a process of its own.
    const shipped = places.filter((place) => !place.includes('mongodb-memory-server'))
    expect(shipped).toEqual(['node_modules/mongodb'])
    const { dependencies: ofMongoose } = packages['node_modules/mongoose'] as {
      dependencies: Record<string, string>
    }
    const minorOf = (version: string) => version.replace(/^[~^]/, '').split('.').slice(0, 2)
    expect(minorOf(versionsOf('mongodb')[0]!)).toEqual(minorOf(ofMongoose.mongodb!))
  })

  it('should name the builds for every system: npm ci refuses it otherwise', () => {
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter((name) => !versionsOf(name).length)
    expect(missing).toEqual([])
  })

  it('should come from exact versions', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('should come from the public registry alone', () => {
    const text = readFileSync(path.join(root, 'package-lock.json'), 'utf8')
    for (const [, address] of text.matchAll(/"resolved": "([^"]+)"/g))
      expect(address).toMatch(/^https:\/\/registry\.npmjs\.org\//)
  })
})
