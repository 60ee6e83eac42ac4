import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { spawn } from 'child_process'
import { mkdtempSync, rmSync } from 'fs'
import { createServer } from 'net'
import { tmpdir } from 'os'
import path from 'path'

import type { AddressInfo } from 'net'

import { programOf } from '../helpers/programs'

const root = path.resolve(import.meta.dirname, '../..')

let folder: string
let databases = 0

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reprise-cli-'))
})

afterAll(() => rmSync(folder, { force: true, recursive: true }))

const newDatabase = () => `file:${folder}/${++databases}/reprise.db`

/** The same program, quicker to start; the way in that people take is tried once. */
const packed = programOf('cli')

type Args = { env?: Record<string, string>; input?: string; program?: string; uri?: string }

const start = (args: string[], { env, input, program = packed, uri }: Args = {}) => {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URI: uri ?? newDatabase(),
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      PAYLOAD_SECRET: '',
      ...env,
    },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  child.stdin.end(input)
  const ended = new Promise<{
    code: null | number
    objects: any[]
    stderr: string
    stdout: string
  }>((resolve) =>
    child.on('close', (code) =>
      resolve({
        code,
        objects: stdout
          .split('\n')
          .filter((line) => line.startsWith('{'))
          .map((line) => JSON.parse(line)),
        stderr,
        stdout,
      }),
    ),
  )
  return { child, ended, said: () => stdout }
}

const reprise = (args: string[], options?: Args) => start(args, options).ended

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

const newAccount = [
  'user',
  'create',
  '--json',
  '--email=anna@house.test',
  '--name=Anna',
  '--institution=house',
  '--institution-name=House',
]

describe('the command line', () => {
  it('should list its commands and what the exit codes mean', async () => {
    const { code, stdout } = await reprise(['--help'], { program: 'bin/reprise.mjs' })
    expect(code).toBe(0)
    for (const text of ['start', 'dev', 'migrate', 'user', '4  done, with findings'])
      expect(stdout).toContain(text)
  })

  it('should end with 2 when it was typed wrongly, and say so as an object with --json', async () => {
    const { code, objects } = await reprise(['user', 'create', '--json'])
    expect(code).toBe(2)
    expect(objects).toEqual([
      { error: { code: 'usage', message: expect.stringContaining('--email') } },
    ])
  })

  it('should end with 3 and the sentence when the set-up is wrong', async () => {
    const { code, stderr } = await reprise(['user', 'list'], {
      uri: 'mongodb://127.0.0.1:1/reprise?replicaSet=rs0',
    })
    expect(code).toBe(3)
    expect(stderr).toMatch(/^PAYLOAD_SECRET is missing\./)
  })

  it('should make the first account of a house, and refuse a second one of that address', async () => {
    const uri = newDatabase()
    const made = await reprise([...newAccount, '--role', 'administrator'], { uri })
    expect(made).toMatchObject({
      code: 0,
      objects: [
        {
          email: 'anna@house.test',
          password: expect.stringMatching(/^[\w-]{20}$/),
          roles: ['administrator'],
        },
      ],
    })
    const again = await reprise(
      ['user', 'create', '--json', '--email=anna@house.test', '--name=A', '--role=cashier'],
      {
        uri,
      },
    )
    expect(again).toMatchObject({
      code: 3,
      objects: [{ error: { code: 'invalidInput', field: 'email' } }],
    })
    const listed = await reprise(['user', 'list', '--json'], { uri })
    expect(listed.objects).toMatchObject([{ email: 'anna@house.test', institution: 'house' }])
  })

  it('should refuse a short password in the language of the terminal', async () => {
    const { code, stderr } = await reprise([...newAccount, '--role=cashier', '--password-stdin'], {
      env: { LC_ALL: 'fr_CH.UTF-8' },
      input: 'court\n',
    })
    expect(code).toBe(3)
    expect(stderr).toContain('Le mot de passe est trop court.')
  })

  it('should say which migrations wait, and run them once', async () => {
    const uri = newDatabase()
    const waiting = await reprise(['migrate', '--status', '--json'], { uri })
    expect(waiting.code).toBe(4)
    const [{ waiting: names }] = waiting.objects
    const migrated = await reprise(['migrate', '--json'], { uri })
    expect(migrated).toMatchObject({
      code: 0,
      objects: [{ applied: names, before: [], waiting: [] }],
    })
    const again = await reprise(['migrate', '--json'], { uri })
    expect(again).toMatchObject({ code: 0, objects: [{ applied: [], before: names, waiting: [] }] })
  })
})

describe('a worker', () => {
  it('should answer nothing but its health, and end with 0 when it is told to stop', async () => {
    const port = await freePort()
    const { child, ended, said } = start(['start', '--json'], {
      env: { HOST: '127.0.0.1', PORT: String(port), ROLE: 'worker' },
    })
    const url = `http://127.0.0.1:${port}`
    while (!said().includes('"ready"') && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ready' })
    expect((await fetch(`${url}/admin`)).status).toBe(404)
    expect((await fetch(`${url}/api/users/login`, { method: 'POST' })).status).toBe(404)
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 0, objects: [{ port, status: 'ready' }] })
  })
})
