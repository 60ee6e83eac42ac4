import type { Payload, PayloadRequest } from 'payload'

import { randomUUID } from 'crypto'
import { readdir, readFile } from 'fs/promises'
import path from 'path'

import type { FailedPayment } from '../../plugins/payments/views/loadFailedPayments'

import { readMany } from '../../database/bulk'
import { drainOutbox } from '../../jobs/outbox/drainOutbox'
import { cardTitle } from '../../operations/payments/storedMeans'
import { cardMailKind } from '../../plugins/payments/jobs/cardMailKindName'
import { chargeKind } from '../../plugins/payments/jobs/chargeKindName'
import { chargeAgain } from '../../plugins/payments/operations/chargeAgain'
import { completeLink } from '../../plugins/payments/operations/reminders/completeLink'
import { findLink } from '../../plugins/payments/operations/reminders/links'
import { openSetup } from '../../plugins/payments/operations/reminders/openSetup'
import { remindOfFailures } from '../../plugins/payments/operations/reminders/remindByHand'
import { environment } from '../../utilities/environment'

const NEW_CARD = { expiry: '12/49', number: '4242 4242 4242 4242' }

/**
 * Puts a failed payment right, step by step as it goes in a house: staff send the personal link, the customer opens it from the mail and
 * stores another card on the provider's page, staff charge again.
 *
 * @returns the new card, and the file, which is sold, or that part of it which was to be charged
 * @throws an Error when a step does not do what it should
 */
export const repairFailedPayment = async ({
  failure,
  payload,
  req,
}: {
  failure: FailedPayment
  payload: Payload
  req: PayloadRequest
}): Promise<{ card: string; fileNumber: number }> => {
  const mailsBefore = await mails()
  await remindOfFailures({ failureIDs: [failure.id], key: randomUUID(), payload, req })
  await drainOutbox({ kind: cardMailKind, payload })
  const token = await tokenFrom((await mails()).filter((file) => !mailsBefore.includes(file)))
  await storeCard({ name: failure.contact.name, payload, token })
  await chargeAgain({ failureID: failure.id, payload, req })
  await drainOutbox({ kind: chargeKind, payload })
  const link = (await findLink({ payload, token }))!
  const [card] = await readMany<{ id: string; brand: string; last4: string }>({
    collection: 'aliases',
    payload,
    select: ['brand', 'last4'],
    where: { id: link.alias! },
  })
  const [file] = await readMany<{ id: string; number: number; status: string }>({
    collection: 'files',
    payload,
    select: ['number', 'status'],
    where: { id: failure.file!.id },
  })
  if (file?.status !== 'mixed' && file?.status !== 'sold')
    throw new Error(`File ${file?.number} is ${file?.status} after its new card.`)
  return { card: cardTitle(card!), fileNumber: file.number }
}

const mails = async (): Promise<string[]> => {
  const { mailFolder } = environment()
  const names = await readdir(mailFolder).catch(() => [])
  return names.map((name) => path.join(mailFolder, name))
}

/** The secret of the personal link that a mail brings. */
const tokenFrom = async (files: string[]): Promise<string> => {
  for (const file of files) {
    // Long lines are broken by a "=" at their end (RFC 2045, 6.7).
    const text = (await readFile(file, 'utf8')).replace(/=\r?\n/g, '')
    const [, token] = /\/card\/([\w-]{43})/.exec(text) ?? []
    if (token) return token
  }
  throw new Error('No mail brought a personal link.')
}

/** What the customer does who opens the link. */
const storeCard = async ({
  name,
  payload,
  token,
}: {
  name: string
  payload: Payload
  token: string
}): Promise<void> => {
  const find = async () => {
    const link = await findLink({ payload, token })
    if (!link) throw new Error('The personal link leads nowhere.')
    return link
  }
  const address = await openSetup({ language: 'de', link: await find(), payload, token })
  await fetch(address, {
    body: new URLSearchParams({ ...NEW_CARD, name, action: 'save' }),
    method: 'POST',
    redirect: 'manual',
  })
  const outcome = await completeLink({ link: await find(), payload })
  if (outcome !== 'stored') throw new Error(`The new card is ${outcome}.`)
}
