import { readFileSync, writeFileSync } from 'fs'
import path from 'path'

import type { ImportFieldKey } from '../../../src/plugins/subscriber-import/parsing/importFields'
import type { E2EServer } from './startServer'

import { houseStyles } from '../../../src/demo/houses/houseStyles'

/** A subscriber of the theatre by what is special about them. */
export type Payer = { payerFirstName: string } & Partial<Record<ImportFieldKey, string>>

/**
 * Writes a file of the theatre with a subscription in a seat of its own for each of these people; all else as in the good line of the
 * house's own export.
 *
 * @returns the file
 */
export const writePayersFile = ({
  folder,
  payers,
  server,
}: {
  folder: string
  payers: Payer[]
  server: E2EServer
}): string => {
  const fields = houseStyles.theater!.headers.map(([field]) => field)
  const [headers, ...lines] = readFileSync(server.badFile, 'utf8').trimEnd().split('\r\n')
  const records = lines.map((line) => line.split(';'))
  const cell = (record: string[], field: ImportFieldKey) => record[fields.indexOf(field)] ?? ''
  // The others have one mistake each; where it is their seat, that is left out.
  const seats = records.filter((record) =>
    (['block', 'row', 'seat'] as const).every((field) => cell(record, field)),
  )
  const used = new Set<string>()
  const free = seats.filter((record) => {
    const seat = `${cell(record, 'block')}|${cell(record, 'row')}|${cell(record, 'seat')}`
    return cell(record, 'row') !== '99' && !used.has(seat) && used.add(seat)
  })
  const written = payers.map((payer, i) => {
    const values: Partial<Record<ImportFieldKey, string>> = {
      aliasReference: '',
      block: cell(free[i]!, 'block'),
      cardBrand: '',
      cardExpiry: '',
      cardLast4: '',
      fileNumber: String(880_001 + i),
      instalments: '1',
      mandateReference: '',
      payerCompany: '',
      payerExternalContactNumber: String(880_001 + i),
      payerLastName: 'Muster',
      paymentMethod: houseStyles.theater!.methods.card,
      row: cell(free[i]!, 'row'),
      seat: cell(free[i]!, 'seat'),
      terminated: houseStyles.theater!.no,
      ...payer,
    }
    return fields.map((field, column) =>
      field.startsWith('beneficiary') ? '' : (values[field] ?? records[0]![column]),
    )
  })
  const file = path.join(folder, 'zahlende.csv')
  writeFileSync(file, [headers, ...written.map((cells) => cells.join(';')), ''].join('\r\n'))
  return file
}
