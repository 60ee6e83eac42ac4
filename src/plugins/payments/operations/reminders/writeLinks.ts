import type { Payload, PayloadRequest } from 'payload'

import { randomUUID } from 'crypto'

import type { MailText } from '../../../../operations/mails/mailTexts'
import type { Language } from '../../../../utilities/languages'
import type { ReminderMail } from '../../translations/reminderMails'
import type { Failure, Standing } from './standingOf'

import { insertMany, newID, readMany } from '../../../../database/bulk'
import { loadMailText } from '../../../../operations/mails/mailTexts'
import { enqueue } from '../../../../operations/outbox'
import { formatAmount } from '../../../../utilities/formatAmount'
import { formatMoment } from '../../../../utilities/formatMoment'
import { languageOf } from '../../../../utilities/languages'
import { seal } from '../../../../utilities/seal'
import { paymentSlugs } from '../../collections/slugs'
import { cardMailKind } from '../../jobs/cardMailKindName'
import { customerProblems } from '../../translations/reminderMails'
import { hashOf, linkAddress, newToken, tokenContext } from './linkTokens'

/** An instalment at which the card is no longer good. */
type ComingInstalment = {
  /** In minor units. */
  amount: number
  currency: string
  dueAt: string
  file: { id: string; number: number } | null
}

/** Whom a link is for. */
export type Recipient = {
  account: string
  /** The instalment ahead that it is about. */
  coming?: ComingInstalment
  contact: Customer
  /** The failed payment that it is about, and how that stands. */
  failed?: { failure: Failure; standing: Standing }
  mail: ReminderMail
  /** What has this key is sent once. */
  reminderKey: string
  stage?: number
}

export type Customer = {
  id: string
  company: null | string
  email: null | string
  firstName: null | string
  language: null | string
  lastName: null | string
}

export type Place = {
  id: string
  name: string
  institution: string
  language: string
  timeZone: string
}

const DAY_MS = 86_400_000

/** The people as mails address them. */
export const readCustomers = async ({
  ids,
  payload,
  req,
}: {
  ids: readonly string[]
  payload: Payload
  req?: PayloadRequest
}): Promise<Map<string, Customer>> =>
  new Map(
    (
      await readMany<Customer>({
        collection: 'contacts',
        payload,
        req,
        select: ['company', 'email', 'firstName', 'language', 'lastName'],
        where: { id: [...new Set(ids)] },
      })
    ).map((contact) => [contact.id, contact]),
  )

/** How a person is addressed: by name, or as the company. */
export const nameOf = ({ company, firstName, lastName }: Customer): string =>
  [firstName, lastName].filter(Boolean).join(' ') || (company ?? '')

/**
 * Writes links and their mails in the caller's transaction; the mails are sent after the commit. The token of a link lies in the
 * outbox sealed, and is put into the mail as it leaves: whoever reads the database or the outbox has no link.
 *
 * @returns the ids of the links
 * @throws an error for which `isDuplicateKey` is true when one of them was sent already
 */
export const writeLinks = async ({
  linkDays,
  mailing,
  now,
  payload,
  recipients,
  req,
  site,
}: {
  linkDays: number
  mailing: string
  now: Date
  payload: Payload
  recipients: readonly Recipient[]
  req: PayloadRequest
  site: Place
}): Promise<string[]> => {
  const expiresAt = new Date(now.getTime() + linkDays * DAY_MS).toISOString()
  const texts = new Map<ReminderMail, MailText>()
  for (const kind of new Set(recipients.map(({ mail }) => mail)))
    texts.set(kind, await loadMailText({ kind, payload, req, site: site.id }))
  const written = recipients.map((recipient) => {
    const { account, coming, contact, failed, mail, reminderKey, stage } = recipient
    const [id, token, mark] = [newID(payload), newToken(), randomUUID()]
    const language = languageOf(contact.language, site.language)
    const { html, subject, text } = texts.get(mail)!.render({
      language,
      values: {
        name: nameOf(contact),
        amount: amountOf(recipient, language),
        due: coming
          ? formatMoment({
              at: coming.dueAt,
              language,
              style: 'day',
              timeZone: site.timeZone,
            })
          : '',
        file: String(failed?.standing.fileNumber ?? coming?.file?.number ?? ''),
        house: site.name,
        link: linkAddress(mark),
        problem: (failed && customerProblems[language][failed.failure.cause]) ?? '',
        validUntil: formatMoment({
          at: expiresAt,
          language,
          style: 'day',
          timeZone: site.timeZone,
        }),
      },
    })
    const owner = { id, institution: site.institution }
    return {
      doc: {
        ...owner,
        account,
        contact: contact.id,
        expiresAt,
        failure: failed?.failure.id ?? null,
        mailing,
        reminderKey,
        site: site.id,
        stage: stage ?? null,
        state: 'open',
        tokenHash: hashOf(token),
      },
      row: {
        content: {
          mail: { html, subject, text, to: contact.email! },
          mark,
          token: seal(token, tokenContext(owner)),
        },
        institution: site.institution,
        key: `card-link:${id}`,
        kind: cardMailKind,
        site: site.id,
        subject: id,
      },
    }
  })
  await insertMany({
    collection: paymentSlugs.links as 'sites',
    docs: written.map(({ doc }) => doc),
    payload,
    req,
  })
  await enqueue({ payload, req, rows: written.map(({ row }) => row) })
  return written.map(({ doc }) => doc.id)
}

const amountOf = ({ coming, failed }: Recipient, language: Language): string => {
  const amount = failed?.standing.amount ?? coming?.amount
  const currency = failed?.failure.currency ?? coming?.currency
  return amount === undefined ? '' : formatAmount({ amount, currency, language })
}
