import type { Payload, PayloadRequest } from 'payload'

import type { DebitCharge } from './changeDebits'
import type { DebitFile } from './changeFile'
import type { DebitAccount } from './debitAccount'
import type { DebitDraft, DebitInstalment } from './debitTypes'

import { staffOf } from '../../../../access/ofOwnInstitution'
import { readMany, updateEach, updateMany } from '../../../../database/bulk'
import { DirectDebitsRefused } from '../../../../utilities/bank/directDebits/types'
import { openDirectDebits } from '../../../../utilities/bank/directDebits/writeDirectDebits'
import { RepriseError } from '../../../../utilities/errors'
import { paymentSlugs } from '../../collections/slugs'
import { chargesIn } from './changeDebits'
import { changeFile } from './changeFile'
import { earliestDay, refuseIncompleteAccount } from './debitAccount'
import { sealDebit } from './debitContext'
import { draftDebits, nameOf } from './debitDrafts'
import { toCollection } from './debitSequence'
import { INSTALMENT_FIELDS } from './debitTypes'
import { findPlace } from './debitPlaces'
import { sendNotices } from './sendNotices'

/** A charge of a file, with what would stand there about it if the file were released now. */
export type DebitEntry = { charge: DebitCharge; draft: DebitDraft | undefined }

/** What the charges of a file that is being prepared would be handed in as now, and what is in the way of each. */
export const entriesNow = async ({
  account,
  charges,
  now,
  payload,
  req,
  zone,
}: {
  account: DebitAccount
  charges: readonly DebitCharge[]
  now: Date
  payload: Payload
  req: PayloadRequest
  zone: string
}): Promise<DebitEntry[]> => {
  const drafts = await draftDebits({
    account,
    earliest: earliestDay({ account, now, zone }),
    expected: ['pending'],
    instalments: await readMany<DebitInstalment>({
      collection: 'instalments',
      payload,
      req,
      select: INSTALMENT_FIELDS,
      where: { id: charges.map(({ instalment }) => instalment) },
    }),
    notBefore: new Map(
      charges.map(({ collectOn, instalment }) => [instalment, collectOn.slice(0, 10)]),
    ),
    payload,
    req,
    zone,
  })
  const of = new Map(drafts.map((draft) => [draft.instalment.id, draft]))
  return charges.map((charge) => ({ charge, draft: of.get(charge.instalment) }))
}

/**
 * Releases a prepared file, by a second person. In one transaction everything in it is looked at again as it is on this day and written
 * down for good, so that the file is the same whenever it is downloaded; the charges are under way, their mandates are used, and those
 * with an address are told.
 *
 * @throws RepriseError `notFound`; `conflict` when it is released or discarded already; `secondPersonNeeded`; `debitAccountIncomplete`;
 * `nothingToCollect` when nothing is left in it; `debitsChanged` with how many collections are no longer possible
 */
export const releaseDebits = async ({
  fileID,
  now = new Date(),
  payload,
  req,
}: {
  fileID: string
  now?: Date
  payload: Payload
  req: PayloadRequest
}): Promise<void> =>
  changeFile({
    fileID,
    payload,
    req,
    work: async (file, own) => {
      const person = staffOf(own)
      if (!person || person.id === file.preparedBy) throw new RepriseError('secondPersonNeeded')
      const place = await findPlace({
        accountID: file.account,
        payload,
        req: own,
        siteID: file.site,
      })
      // It was put out of use since.
      if (!place) throw new RepriseError('debitAccountIncomplete')
      const { account, site } = place
      refuseIncompleteAccount(account)
      const charges = await chargesIn({ fileID, payload, req: own })
      if (!charges.length) throw new RepriseError('nothingToCollect')
      const entries = await entriesNow({
        account,
        charges,
        now,
        payload,
        req: own,
        zone: site.timeZone,
      })
      const good = entries.filter(isPossible)
      if (good.length < entries.length)
        throw new RepriseError('debitsChanged', {
          values: { value: entries.length - good.length },
        })
      const { amount, partOf } = await checkedSums({ account, entries: good, file, now })
      await present({ entries: good, now, partOf, payload, req: own })
      await updateMany({
        collection: paymentSlugs.debitFiles as 'sites',
        data: {
          amount,
          count: good.length,
          creditor: account.creditor,
          releasedAt: now.toISOString(),
          releasedBy: person.id,
          state: 'released',
          version: account.version,
        },
        payload,
        req: own,
        where: { id: fileID },
      })
      await sendNotices({
        creditor: account.creditor,
        institution: file.institution,
        notices: good.flatMap(({ charge, draft }) => {
          const { collectOn, contact, content, currency } = draft
          return contact?.email
            ? [
                {
                  name: nameOf(contact),
                  amount: charge.amount,
                  chargeID: charge.id,
                  collectOn,
                  content,
                  currency,
                  email: contact.email,
                  language: contact.language,
                },
              ]
            : []
        }),
        payload,
        req: own,
        site: file.site,
      })
      return { amount, count: good.length, state: 'released' }
    },
  })

