import type { ImportFile } from './types'

import { open, seal } from '../../../utilities/seal'

const SEALED = ['aliasReference', 'iban'] as const

const change = (files: ImportFile[], turn: (text: string) => string): ImportFile[] =>
  files.map((file) => ({
    ...file,
    lines: file.lines.map((line) => {
      const { resolved } = line
      if (!resolved || !SEALED.some((field) => resolved[field])) return line
      const changed = SEALED.map((field) => [field, resolved[field] && turn(resolved[field])])
      return { ...line, resolved: { ...resolved, ...Object.fromEntries(changed) } }
    }),
  }))

const contextOf = (runID: string): string => `import:${runID}`

/** What lines say of tokens and accounts, sealed: while a run is under way its files lie in the database. */
export const sealMeans = (files: ImportFile[], runID: string): ImportFile[] =>
  change(files, (text) => seal(text, contextOf(runID)))

/** The files that `sealMeans` has sealed for the same run. */
export const openMeans = (files: ImportFile[], runID: string): ImportFile[] =>
  change(files, (text) => open(text, contextOf(runID)))
