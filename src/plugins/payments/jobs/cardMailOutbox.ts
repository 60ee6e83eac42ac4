import type { Mail } from '../../../jobs/mail/mailKind'
import type { OutboxKind, OutboxRow, Outcome, SendArgs } from '../../../jobs/outbox/types'
import type { Failure } from '../operations/reminders/standingOf'

import { readMany, updateMany } from '../../../database/bulk'
import { mailKind } from '../../../jobs/mail/mailKind'
import { open } from '../../../utilities/seal'
import { paymentSlugs } from '../collections/slugs'
import { hashOf, tokenContext } from '../operations/reminders/linkTokens'
import { standingOf } from '../operations/reminders/standingOf'
import { cardMailKind } from './cardMailKindName'

type Content = {
  mail: Mail
  /** Stands in the mail where the token belongs. */
  mark: string
  /** Sealed. */
  token: string
}

type Link = {
  id: string
  expiresAt: string
  failure: null | string
  state: string
  tokenHash: string
}

/** Why a mail that waited was not sent: nothing went wrong. */
const NOT_NEEDED = 'No longer needed: it was paid, the link was withdrawn, or its time is over.'

/**
 * Mails with a personal link. Just before it leaves it is looked at once more whether there still is something to ask for, and the
 * token is put into its place.
 */
export const cardMailOutbox: OutboxKind<Content> = {
  name: cardMailKind,
  concurrency: mailKind.concurrency,
  decisions: mailKind.decisions,
  leaseMS: mailKind.leaseMS,
  recover: async (args) => mailKind.recover!(await asMail(args)),
  send: async (args) => {
    if (!(await isNeeded(args))) return { error: NOT_NEEDED, state: 'failed' }
    return mailKind.send(await asMail(args))
  },
  settle: async ({ outcome, payload, req, row }) => {
    const said = saidOf(outcome)
    if (!said || !row.subject) return
    await updateMany({
      collection: paymentSlugs.links as 'sites',
      data: said,
      payload,
      req,
      where: { id: row.subject },
    })
  },
}

const saidOf = ({ error, state }: Outcome) => {
  if (state === 'done') return { mailError: null, mailState: 'sent' }
  if (state === 'retry') return undefined
  if (error === NOT_NEEDED) return { mailError: null, mailState: 'cancelled' }
  return { mailError: error ?? null, mailState: state }
}

/** The mail as it leaves. */
const asMail = async ({ row, ...args }: SendArgs<Content>): Promise<SendArgs<Mail>> => {
  const { mail, mark, token } = row.content
  const link = open(token, tokenContext({ id: row.subject!, institution: row.institution }))
  const filled = (text: string) => text.replaceAll(mark, link)
  return {
    ...args,
    row: {
      ...row,
      content: { ...mail, html: mail.html && filled(mail.html), text: filled(mail.text) },
    } as OutboxRow<Mail>,
  }
}

const isNeeded = async ({ payload, row }: SendArgs<Content>): Promise<boolean> => {
  const [link] = await readMany<Link>({
    collection: paymentSlugs.links as 'sites',
    payload,
    where: { id: row.subject! },
  })
  if (link?.state !== 'open' || new Date(link.expiresAt) <= new Date()) return false
  const token = open(row.content.token, tokenContext({ id: link.id, institution: row.institution }))
  if (hashOf(token) !== link.tokenHash) throw new Error('The token is another link’s.')
  if (!link.failure) return true
  const failures = await readMany<Failure>({
    collection: paymentSlugs.failures as 'sites',
    payload,
    where: { id: link.failure },
  })
  if (failures[0]?.state !== 'open') return false
  const standing = (await standingOf({ failures, payload })).get(link.failure)
  return standing?.state === 'owed'
}
