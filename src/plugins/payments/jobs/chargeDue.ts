import type { Payload } from 'payload'

import type { Conditions } from '../../../database/bulk'

import { readMany } from '../../../database/bulk'
import { inTransaction, isDuplicateKey } from '../../../database/inTransaction'
import { loadOrderSums } from '../../../operations/payments/loadOrderSums'
import { paymentSlugs } from '../collections/slugs'
import { FILE_PROVIDER } from '../sepa/fileProvider'
import { sitesWithPayments } from '../operations/sitesWithPayments'
import { writeCharges } from '../operations/writeCharges'

const PAGE = 100

type Due = {
  id: string
  amount: number
  attempts: number
  contact: string
  file: string
  institution: string
  payment: string
  site: string
}

/**
 * Starts the charges of instalments whose day has come, and the further attempts where trying again may help. What is only
 * reserved, goes to the bank in a file, or belongs to a site where the plugin is off, is left alone.
 *
 * @param now the moment that counts as now
 */
export const chargeDue = async ({
  now = new Date(),
  payload,
}: {
  now?: Date
  payload: Payload
}): Promise<void> => {
  const conditions: Conditions[] = [
    { dueAt: { until: now }, state: 'planned' },
    { nextAttemptAt: { until: now }, state: 'failed' },
  ]
  for (const where of conditions) {
    let after: string | undefined
    for (;;) {
      const due: Due[] = await readMany<Due>({
        collection: 'instalments',
        limit: PAGE,
        payload,
        select: ['amount', 'attempts', 'contact', 'file', 'institution', 'payment', 'site'],
        sort: 'id',
        where: { ...where, ...(after && { id: { after } }) },
      })
      if (due.length) await start({ due, payload })
      if (due.length < PAGE) break
      after = due[due.length - 1]!.id
    }
  }
}

const start = async ({ due, payload }: { due: Due[]; payload: Payload }) => {
  try {
    await inTransaction({
      payload,
      work: async (req) => {
        const read = (collection: string, ids: (null | string)[], select: string[]) =>
          readMany({
            collection: collection as 'sites',
            payload,
            req,
            select,
            where: { id: [...new Set(ids.filter((id): id is string => Boolean(id)))] },
          })
        const payments = await read(
          'payments',
          due.map(({ payment }) => payment),
          ['alias', 'file', 'mandate', 'order', 'paymentMethod'],
        )
        const files = await read(
          'files',
          due.map(({ file }) => file),
          ['currency', 'run', 'status'],
        )
        const mixed = new Set(files.flatMap(({ id, status }) => (status === 'mixed' ? [id] : [])))
        const sums = await loadOrderSums({
          orderIDs: payments.flatMap(({ file, order }) =>
            order && mixed.has(file) ? [order as string] : [],
          ),
          payload,
          req,
        })
        const aliases = await read(
          'aliases',
          payments.map(({ alias }) => alias),
          ['account'],
        )
        const mandates = await read(
          'mandates',
          payments.map(({ mandate }) => mandate),
          ['account'],
        )
        const accounts = await read(
          paymentSlugs.accounts,
          [...aliases, ...mandates].map(({ account }) => account),
          ['active', 'provider'],
        )
        const sites = await sitesWithPayments({ ids: due.map(({ site }) => site), payload, req })
        // Read again inside the transaction: what somebody else has started meanwhile is not due any more.
        const still = new Map(
          (
            await read(
              'instalments',
              due.map(({ id }) => id),
              ['amount', 'attempts', 'state'],
            )
          ).map((one) => [one.id, one]),
        )
        const byID = (docs: { id: string }[]) => new Map(docs.map((doc) => [doc.id, doc as any]))
        const [paymentOf, fileOf, aliasOf, mandateOf, accountOf] = [
          payments,
          files,
          aliases,
          mandates,
          accounts,
        ].map(byID)
        await writeCharges({
          instalments: due.flatMap((one) => {
            const payment = paymentOf!.get(one.payment)
            const file = fileOf!.get(one.file)
            // Where it is stored it is charged, whatever account the payment method has by now.
            const means =
              payment && (aliasOf!.get(payment.alias) ?? mandateOf!.get(payment.mandate))
            const account = means && accountOf!.get(means.account)
            const now = still.get(one.id)
            if (!payment || !account?.active || account.provider === FILE_PROVIDER) return []
            if (file?.status !== 'sold' && file?.status !== 'mixed') return []
            // Sold with its first part, or not at all: of what is reserved nothing is charged unasked.
            if (sums.get(payment.order)?.isReserved) return []
            if (!sites.has(one.site) || now?.attempts !== one.attempts) return []
            if (now.state !== 'planned' && now.state !== 'failed') return []
            return [
              {
                ...one,
                account: account.id,
                alias: payment.alias,
                amount: now.amount,
                currency: file.currency,
                mandate: payment.mandate,
                run: null,
              },
            ]
          }),
          payload,
          req,
        })
      },
    })
  } catch (err) {
    // Another worker was quicker; what is left is due at the next look.
    if (!isDuplicateKey(err)) throw err
  }
}
