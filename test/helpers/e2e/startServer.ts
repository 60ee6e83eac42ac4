import type { ChildProcess } from 'child_process'

import { spawn } from 'child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'fs'
import Database from 'libsql'
import { createServer } from 'net'
import path from 'path'

import type { AddressInfo } from 'net'
import type { PreparedHouse } from './prepareHouse'

import { programOf } from '../programs'
import { BROUGHT } from '../expectNoCardNumber'
import { createTestDatabase } from '../testDatabase'

export const PASSWORD = 'correct horse battery'

export type E2EServer = Awaited<ReturnType<typeof startServer>>

const root = path.resolve(import.meta.dirname, '../../..')
const START_LIMIT_MS = 90_000

/** The demo house in a database of its own, and the product as `reprise start` starts it, in a process of its own on a free port. */
export const startServer = async () => {
  const { drop, folder, uri } = createTestDatabase()
  const mails = path.join(folder, 'mails')
  const brought = path.join(folder, BROUGHT)
  mkdirSync(brought)
  const port = await freePort()
  const env = {
    ...process.env,
    DATABASE_URI: uri,
    HOUSE_PASSWORD: PASSWORD,
    LOG_LEVEL: 'warn',
    MAIL_FOLDER: mails,
    NODE_ENV: 'production' as const,
    NODE_OPTIONS: '',
    PORT: String(port),
    UPLOAD_FOLDER: path.join(folder, 'uploads'),
  }
  await ended(spawn(process.execPath, [programOf('prepareHouse'), brought], { cwd: root, env }))
  const prepared = JSON.parse(
    readFileSync(path.join(brought, 'house.json'), 'utf8'),
  ) as PreparedHouse
  const server = spawn(process.execPath, ['bin/reprise.mjs', 'start', '--no-build'], {
    cwd: root,
    env,
  })
  const base = `http://localhost:${port}`
  await ready(server, path.join(folder, 'server.log'))

  /** Logs in without the form. @returns the token */
  const logIn = async (email: string): Promise<string> => {
    const { body } = await ask({
      body: { email, password: PASSWORD },
      method: 'POST',
      path: '/users/login',
    })
    return body.token
  }

  /** Calls the API as the holder of a token. */
  const ask = async ({
    body,
    method = 'GET',
    path: to,
    token,
  }: {
    body?: unknown
    method?: string
    path: string
    token?: string
  }): Promise<{ body: any; status: number; text: string }> => {
    const answer = await fetch(`${base}/api${to}`, {
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        'Content-Type': 'application/json',
        Origin: base,
        ...(token && { Authorization: `JWT ${token}` }),
      },
      method,
    })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
    const isJSON = answer.headers.get('content-type')?.includes('json')
    return { body: isJSON ? JSON.parse(text) : null, status: answer.status, text }
  }

  /**
   * Keeps the server from writing, as another program would that has the file open: a run stands still where it is until it is let
   * go. It is held as soon as the run has done a part of its work.
   */
  const holdRun = async (runID: string): Promise<{ letGo: () => void }> => {
    const file = new Database(uri.replace(/^file:/, ''))
    const done = file.prepare(
      `SELECT count(*) AS count FROM run_chunks WHERE run_id = ? AND state = 'done'`,
    )
    const isHeld = (): boolean => {
      try {
        file.exec('BEGIN IMMEDIATE')
      } catch {
        return false
      }
      if ((done.get(runID) as { count: number }).count) return true
      file.exec('ROLLBACK')
      return false
    }
    while (!isHeld()) await new Promise((resolve) => setTimeout(resolve, 5))
    return {
      letGo: () => {
        file.exec('ROLLBACK')
        file.close()
      },
    }
  }

  /** As if the days on which the collections of a file were to be made were over. */
  const passCollectionDay = (fileID: string): void => {
    const file = new Database(uri.replace(/^file:/, ''))
    // The server writes beside this.
    file.pragma('busy_timeout = 15000')
    file
      .prepare(`UPDATE charges SET collect_on = '2026-01-05T00:00:00.000Z' WHERE debit_file_id = ?`)
      .run(fileID)
    file.close()
  }

  /** What the server's process holds in memory at this moment, in megabytes; `undefined` where the system does not say. */
  const memory = (): number | undefined => {
    const file = `/proc/${server.pid}/status`
    if (!existsSync(file)) return undefined
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))![1]) / 1024
  }

  const stop = async (): Promise<void> => {
    const isOver = new Promise((resolve) => server.once('close', resolve))
    server.kill('SIGTERM')
    const timer = setTimeout(() => server.kill('SIGKILL'), 10_000)
    await isOver
    clearTimeout(timer)
    await drop()
  }
  return { ...prepared, ask, base, folder, holdRun, logIn, mails, memory, passCollectionDay, stop }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.resume()
    child.stderr?.on('data', (piece) => (said += piece))
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The house was not made: ${said}`)),
    )
  })

/** @param log where all that it says is kept */
const ready = (child: ChildProcess, log: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`No start: ${said}`)), START_LIMIT_MS)
    const listen = (piece: unknown) => {
      said = `${said}${String(piece)}`.slice(-10_000)
      appendFileSync(log, String(piece))
      if (!said.includes('Reprise is ready')) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('close', (code) => reject(new Error(`Ended with ${code}: ${said}`)))
  })