type Possible = { charge: DebitCharge; draft: DebitDraft }

const isPossible = (entry: DebitEntry): entry is Possible =>
  entry.draft !== undefined && !entry.draft.problems.length

/** What the file comes to as the bank will read it, and in which part of it each collection is. */
const checkedSums = async ({
  account,
  entries,
  file,
  now,
}: {
  account: DebitAccount
  entries: Possible[]
  file: DebitFile
  now: Date
}) => {
  try {
    const { controlSum, parts } = await openDirectDebits({
      collections: entries.map(({ charge, draft }) =>
        toCollection({ ...draft, amount: charge.amount, reference: charge.reference }),
      ),
      createdAt: now,
      creditor: account.creditor,
      msgID: file.messageID,
      version: account.version,
    })
    const ids = new Map(parts.map(({ id, date, sequence }) => [`${date} ${sequence}`, id]))
    return {
      amount: Number(controlSum),
      partOf: ({ collectOn, sequence }: DebitDraft) => ids.get(`${collectOn} ${sequence}`)!,
    }
  } catch (err) {
    if (!(err instanceof DirectDebitsRefused)) throw err
    throw new RepriseError('debitsChanged', { values: { value: err.problems.length } })
  }
}

/** Writes down what is handed in: the charges for good, and how their mandates go on. */
const present = async ({
  entries,
  now,
  partOf,
  payload,
  req,
}: {
  entries: Possible[]
  now: Date
  partOf: (draft: DebitDraft) => string
  payload: Payload
  req: PayloadRequest
}) => {
  await updateEach({
    collection: paymentSlugs.charges as 'sites',
    docs: entries.map(({ charge, draft }) => ({
      id: charge.id,
      collectOn: `${draft.collectOn}T00:00:00.000Z`,
      debit: sealDebit(draft.content, charge),
      mandate: draft.mandate.id,
      partID: partOf(draft),
      sentAt: now.toISOString(),
      sequence: draft.sequence,
      state: 'pending',
    })),
    payload,
    req,
  })
  // The rest of the plan is collected by the mandate that was signed since, too.
  const moved = new Map(
    entries
      .filter(({ draft }) => draft.isNewMandate)
      .map(({ charge, draft }) => [charge.payment, draft.mandate]),
  )
  await updateEach({
    collection: 'payments',
    docs: [...moved].map(([id, mandate]) => ({
      id,
      mandate: mandate.id,
      mandateReference: mandate.reference,
    })),
    payload,
    req,
  })
  const lastDays = new Map<string, string>()
  for (const { draft } of entries) {
    const { collectOn, mandate } = draft
    const known = lastDays.get(mandate.id) ?? mandate.lastPresentedOn?.slice(0, 10) ?? ''
    lastDays.set(mandate.id, collectOn > known ? collectOn : known)
  }
  await updateEach({
    collection: 'mandates',
    docs: [...lastDays].map(([id, day]) => ({
      id,
      formerIBAN: null,
      lastPresentedOn: `${day}T00:00:00.000Z`,
      sequence: 'recurrent',
    })),
    payload,
    req,
  })
}
