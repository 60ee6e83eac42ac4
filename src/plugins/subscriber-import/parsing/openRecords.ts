import type { FileRecord, ImportSource, ReadLimits } from './types'

import { ImportFileError } from './ImportFileError'
import { defaultReadLimits } from './readLimits'
import { readTextRecords } from './readTextRecords'
import { readWorkbookRecords } from './readWorkbookRecords'
import { sniffFormat } from './sniffFormat'
import { spoolSource } from './spoolSource'

/** A file opened: its records one by one, and `close`, which must be called. */
export type Records = {
  close: () => Promise<void>
  format: 'text' | 'workbook'
  records: AsyncGenerator<FileRecord>
}

const isEmpty = (record: FileRecord): boolean =>
  !record.problems && record.cells.every((cell) => !cell.trim())

/**
 * Opens a file, whatever it is called, to go through the records that are not empty. Only what a piece of the file needs is in memory.
 *
 * @param isWhole whether all that a workbook holds is wanted, not just its list
 * @throws ImportFileError with a code of `fileProblemCodes`, here or while the records are read
 */
export const openRecords = async (
  source: ImportSource,
  { isWhole = false }: { isWhole?: boolean } = {},
): Promise<Records> => {
  const limits = { ...defaultReadLimits, ...source.limits }
  const { fileName } = source
  const file = await spoolSource({ limits, source })
  try {
    const format = await sniffFormat({ fileName, path: file.path })
    const args = { fileName, limits, path: file.path }
    const records = skipEmpty({
      limits,
      records:
        format === 'workbook' ? readWorkbookRecords({ ...args, isWhole }) : readTextRecords(args),
    })
    const close = async () => {
      await records.return(undefined)
      await file.close()
    }
    return { close, format, records }
  } catch (err) {
    await file.close()
    throw err
  }
}

/** Empty lines are no records; the others are counted. */
async function* skipEmpty({
  limits,
  records,
}: {
  limits: ReadLimits
  records: AsyncGenerator<FileRecord>
}): AsyncGenerator<FileRecord> {
  let count = 0
  for await (const record of records) {
    if (isEmpty(record)) continue
    if (record.lineNumber && ++count > limits.rows)
      throw new ImportFileError({ code: 'tooManyRows', value: limits.rows })
    yield record
  }
}
