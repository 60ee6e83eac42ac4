import { spawn } from 'child_process'
import { once } from 'events'
import path from 'path'
import { createInterface } from 'readline'

import { buildWhereNeeded } from '../src/cli/buildWhereNeeded'
import { root } from './root'

/** How long one list may take before the bench gives up, in milliseconds. */
const ANSWER_LIMIT_MS = 60_000

/**
 * Starts Reprise as people do, in a process of its own on a free port, on the database of this process; builds the panel first where
 * that is needed.
 */
export const startServer = async () => {
  await buildWhereNeeded()
  const child = spawn(
    process.execPath,
    [path.join(root, 'bin/reprise.mjs'), 'start', '--no-build', '--json'],
    {
      cwd: root,
      env: { ...process.env, HOST: 'localhost', PORT: '0', ROLE: 'all', SERVER_URL: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(child, 'close')
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const said = line.startsWith('{') ? JSON.parse(line) : {}
      if (said.status === 'ready') resolve(said.url)
    })
    child.once('close', (code) => reject(new Error(`The server ended with ${code}.`)))
  })

  /** @returns what asks for a path as this person, and answers in milliseconds, the body read */
  const logIn = async (who: { email: string; password: string }) => {
    const answer = await fetch(`${url}/api/users/login`, {
      body: JSON.stringify(who),
      headers: { 'Content-Type': 'application/json', Origin: url },
      method: 'POST',
    })
    const { token } = (await answer.json()) as { token?: string }
    if (!token) throw new Error(`No one could log in: ${answer.status}`)
    return async (to: string): Promise<number> => {
      const start = performance.now()
      const { ok, status, ...rest } = await ask(to, token)
      if (!ok) throw new Error(`${to} answered ${status}: ${rest.text.slice(0, 300)}`)
      return performance.now() - start
    }
  }

  const ask = async (to: string, token: string) => {
    const answer = await fetch(`${url}${to}`, {
      headers: {
        Cookie: `payload-token=${token}`,
        Origin: url,
        'Sec-Fetch-Site': 'same-origin',
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    })
    return { ok: answer.status === 200, status: answer.status, text: await answer.text() }
  }

  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  return { logIn, stop }
}
