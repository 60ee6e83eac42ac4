import type { ImportedPerson, SubscriberRow } from './types'

import { toSearchKey } from '../../../utilities/toSearchKey'
import { digest, identityKey, plain } from './identityKey'

/** The beneficiary without what may be corrected between two imports. */
const nameOf = ({
  company,
  externalContactNumber,
  firstName,
  lastName,
}: ImportedPerson): string[] =>
  externalContactNumber
    ? [toSearchKey(externalContactNumber)]
    : [plain(firstName), plain(lastName), plain(company)]

/**
 * What makes a line the same line when the file is imported again: file number, beneficiary, subscription and seat. A corrected
 * address, e-mail, tariff or price does not make it another one. Without a file number the payer's identity stands for it.
 *
 * @param occurrence which line of this key it is in the file, from 1: two places without numbers for one person are two
 */
export const rowKey = (row: SubscriberRow, occurrence = 1): string =>
  `row:${digest([
    row.fileNumber ? `file:${toSearchKey(row.fileNumber)}` : identityKey(row.payer),
    row.beneficiary ? nameOf(row.beneficiary) : null,
    toSearchKey(row.subscriptionCode),
    [row.block, row.row, row.seat].map((part) => toSearchKey(part)),
    occurrence,
  ])}`
