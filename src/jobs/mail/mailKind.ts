import { createHash } from 'crypto'

import type { SentMail } from '../../utilities/emailAdapter'
import type { OutboxKind, OutboxRow, Outcome, SendArgs } from '../outbox/types'

import { MAIL_FOLDER } from '../../utilities/emailAdapter'

/** A mail as it lies in the outbox: complete, so that what is sent is what was meant at the moment of its cause. */
export type Mail = {
  html?: string
  subject: string
  text: string
  /** One address. */
  to: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** After each temporary refusal; the last again and again. */
const DELAYS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR]
/** A mail server that does not take a message for so long will not; RFC 5321, 4.5.4.1 asks for four to five days. */
const GIVE_UP_AFTER_MS = 4 * 24 * HOUR

/**
 * Sends mails. By SMTP nobody can be asked whether a message arrived: one that was interrupted while it left stays `unknown`. In
 * the mail folder the same message is the same file, so writing it again makes sure.
 */
export const mailKind: OutboxKind<Mail, SentMail> = {
  name: 'mail',
  concurrency: 5,
  decisions: { again: { state: 'retry' }, arrived: { state: 'done' } },
  leaseMS: 20_000,
  recover: async (args) =>
    args.payload.email.name === MAIL_FOLDER
      ? sendMail(args)
      : {
          error:
            args.row.error ?? 'Sending was interrupted; whether the mail still left is not known.',
          state: 'unknown',
        },
  send: (args) => sendMail(args),
}

const sendMail = async ({ payload, row }: SendArgs<Mail>): Promise<Outcome<SentMail>> => {
  const { html, subject, text, to } = row.content
  try {
    const answer = (await payload.sendEmail({
      date: row.createdAt,
      html,
      messageId: messageIDOf(row.key, payload.email.defaultFromAddress),
      subject,
      text,
      // Given apart, so that nothing in it is read as a second address.
      to: { name: '', address: to },
    })) as SentMail
    return { answer, state: 'done' }
  } catch (err) {
    return outcomeOf(err as SMTPError, row)
  }
}

/** A Message-ID (RFC 5322, 3.6.4) that is the same whenever the row is sent: mail programs show such a message once. */
export const messageIDOf = (key: string, from: string): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${from.split('@')[1] ?? 'localhost'}>`

type SMTPError = { code?: string; hasBegun?: boolean; responseCode?: number } & Error

/** What an error of nodemailer says: a reply of the server decides; without one, whether the message had begun to leave. */
const outcomeOf = (err: SMTPError, row: OutboxRow): Outcome<SentMail> => {
  const error = err.message
  // Wrong credentials are not the message's fault: it goes once they are put right.
  const isRefused =
    err.code !== 'EAUTH' &&
    (err.responseCode
      ? err.responseCode >= 500
      : err.code === 'EENVELOPE' || err.code === 'EMESSAGE')
  if (isRefused) return { error, state: 'failed' }
  if (!err.responseCode && err.hasBegun) return { error, state: 'unknown' }
  if (Date.now() - new Date(row.createdAt).getTime() > GIVE_UP_AFTER_MS)
    return { error, state: 'failed' }
  const delay = DELAYS[Math.min(row.attempts, DELAYS.length) - 1]!
  return { dueAt: new Date(Date.now() + delay), error, state: 'retry' }
}
