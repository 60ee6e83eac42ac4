import type { SealedField } from '../../../operations/sealed/types'
import type { ImportFile } from './types'

import { open, seal } from '../../../utilities/seal'

const SEALED = ['aliasReference', 'iban'] as const

const changeFile = (file: ImportFile, turn: (text: string) => string): ImportFile => ({
  ...file,
  lines: file.lines.map((line) => {
    const { resolved } = line
    if (!resolved || !SEALED.some((field) => resolved[field])) return line
    const changed = SEALED.map((field) => [field, resolved[field] && turn(resolved[field])])
    return { ...line, resolved: { ...resolved, ...Object.fromEntries(changed) } }
  }),
})

const change = (files: ImportFile[], turn: (text: string) => string): ImportFile[] =>
  files.map((file) => changeFile(file, turn))

const contextOf = (runID: string): string => `import:${runID}`

/** What lines say of tokens and accounts, sealed: while a run is under way its files lie in the database. */
export const sealMeans = (files: ImportFile[], runID: string): ImportFile[] =>
  change(files, (text) => seal(text, contextOf(runID)))

/** The files that `sealMeans` has sealed for the same run. */
export const openMeans = (files: ImportFile[], runID: string): ImportFile[] =>
  change(files, (text) => open(text, contextOf(runID)))

/** Where they lie: among the parts of all runs, those of an import are files with lines. */
export const sealedParts: SealedField = {
  collection: 'run-chunks',
  contextOf: ({ run }) => contextOf(run),
  field: 'items',
  turnEach: (items, turn) =>
    (items as ImportFile[]).map((item) =>
      Array.isArray(item?.lines) ? changeFile(item, turn) : item,
    ),
  uses: ['run'],
}
