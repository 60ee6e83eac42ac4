import type { Payload, PayloadRequest } from 'payload'

import { dayIn } from '../../../../utilities/dayIn'
import { staffOf } from '../../../../access/ofOwnInstitution'
import { insertMany, newID } from '../../../../database/bulk'
import { inTransaction, isDuplicateKey } from '../../../../database/inTransaction'
import { RepriseError } from '../../../../utilities/errors'
import { paymentSlugs } from '../../collections/slugs'
import { newReference } from '../../operations/newReference'
import { writeCharges } from '../../operations/writeCharges'
import { earliestDay, refuseIncompleteAccount } from './debitAccount'
import { sealDebit } from './debitContext'
import { findPlace } from './debitPlaces'
import { findDue } from './findDue'
import { journalDebits } from './journalDebits'

type Args = {
  accountID: string
  now?: Date
  payload: Payload
  req: PayloadRequest
  siteID: string
  /** The last day on which an instalment is due, `YYYY-MM-DD`. */
  until: string
}

/** How an instalment stood before it was put into a file: what it goes back to when it is taken out. */
export type FormerState = { nextAttemptAt: null | string; reason: null | string; state: string }

const TRIES = 5

/**
 * Prepares a file of direct debits: everything that is due until a day and has nothing in the way is reserved for it, in one transaction,
 * so that each instalment is in one file however many people prepare at once, and a process that is killed leaves nothing behind.
 *
 * @returns the id of the file
 * @throws RepriseError `notFound`; `debitAccountIncomplete`; `nothingToCollect`
 */
export const prepareDebits = async (args: Args): Promise<string> => {
  for (let tries = 1; ; tries++)
    try {
      return await prepare(args)
    } catch (err) {
      // Somebody else has just put one of them into a file: what is left is looked for anew.
      if (!isDuplicateKey(err) || tries === TRIES || (await args.req.transactionID)) throw err
    }
}

const prepare = ({ accountID, now = new Date(), payload, req, siteID, until }: Args) =>
  inTransaction({
    payload,
    req,
    work: async (own) => {
      const staff = staffOf(own)
      const place = await findPlace({ accountID, payload, req: own, siteID })
      if (!place) throw new RepriseError('notFound')
      const { account, site } = place
      refuseIncompleteAccount(account)
      const { drafts } = await findDue({
        account,
        earliest: earliestDay({ account, now, zone: site.timeZone }),
        now,
        payload,
        req: own,
        site,
        until,
      })
      const good = drafts.filter(({ problems }) => !problems.length)
      if (!good.length) throw new RepriseError('nothingToCollect')
      const id = newID(payload)
      const day = dayIn(now, site.timeZone).replace(/-/g, '')
      const messageID = `DD-${day}-${newReference()}`
      const amount = good.reduce((sum, { instalment }) => sum + Number(instalment.amount), 0)
      await insertMany({
        collection: paymentSlugs.debitFiles as 'sites',
        docs: [
          {
            id,
            account: account.id,
            amount,
            count: good.length,
            currency: 'EUR',
            institution: account.institution,
            messageID,
            preparedAt: now.toISOString(),
            preparedBy: staff?.id ?? null,
            site: site.id,
            state: 'prepared',
            until: `${until}T00:00:00.000Z`,
          },
        ],
        payload,
        req: own,
      })
      await writeCharges({
        instalments: good.map(({ collectOn, currency, instalment, mandate, sequence }) => {
          const former: FormerState = {
            nextAttemptAt: instalment.nextAttemptAt,
            reason: instalment.reason,
            state: instalment.state,
          }
          const owner = {
            account: account.id,
            contact: instalment.contact,
            institution: account.institution,
          }
          return {
            id: instalment.id,
            account: account.id,
            alias: null,
            amount: Number(instalment.amount),
            attempts: Number(instalment.attempts),
            contact: instalment.contact,
            currency,
            debit: { collectOn, debit: sealDebit({ former }, owner), debitFile: id, sequence },
            file: instalment.file,
            institution: account.institution,
            mandate: mandate.id,
            payment: instalment.payment,
            run: null,
            site: site.id,
          }
        }),
        payload,
        req: own,
      })
      await journalDebits({
        action: 'create',
        after: { amount, count: good.length },
        file: { id, institution: account.institution, messageID, site: site.id },
        payload,
        req: own,
      })
      return id
    },
  })
