import type { Payload } from 'payload'

import type { ImportSource, RowSign } from '../parsing/types'
import type { ImportFile, ImportLine, ImportSettings } from './types'

import { contactName } from '../../../hooks/keepContactName'
import { toSearchKey } from '../../../utilities/toSearchKey'
import { findCardNumber } from '../parsing/findCardNumber'
import { identityKey } from '../parsing/identityKey'
import { normaliseRow } from '../parsing/normaliseRow'
import { defaultReadLimits } from '../parsing/readLimits'
import { readRows } from '../parsing/readRows'
import { rowKey } from '../parsing/rowKey'
import { spoolSource } from '../parsing/spoolSource'
import { createSharedMeansCheck } from './createSharedMeansCheck'
import { importSource } from './importSource'
import { loadCatalogue } from './loadCatalogue'
import { createNumberCheck } from './numbersOfOthers'
import { resolveLine } from './resolveLine'

type Args = {
  institution: string
  payload: Payload
  settings: ImportSettings
  site: string
}

/** CHF and EUR have two. */
const CURRENCY_DECIMALS = 2

/**
 * Reads an import file and puts the lines of each old file together, wherever they stand. Streams: what is held is one number per
 * seat given out and the files whose last line is still to come.
 */
export async function* readFiles({
  institution,
  payload,
  settings,
  site,
}: Args): AsyncGenerator<ImportFile> {
  const source = await importSource({ payload, settings })
  // Read twice: one from the storage is fetched once.
  const file = await spoolSource({ limits: defaultReadLimits, source })
  try {
    yield* filesIn({ institution, path: file.path, payload, settings, site })
  } finally {
    await file.close()
  }
}

async function* filesIn({
  institution,
  path,
  payload,
  settings,
  site,
}: { path: string } & Args): AsyncGenerator<ImportFile> {
  const source = { fileName: settings.fileName, path }
  const linesLeft = await countLines(source, settings)
  const catalogue = await loadCatalogue({ payload, season: settings.season, site })
  const given = new Map<number, number>()
  const occurrences = new Map<string, number>()
  const open = new Map<string, ImportFile>()
  const numbersOfOthers = createNumberCheck(settings)
  const refuseSharedMeans = createSharedMeansCheck(settings)
  // Codes, seats and often the numbers of files are the same every season.
  const keyOf = (own: string): string => `import:${institution}:${site}:${settings.season}:${own}`

  for await (const raw of readRows(source)) {
    const read = normaliseRow({
      cells: raw.cells,
      currencyDecimals: CURRENCY_DECIMALS,
      defaultCountry: settings.defaultCountry,
      mapping: settings.mapping,
      problems: raw.problems,
    })
    const number = fileNumberOf(raw.cells, settings)
    const line: ImportLine = {
      label: '',
      line: raw.lineNumber,
      place: null,
      problems: [],
      resolved: null,
    }
    if ('problems' in read) line.problems = read.problems
    else {
      const found = resolveLine({
        catalogue,
        given,
        line: raw.lineNumber,
        row: read.value,
        settings,
      })
      Object.assign(line, {
        label: `${contactName(read.value.beneficiary ?? read.value.payer)} · ${found.subscriptionName}`,
        place: found.place && {
          ...found.place,
          person: read.value.beneficiary ?? read.value.payer,
        },
        problems: found.problems,
        resolved: found.resolved,
      })
      if (read.value.currency && read.value.currency !== settings.currency)
        line.problems.push({
          code: 'currencyMismatch',
          column: settings.mapping.currency ?? null,
          field: 'currency',
          value: read.value.currency,
        })
      line.problems.push(...numbersOfOthers(read.value))
      refuseSharedMeans(line)
    }
    if (!number) {
      // Also a line that is refused counts: corrected, it must not be taken for its neighbour.
      const sign = 'problems' in read ? read.sign : read.value
      const ownKey = sign ? keyOfSingle(sign, occurrences) : `line:${raw.lineNumber}`
      yield { externalNumber: null, key: keyOf(ownKey), lines: [line] }
      continue
    }
    const key = keyOf(`file:${toSearchKey(number)}`)
    const file = open.get(key) ?? { externalNumber: number, key, lines: [] }
    file.lines.push(line)
    refuseOtherPayer(file, settings)
    const left = linesLeft.get(toSearchKey(number))! - 1
    linesLeft.set(toSearchKey(number), left)
    if (left > 0) open.set(key, file)
    else {
      open.delete(key)
      yield file
    }
  }
}

/** By what lines belong together. What is kept until the run has ended must hold no card number, so that is none. */
const fileNumberOf = (
  cells: Record<string, string>,
  { mapping }: ImportSettings,
): null | string => {
  const number = mapping.fileNumber ? cells[mapping.fileNumber]?.trim() : undefined
  return number && !findCardNumber(number) ? number : null
}

const countLines = async (
  source: ImportSource,
  settings: ImportSettings,
): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  if (!settings.mapping.fileNumber) return counts
  for await (const { cells } of readRows(source)) {
    const number = fileNumberOf(cells, settings)
    if (number) counts.set(toSearchKey(number), (counts.get(toSearchKey(number)) ?? 0) + 1)
  }
  return counts
}

/** Two places without numbers for one person are two: they are told apart by counting. */
const keyOfSingle = (row: RowSign, occurrences: Map<string, number>): string => {
  const first = rowKey(row)
  const occurrence = (occurrences.get(first) ?? 0) + 1
  occurrences.set(first, occurrence)
  return occurrence === 1 ? first : rowKey(row, occurrence)
}

/** One file has one payer: who pays decides. */
const refuseOtherPayer = (file: ImportFile, settings: ImportSettings) => {
  const first = file.lines.find((line) => line.resolved)?.resolved
  const last = file.lines[file.lines.length - 1]!
  if (!first || !last.resolved || identityKey(first.payer) === identityKey(last.resolved.payer))
    return
  last.problems.push({
    code: 'payerDiffers',
    column: settings.mapping.payerLastName ?? null,
    field: 'payerLastName',
    value: contactName(last.resolved.payer),
  })
}
