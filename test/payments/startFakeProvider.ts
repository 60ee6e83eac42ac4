import type { z } from 'zod'

import { spawn } from 'child_process'
import { mkdtempSync, rmSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'

import type { Settled } from '../../src/fake-provider/charges'
import type { FaultsDocument, Script } from '../../src/fake-provider/faults'
import type { readLedger } from '../../src/fake-provider/ledger'
import type { takeOverSchema } from '../../src/fake-provider/takeOver'

import { programOf } from '../helpers/programs'

const START_LIMIT_MS = 30_000

export type Account = { id: string; secretKey: string; webhookSecret: string; webhookURL?: string }
export type TakenOver = z.input<typeof takeOverSchema>['tokens'][number]
export type FakeProvider = Awaited<ReturnType<typeof startFakeProvider>>

/** The fake provider in a process and with a ledger of its own, and what only tests do with it. */
export const startFakeProvider = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'reprise-fake-provider-'))
  let running = await startProcess({ folder, port: 0 })
  const { address } = running

  const tell = async (command: string, body: unknown): Promise<any> => {
    const answer = await fetch(`${address}/control/${command}`, {
      body: JSON.stringify(body),
      method: 'POST',
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${command}: ${answer.status} ${text}`)
    return JSON.parse(text)
  }
  const read = async (what: string) => (await fetch(`${address}${what}`)).json() as Promise<any>

  return {
    address,
    advance: (seconds: number) => tell('clock', { advanceSeconds: seconds }),
    /** Sends everything that waits. */
    flush: () => tell('flush', {}),
    folder,
    /** kill -9, as a power cut. */
    kill: async () => {
      running.child.kill('SIGKILL')
      await running.ended
    },
    ledger: (): Promise<ReturnType<typeof readLedger>> => read('/ledger'),
    openAccount: (account: Account) => tell('merchants', account),
    /** Starts it again on the same ledger and the same port. */
    restart: async () => {
      running = await startProcess({
        folder,
        port: Number(new URL(address).port),
      })
    },
    script: (...scripts: Script[]) => tell('scripts', scripts),
    setFaults: (document: Partial<FaultsDocument>) => tell('faults', document),
    settle: (reference: string, status: Settled, amount?: number) =>
      tell('settle', { amount, reference, status }),
    stop: async () => {
      running.child.kill('SIGTERM')
      await running.ended
      rmSync(folder, { force: true, recursive: true })
    },
    summary: () => read('/ledger/summary'),
    /** Cards and accounts that another provider kept before. */
    takeOver: (...tokens: TakenOver[]) => tell('tokens', { tokens }),
  }
}

const startProcess = async ({ folder, port }: { folder: string; port: number }) => {
  const child = spawn(
    process.execPath,
    [programOf('fakeProvider'), '--data', folder, '--port', String(port)],
    {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let said = ''
  let failure = ''
  child.stderr.on('data', (piece) => (failure += piece))
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error('The fake provider did not start in time.'))
    }, START_LIMIT_MS)
    child.stdout.on('data', (piece) => {
      said += piece
      if (!said.includes('\n')) return
      clearTimeout(timer)
      resolve(JSON.parse(said).address)
    })
    child.once('close', () => {
      clearTimeout(timer)
      reject(new Error(`The fake provider ended: ${failure}`))
    })
  })
  return { address, child, ended }
}
