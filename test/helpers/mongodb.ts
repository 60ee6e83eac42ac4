import { execFile, spawn } from 'child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs'
import { MongoClient } from 'mongodb'
import { createServer } from 'net'
import { tmpdir } from 'os'
import path from 'path'
import { promisify } from 'util'

import type { ChildProcess } from 'child_process'

/** A MongoDB with transactions, for the length of a test run. */
export type TestMongoDB = {
  /** What it is, for the person who reads the output. */
  name: string
  stop: () => Promise<void>
  /** Without a database name, which `testDatabase` puts in for each file. Several are separate servers, to share the files out. */
  uris: string[]
}

/** One way to come by a MongoDB. @throws an error whose message says in one line why it is not possible here */
type Source = { name: string; start: () => Promise<Omit<TestMongoDB, 'name'>> }

const SECANTUSDB = '0.7.0b3'
const START_LIMIT_MS = 60_000
/**
 * So long does the transaction of a process that was killed stand in the way, in seconds: in campaigns as compose.yaml has it, every
 * day half of that, because the tests that kill processes do little else than wait for it.
 */
const transactionLimit = (): number => (process.env.CAMPAIGN === 'full' ? 20 : 10)

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')

/**
 * Gets a MongoDB from the first source that works: the one that `MONGODB_URI` names, `mongod` on the PATH,
 * mongodb-memory-server, SecantusDB.
 *
 * @returns the database, or none and each source's reason
 */
export const startMongoDB = async (): Promise<{ mongodb?: TestMongoDB; reasons: string[] }> => {
  const reasons: string[] = []
  for (const { name, start } of sources()) {
    try {
      const started = await start()
      return { mongodb: { ...started, name }, reasons }
    } catch (err) {
      reasons.push(`${name}: ${(err as Error).message.trim().split('\n').pop()}`)
    }
  }
  return { reasons }
}

/** A given address is the only source: a run that was told to use it must not quietly use another. */
const sources = (): Source[] =>
  process.env.MONGODB_URI
    ? [{ name: 'MongoDB of MONGODB_URI', start: useGiven }]
    : [
        { name: 'mongod on the PATH', start: startMongod },
        { name: 'mongodb-memory-server', start: startMemoryServer },
        { name: `SecantusDB ${SECANTUSDB} (no real MongoDB here)`, start: startSecantusDB },
      ]

const useGiven = async () => {
  const uri = process.env.MONGODB_URI!
  const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 10_000 })
  const hello = await client.db('admin').command({ hello: 1 })
  await client.close()
  if (!hello.setName) throw new Error('it is no replica set, so it has no transactions')
  if (!/[?&]replicaSet=/.test(uri))
    throw new Error(`add replicaSet=${hello.setName} to the address`)
  return { stop: async () => undefined, uris: [uri] }
}

const startMongod = async () => {
  await run('mongod', ['--version']).catch(() => {
    throw new Error('not installed')
  })
  const folder = mkdtempSync(path.join(tmpdir(), 'reprise-mongod-'))
  const port = await freePort()
  const args = [
    '--replSet',
    'rs0',
    '--port',
    `${port}`,
    '--dbpath',
    folder,
    '--bind_ip',
    '127.0.0.1',
    '--setParameter',
    `transactionLifetimeLimitSeconds=${transactionLimit()}`,
  ]
  const child = spawn('mongod', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const stop = async () => {
    await end(child)
    rmSync(folder, { force: true, recursive: true })
  }
  try {
    await waitForLine(child, /Waiting for connections/)
    const client = await MongoClient.connect(`mongodb://127.0.0.1:${port}/?directConnection=true`)
    const admin = client.db('admin')
    await admin.command({
      replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] },
    })
    while (!(await admin.command({ hello: 1 })).isWritablePrimary)
      await new Promise((resolve) => setTimeout(resolve, 100))
    await client.close()
  } catch (err) {
    await stop()
    throw err
  }
  return { stop, uris: [`mongodb://127.0.0.1:${port}/?replicaSet=rs0`] }
}

/** In a process of its own: it downloads on first use, and prints pages where it cannot. */
const startMemoryServer = async () => {
  const script = `
    import { MongoMemoryReplSet } from 'mongodb-memory-server'
    const set = await MongoMemoryReplSet.create({
      instanceOpts: [{ args: ['--setParameter', 'transactionLifetimeLimitSeconds=${transactionLimit()}'] }],
      replSet: { count: 1 },
    })
    console.log('uri ' + set.getUri())
    process.on('SIGTERM', () => void set.stop().then(() => process.exit(0)))
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    env: { ...process.env, MONGOMS_MAX_RETRIES: '0', NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const found = await waitForLine(child, /^uri (\S+)/m, 5 * START_LIMIT_MS).catch(() => {
    throw new Error('could not download mongod')
  })
  return { stop: () => end(child), uris: [found[1]!] }
}

const startSecantusDB = async () => {
  const folder = path.join(root, '.cache', `secantusdb-${SECANTUSDB}`)
  const mark = path.join(folder, 'installed')
  const bin = path.join(folder, 'bin')
  if (!existsSync(mark)) {
    rmSync(folder, { force: true, recursive: true })
    mkdirSync(path.dirname(folder), { recursive: true })
    await run('python3', ['-m', 'venv', folder])
    await run(path.join(bin, 'pip'), ['install', '--quiet', `SecantusDB==${SECANTUSDB}`])
    writeFileSync(mark, '')
  }
  const servers = await Promise.all([1, 2, 3].map(() => startSecantusServer(bin)))
  return {
    stop: async () => void (await Promise.all(servers.map(({ stop }) => stop()))),
    uris: servers.map(({ uri }) => uri),
  }
}

/** It is Python, where one thread works at a time: so each of Jest's three workers gets one to itself. */
const startSecantusServer = async (bin: string) => {
  const child = spawn(
    path.join(bin, 'python3'),
    [
      path.join(root, 'test/helpers/startSecantus.py'),
      String(transactionLimit()),
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--storage-path',
      ':memory:',
      '--cache-size',
      '1G',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const found = await waitForLine(child, /listening on 127\.0\.0\.1:(\d+)/)
  return {
    stop: () => end(child),
    uri: `mongodb://127.0.0.1:${found[1]}/?replicaSet=secantus&retryWrites=false`,
  }
}

/** Waits for a line on whatever the process writes, and keeps reading afterwards so that it never stalls on a full pipe. */
const waitForLine = async (child: ChildProcess, line: RegExp, limit = START_LIMIT_MS) =>
  new Promise<RegExpExecArray>((resolve, reject) => {
    let written = ''
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`did not start in ${limit / 1000} s`))
    }, limit)
    const settle = (work: () => void) => {
      clearTimeout(timer)
      work()
    }
    const listen = (chunk: Buffer) => {
      if (written.length > 1_000_000) return
      written += chunk.toString()
      const found = line.exec(written)
      if (found) settle(() => resolve(found))
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('error', (err) => settle(() => reject(err)))
    child.once('exit', (code) => settle(() => reject(new Error(`${written}\nended with ${code}`))))
    const kill = () => child.kill('SIGKILL')
    process.once('exit', kill)
    child.once('exit', () => process.off('exit', kill))
  })

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(timer)
}

const freePort = async (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
