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
import { environmentVariables } from '../../src/utilities/environmentVariables'
import { objectStorage } from '../../src/utilities/objectStorage'

const before = { ...process.env }
let folder: string

const given = (values: Record<string, string>) => Object.assign(process.env, values)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reprise-env-'))
  process.env = { ...before }
  for (const name of environmentVariables) delete process.env[name]
  given({ DATABASE_URI: `file:${folder}/reprise.db` })
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

describe('storage', () => {
  const whole = {
    S3_ACCESS_KEY_ID: 'key',
    S3_BUCKET: 'reprise',
    S3_ENDPOINT: 'https://s3.example.org/',
    S3_SECRET_ACCESS_KEY: 'secret',
  }

  it('should be the folder unless all of it is given', () => {
    expect(objectStorage()).toBeUndefined()
    given(whole)
    expect(environment().storage).toEqual({
      accessKeyID: 'key',
      bucket: 'reprise',
      endpoint: 'https://s3.example.org',
      forcePathStyle: true,
      region: 'us-east-1',
      secretAccessKey: 'secret',
    })
    given({ S3_ENDPOINT: '', S3_REGION: 'eu-central-1' })
    expect(objectStorage()).toMatchObject({ endpoint: undefined, forcePathStyle: false })
  })

  it.each(['S3_ACCESS_KEY_ID', 'S3_BUCKET', 'S3_SECRET_ACCESS_KEY'])(
    'should be refused without %s, which the sentence names',
    (name) => {
      given({ ...whole, [name]: '' })
      expect(() => checkEnvironment()).toThrow(new RegExp(`${name} is missing`))
    },
  )

  it.each([
    [
      { S3_ENDPOINT: 'https://s3.example.org' },
      /S3_BUCKET and S3_ACCESS_KEY_ID and .* are missing/,
    ],
    [{ ...whole, S3_ENDPOINT: '' }, /S3_REGION is missing/],
    [{ ...whole, S3_ENDPOINT: 'storage:3900' }, /S3_ENDPOINT is "storage:3900"/],
    [{ ...whole, S3_BUCKET: 'https://s3.example.org/reprise' }, /it is a name, not an address/],
    [{ ...whole, S3_FORCE_PATH_STYLE: 'perhaps' }, /S3_FORCE_PATH_STYLE is "perhaps"/],
  ])('should be refused as %j', (values, sentence) => {
    given(values as never)
    expect(() => checkEnvironment()).toThrow(sentence)
  })
})
