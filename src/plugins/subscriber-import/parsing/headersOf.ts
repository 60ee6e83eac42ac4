import type { ImportSource } from './types'

import { readTable } from './readTable'

/**
 * The column headers of a file: those of its first line with content, each name once.
 *
 * @throws ImportFileError with a code of `fileProblemCodes`
 */
export const headersOf = async (source: ImportSource): Promise<string[]> => {
  const table = await readTable(source)
  await table.close()
  return table.headers
}
