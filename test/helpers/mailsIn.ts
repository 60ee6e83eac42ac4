import { existsSync, readdirSync, readFileSync } from 'fs'
import path from 'path'

/** The messages in a mail folder, the oldest first; a file with another ending than .eml is still being written. */
export const mailsIn = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
