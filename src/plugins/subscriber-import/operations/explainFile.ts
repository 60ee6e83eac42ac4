import type { Translate } from '../../../utilities/explain'
import type { ImportFileError } from '../parsing/ImportFileError'

import { fileProblemCodes } from '../parsing/problemCodes'

/**
 * What a person is told of a file that cannot be read: why, and what to do.
 *
 * @throws what is no ImportFileError, as it came
 */
export const explainFile = (err: unknown, t: Translate): string => {
  const { code, value } = err as Partial<ImportFileError>
  if (!fileProblemCodes.some((known) => known === code)) throw err
  return `${t(`subscriberImport:reasons:${code}`, { value })} ${t(`subscriberImport:nextSteps:${code}`)}`
}
