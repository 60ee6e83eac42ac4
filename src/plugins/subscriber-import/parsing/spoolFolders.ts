import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

/** Containers that share a folder number their processes alike, so each looks after its own only. */
const PREFIX = `reprise-import-${os.hostname().replace(/[^a-z0-9]/gi, '')}-`

/** Tells this process from an earlier one that had its number; shared by every copy of this module. */
const mark: string = ((globalThis as { __repriseSpoolMark?: string }).__repriseSpoolMark ??=
  randomBytes(6).toString('hex'))

/** A new folder for a private copy of a file, named after its process so that others know when it is nobody's. */
export const makeSpoolFolder = async (): Promise<string> => {
  await sweepSpoolFolders()
  const own = `${PREFIX}${process.pid}-${mark}-${randomBytes(6).toString('hex')}`
  const folder = path.join(os.tmpdir(), own)
  await mkdir(folder, { mode: 0o700 })
  return folder
}

/**
 * Removes the copies that processes of this machine left behind when they were killed: they hold people's addresses. At the start
 * of a server, and before each new copy.
 */
export const sweepSpoolFolders = async (): Promise<void> => {
  const names = await readdir(os.tmpdir()).catch(() => [])
  for (const name of names) {
    if (!name.startsWith(PREFIX)) continue
    const [pid, owner] = name.slice(PREFIX.length).split('-')
    if (!pid || !owner || isAlive(Number(pid), owner)) continue
    // Somebody else's, or another process sweeps it at the same time.
    await rm(path.join(os.tmpdir(), name), { force: true, recursive: true }).catch(() => undefined)
  }
}

const isAlive = (pid: number, owner: string): boolean => {
  if (pid === process.pid) return owner === mark
  try {
    process.kill(pid, 0)
    return true
  } catch (err) {
    // EPERM: it is there, and somebody else's.
    return (err as NodeJS.ErrnoException).code === 'EPERM'
  }
}
