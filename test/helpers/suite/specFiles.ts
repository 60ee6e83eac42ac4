import { existsSync, readdirSync, readFileSync } from 'fs'
import path from 'path'

export type SpecFiles = {
  /** Files that use a database and run on each engine. */
  database: string[]
  /** Files that drive a started server in a browser. */
  e2e: string[]
  /** Files for what only one engine has. */
  onlyMongoDB: string[]
  onlySQLite: string[]
  /** Files that need nothing; they run once. */
  unit: string[]
}

/**
 * Sorts the test files by what they need. A file uses a database when it or something of `test` it imports reaches
 * `helpers/testDatabase`: nobody has to keep a list.
 *
 * @param patterns parts of paths; all files when there are none
 */
export const specFiles = (root: string, patterns: string[] = []): SpecFiles => {
  const folder = path.join(root, 'test')
  const database = path.join(folder, 'helpers/testDatabase.ts')
  const files: SpecFiles = { database: [], e2e: [], onlyMongoDB: [], onlySQLite: [], unit: [] }
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const file = path.join(folder, name)
    if (!/\.spec\.tsx?$/.test(name)) continue
    if (patterns.length && !patterns.some((pattern) => file.includes(pattern))) continue
    if (name.startsWith(`e2e${path.sep}`)) files.e2e.push(file)
    else if (/\.sqlite\.spec\./.test(name)) files.onlySQLite.push(file)
    else if (/\.mongodb\.spec\./.test(name)) files.onlyMongoDB.push(file)
    else if (reaches(file, database)) files.database.push(file)
    else files.unit.push(file)
  }
  return files
}

const IMPORTS = /(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g

const reaches = (file: string, wanted: string, seen = new Set<string>()): boolean => {
  if (file === wanted) return true
  if (seen.has(file)) return false
  seen.add(file)
  return [...readFileSync(file, 'utf8').matchAll(IMPORTS)].some(([, source]) => {
    const target = path.resolve(path.dirname(file), source!)
    const found = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find(
      (candidate) => /\.tsx?$/.test(candidate) && existsSync(candidate),
    )
    return Boolean(found) && isTest(found!, wanted) && reaches(found!, wanted, seen)
  })
}

/** What the product imports is not followed: it knows nothing of tests. */
const isTest = (file: string, wanted: string): boolean =>
  file.startsWith(path.resolve(path.dirname(wanted), '..') + path.sep)
