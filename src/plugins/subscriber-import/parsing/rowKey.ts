import type { ImportedPerson, RowSign } from './types'

import { toSearchKey } from '../../../utilities/toSearchKey'
import { digest, plain } from './identityKey'

/** Somebody without what may be corrected between two imports. */
const nameOf = ({
  company,
  externalContactNumber,
  firstName,
  lastName,
}: ImportedPerson): string[] =>
  externalContactNumber
    ? [toSearchKey(externalContactNumber)]
    : [plain(firstName), plain(lastName), plain(company)]

/** Who pays, where nothing else tells files apart: of two with the same name few live in the same place. */
const payerOf = (payer: ImportedPerson): string[] =>
  payer.externalContactNumber ? nameOf(payer) : [...nameOf(payer), plain(payer.postcode)]

/**
 * What makes a line the same line when the file is imported again: file number, beneficiary, subscription and seat. A corrected
 * address, e-mail, tariff or price does not make it another one. Without a file number the payer stands for it: their
 * customer number, else their name and postcode.
 *
 * @param occurrence which line of this key it is in the file, from 1: two places without numbers for one person are two
 */
export const rowKey = (row: RowSign, occurrence = 1): string =>
  `row:${digest([
    row.fileNumber ? `file:${toSearchKey(row.fileNumber)}` : payerOf(row.payer),
    row.beneficiary ? nameOf(row.beneficiary) : null,
    toSearchKey(row.subscriptionCode),
    [row.block, row.row, row.seat].map((part) => toSearchKey(part)),
    occurrence,
  ])}`
