import type { Charging } from '../../../operations/payments/paymentMethods'
import type { Failure } from './reminders/standingOf'

import { insertMany, readMany, updateEach } from '../../../database/bulk'
import { BOOKING_TAKEN_BACK } from '../../../operations/payments/coverInstalments'
import { authorOf } from '../../../utilities/authorOf'
import { paymentSlugs } from '../collections/slugs'
import { openFailure } from './failures'
import { ANEW, freeReminders } from './reminders/beginAnew'
import { isOfFormerFile, standingOf } from './reminders/standingOf'

const failuresSlug = paymentSlugs.failures as 'sites'

/**
 * Opens the failed payments again that a payment had settled which is taken back now, and puts those instalments on the list that are
 * owed because of it and stand nowhere. Reminders begin anew with the first, and days count from now, so that nobody is written to, and
 * nothing is cancelled, the moment after.
 */
export const reopenFailures: Charging['reopenFailures'] = async ({
  bookedAt,
  fileID,
  instalments,
  now,
  payload,
  req,
}) => {
  const common = { payload, req }
  const failures = (
    await readMany<{ closedAt: null | string } & Failure>({
      ...common,
      collection: failuresSlug,
      where: { file: fileID, state: ['open', 'paid'] },
    })
  ).filter((failure) => !isOfFormerFile(failure))
  const standings = await standingOf({ ...common, failures })
  const owed = failures.filter(({ id }) => standings.get(id)!.state === 'owed')
  const amountOf = ({ id, amount }: Failure) => Math.max(standings.get(id)!.left, 0) || amount
  // What was settled before that payment was noted was settled by something else.
  const again = owed.filter(
    ({ closedAt, state }) => state === 'paid' && closedAt && closedAt >= bookedAt,
  )
  await updateEach({
    ...common,
    collection: failuresSlug,
    docs: again.map((failure) => ({
      id: failure.id,
      amount: amountOf(failure),
      closedAt: null,
      failedAt: now.toISOString(),
      ...ANEW,
      state: 'open',
    })),
  })
  await freeReminders({ ...common, failureIDs: again.map(({ id }) => id), now })
  const stillOpen = owed.filter(({ state }) => state === 'open')
  await updateEach({
    ...common,
    collection: failuresSlug,
    docs: stillOpen.map((failure) => ({ id: failure.id, amount: amountOf(failure) })),
  })
  await insertMany({
    ...common,
    collection: 'journal',
    docs: again.map((failure) => ({
      action: 'chargeFailed',
      after: { amount: amountOf(failure), state: 'open' },
      before: { state: 'paid' },
      document: failure.id,
      documentTitle: String(standings.get(failure.id)!.fileNumber ?? ''),
      file: fileID,
      institution: failure.institution,
      noun: paymentSlugs.failures,
      site: failure.site,
      ...authorOf(req),
    })),
  })
  const listed = new Set([...again, ...stillOpen].map(({ instalment }) => instalment))
  await listNew({
    ...common,
    fileID,
    instalments: instalments.filter((id) => !listed.has(id)),
    now,
  })
}

/** Instalments that are owed now and were never on the list: their day has passed while they seemed paid. */
const listNew = async ({
  fileID,
  instalments,
  now,
  payload,
  req,
}: Omit<Parameters<Charging['reopenFailures']>[0], 'bookedAt'>) => {
  const common = { payload, req }
  const parts = await readMany({
    ...common,
    collection: 'instalments',
    where: { id: instalments, state: ['failed', 'returned'] },
  })
  if (!parts.length) return
  const payments = await readMany({
    ...common,
    collection: 'payments',
    select: ['alias', 'mandate'],
    where: { id: [...new Set(parts.map(({ payment }) => payment as string))] },
  })
  const [file] = await readMany({
    ...common,
    collection: 'files',
    select: ['currency'],
    where: { id: fileID },
  })
  for (const part of parts) {
    const payment = payments.find(({ id }) => id === part.payment)
    await openFailure({
      ...common,
      cause: part.reason ?? BOOKING_TAKEN_BACK,
      charge: {
        id: part.id,
        alias: payment?.alias ?? null,
        amount: Number(part.amount),
        contact: part.contact,
        currency: file!.currency,
        file: fileID,
        instalment: part.id,
        institution: part.institution,
        mandate: payment?.mandate ?? null,
        payment: part.payment,
        run: null,
        site: part.site,
      },
      now,
    })
  }
}
