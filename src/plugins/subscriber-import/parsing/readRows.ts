import type { ImportSource, RawRow } from './types'

import { readTable } from './readTable'

/**
 * The lines of a CSV or XLSX file, one by one and as they stand there, whatever the file is called. Stopping early is allowed.
 *
 * @throws ImportFileError with a code of `fileProblemCodes`
 */
export async function* readRows(source: ImportSource): AsyncGenerator<RawRow> {
  const table = await readTable(source)
  try {
    yield* table.rows
  } finally {
    await table.close()
  }
}
