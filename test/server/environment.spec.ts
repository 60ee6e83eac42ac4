import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'

import {
  addressSettings,
  checkEnvironment,
  environment,
  publicURL,
  secret,
} from '../../src/utilities/environment'

const before = { ...process.env }
let folder: string

const given = (values: Record<string, string>) => Object.assign(process.env, values)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reprise-env-'))
  process.env = { ...before, DATABASE_URI: `file:${folder}/reprise.db` }
  for (const name of ['PAYLOAD_SECRET', 'PORT', 'ROLE', 'SERVER_URL', 'TRUST_PROXY'])
    delete process.env[name]
})

afterEach(() => {
  process.env = before
  rmSync(folder, { force: true, recursive: true })
})

describe('secret', () => {
  it('should make one beside the embedded database and keep it, for the owner only', () => {
    given({ NODE_ENV: 'production' })
    const made = secret()
    expect(made).toMatch(/^[0-9a-f]{64}$/)
    expect(secret()).toBe(made)
    expect(readFileSync(path.join(folder, 'secret'), 'utf8')).toBe(made)
    expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('should take the rights of others from a secret that is there', () => {
    writeFileSync(path.join(folder, 'secret'), 'kept', { mode: 0o644 })
    expect(secret()).toBe('kept')
    expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('should refuse to start in production on a database server without one, or with a short one', () => {
    given({ DATABASE_URI: 'mongodb://db/reprise?replicaSet=rs0', NODE_ENV: 'production' })
    expect(() => checkEnvironment()).toThrow(/PAYLOAD_SECRET is missing/)
    given({ PAYLOAD_SECRET: 'short' })
    expect(() => checkEnvironment()).toThrow(/PAYLOAD_SECRET is too short/)
  })
})

describe('environment', () => {
  it.each([
    ['', false],
    ['0', false],
    ['2', 2],
    ['10.0.0.1, 10.1.0.0/16', ['10.0.0.1', '10.1.0.0/16']],
    ['loopback', ['loopback']],
  ])('should read TRUST_PROXY="%s"', (value, expected) => {
    given({ TRUST_PROXY: value })
    expect(environment().trustProxy).toEqual(expected)
  })

  it.each([
    [{ TRUST_PROXY: 'true' }, /TRUST_PROXY is "true"/],
    [{ ROLE: 'boss' }, /ROLE is "boss"/],
    [{ PORT: 'http' }, /PORT is "http"/],
    [{ SERVER_URL: 'tickets.example.org' }, /SERVER_URL is "tickets.example.org"/],
    [{ SERVER_URL: 'https://example.org/tickets' }, /without a path: https:\/\/example.org/],
    [{ DATABASE_URI: 'postgres://db' }, /DATABASE_URI is "postgres:\/\/db"/],
  ])('should refuse %j and name it', (values, sentence) => {
    given(values as never)
    expect(() => checkEnvironment()).toThrow(sentence)
  })

  it('should let Payload check cookies only where browsers send what it needs', () => {
    expect(addressSettings()).toEqual({})
    given({ SERVER_URL: 'http://box.local:3000' })
    expect(addressSettings()).toEqual({})
    expect(publicURL()).toBe('http://box.local:3000')
    given({ SERVER_URL: 'https://tickets.example.org/' })
    expect(addressSettings()).toEqual({
      csrf: ['https://tickets.example.org'],
      serverURL: 'https://tickets.example.org',
    })
  })
})
