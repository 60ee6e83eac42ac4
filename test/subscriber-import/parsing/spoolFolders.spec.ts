import { afterEach, describe, expect, it } from '@jest/globals'
import { spawn } from 'child_process'
import { existsSync, rmSync } from 'fs'
import path from 'path'

import {
  makeSpoolFolder,
  sweepSpoolFolders,
} from '../../../src/plugins/subscriber-import/parsing/spoolFolders'

const root = path.resolve(import.meta.dirname, '../../..')
const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { force: true, recursive: true })
})

/** A process that fetches a file which never ends. @returns the folder of its copy once some of it is there */
const startCopy = async () => {
  const script = `
    const { spoolSource } = await import('./src/plugins/subscriber-import/parsing/spoolSource.ts')
    const { defaultReadLimits } = await import('./src/plugins/subscriber-import/parsing/readLimits.ts')
    const { copiesInTemporaryFolder } = await import('./test/helpers/copiesInTemporaryFolder.ts')
    async function* endless() {
      yield Buffer.from('Anna Muster')
      console.log('copy ' + copiesInTemporaryFolder()[0])
      await new Promise((resolve) => setTimeout(resolve, 600_000))
    }
    await spoolSource({ limits: defaultReadLimits, source: { fileName: 'list', stream: endless() } })
  `
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: root, env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  child.stderr.on('data', (piece) => (said += piece))
  const folder = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (piece) => {
      said += piece
      const found = /^copy (.*)$/m.exec(said)
      if (found) resolve(found[1]!)
    })
    child.once('close', () => reject(new Error(said)))
  })
  folders.push(folder)
  return {
    folder,
    kill: async () => {
      const isOver = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGKILL')
      await isOver
    },
  }
}

describe('copies of files', () => {
  it('should be kept while their process lives, and go once it was killed', async () => {
    const { folder, kill } = await startCopy()
    const own = await makeSpoolFolder()
    folders.push(own)
    await sweepSpoolFolders()
    expect([existsSync(folder), existsSync(own)]).toEqual([true, true])
    await kill()
    expect(existsSync(folder)).toBe(true)
    await sweepSpoolFolders()
    expect([existsSync(folder), existsSync(own)]).toEqual([false, true])
  })
})
