import type { ImportFieldKey } from '../../../src/plugins/subscriber-import/parsing/importFields'
import type { RowProblem } from '../../../src/plugins/subscriber-import/parsing/types'

import { importFields } from '../../../src/plugins/subscriber-import/parsing/importFields'
import { normaliseRow } from '../../../src/plugins/subscriber-import/parsing/normaliseRow'

/** Cells by the key of their field, and of columns that nothing is mapped to. */
export type Cells = Partial<Record<ImportFieldKey, string>> & Record<string, string>

const good: Cells = { payerLastName: 'Meier', subscriptionCode: 'PREM', tariffCode: 'VOLL' }

/** A file whose headers are our keys. */
const mapping = Object.fromEntries(importFields.map(({ key }) => [key, key]))

/** A good line with these cells. */
export const normalise = (cells: Cells, problems?: RowProblem[]) =>
  normaliseRow({
    cells: { ...good, ...cells } as Record<string, string>,
    currencyDecimals: 2,
    defaultCountry: 'CH',
    mapping,
    problems,
  })

/** What a line is understood as; fails where it is refused. */
export const valueOf = (cells: Cells) => {
  const read = normalise(cells)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.value
}

/** What is wrong with a line. */
export const problemsOf = (cells: Cells, problems?: RowProblem[]) => {
  const read = normalise(cells, problems)
  return 'problems' in read ? read.problems : []
}

/** The fields of a line that are wrong, and the code of each. */
export const codesOf = (cells: Cells) => problemsOf(cells).map(({ code, field }) => [field, code])
