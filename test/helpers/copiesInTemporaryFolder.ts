import { readdirSync } from 'fs'
import { hostname, tmpdir } from 'os'
import path from 'path'

/** The folders with private copies of files that this process reads from; they are named by `spoolFolders.ts`. */
export const copiesInTemporaryFolder = (): string[] => {
  const prefix = `reprise-import-${hostname().replace(/[^a-z0-9]/gi, '')}-${process.pid}-`
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith(prefix))
    .map((name) => path.join(tmpdir(), name))
}
