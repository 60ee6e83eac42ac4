import type { Payload, PayloadRequest } from 'payload'

import type { Creditor } from '../../../../utilities/bank/directDebits/types'

import { dayIn } from '../../../../utilities/dayIn'
import { readMany } from '../../../../database/bulk'
import { checkHead } from '../../../../utilities/bank/directDebits/checkCollection'
import { readCreditorID } from '../../../../utilities/bank/identifiers/creditorID'
import { readIBAN } from '../../../../utilities/bank/identifiers/iban'
import {
  addDays,
  earliestCollection,
  nextTargetDay,
} from '../../../../utilities/bank/identifiers/targetDays'
import { RepriseError } from '../../../../utilities/errors'
import { paymentSlugs } from '../../collections/slugs'
import { FILE_PROVIDER } from '../fileProvider'

/** An account at the bank, with what was agreed there. */
export type DebitAccount = {
  id: string
  name: string
  announcesFirst: boolean
  creditor: Creditor
  cutOff: string
  institution: string
  leadDays: number
  noticeDays: number
  version: '02' | '08'
}

/** Until when banks take files of the day where the account does not say it. */
const CUT_OFF = '12:00'

/** The accounts of an institution that are in use for direct debits by file. */
export const debitAccounts = async ({
  institution,
  payload,
  req,
}: {
  institution: string
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<DebitAccount[]> =>
  (
    await readMany({
      collection: paymentSlugs.accounts as 'sites',
      payload,
      req,
      sort: 'name',
      where: { active: true, institution, provider: FILE_PROVIDER },
    })
  ).map(toAccount)

const toAccount = (doc: Record<string, any>): DebitAccount => ({
  id: doc.id,
  name: doc.name,
  announcesFirst: doc.announcesFirst !== false,
  creditor: {
    name: doc.creditorName ?? '',
    address: doc.creditorTown
      ? {
          buildingNumber: doc.creditorHouseNumber,
          country: doc.creditorCountry ?? '',
          postcode: doc.creditorPostcode,
          street: doc.creditorStreet,
          town: doc.creditorTown,
        }
      : null,
    bic: doc.creditorBIC?.trim().toUpperCase() || null,
    creditorID: readCreditorID(doc.creditorID ?? '') ?? '',
    iban: readIBAN(doc.creditorIBAN ?? '').iban ?? '',
  },
  cutOff: doc.cutOff || CUT_OFF,
  institution: doc.institution,
  leadDays: Number(doc.leadDays ?? 1),
  noticeDays: Number(doc.noticeDays ?? 14),
  version: doc.painVersion === '02' ? '02' : '08',
})

/** @throws RepriseError `debitAccountIncomplete` when the bank would refuse whatever the house hands in */
export const refuseIncompleteAccount = ({ creditor }: DebitAccount): void => {
  if (checkHead({ createdAt: new Date(), creditor, msgID: 'DD-1' }).length)
    throw new RepriseError('debitAccountIncomplete')
}

/**
 * The first day on which what is released now can be collected: so many calendar days ahead as people are told before (14 by the rule
 * book, EPC016-06, 4.3.4, or what was agreed), and so many banking days as the bank wants.
 */
export const earliestDay = ({
  account: { cutOff, leadDays, noticeDays },
  now,
  zone,
}: {
  account: DebitAccount
  now: Date
  zone: string
}): string => {
  const told = nextTargetDay(addDays(dayIn(now, zone), noticeDays))
  const taken = earliestCollection({ at: now, cutOff, leadDays, timeZone: zone })
  return told > taken ? told : taken
}
