import type { PayloadRequest } from 'payload'

import { staffOf } from '../../../access/ofOwnInstitution'
import { readMany } from '../../../database/bulk'
import { groupBy } from '../../../utilities/groupBy'

/** What is still to be charged to a card or mandate. Amounts in minor units. */
export type Hanging = {
  /** Of the sites that the person asking reaches, one for each currency. */
  amounts: { amount: number; currency: string }[]
  count: number
  /** How many more there are at other sites of the institution. */
  elsewhere: number
  nextDueAt: null | string
  timeZone: string
  /** How many have left the house, or are in a file for the bank: these may still be charged. */
  underWay: number
}

type Part = {
  id: string
  amount: number
  dueAt: string
  file: string
  nextAttemptAt: null | string
  payment: string
  site: string
  state: string
}

/**
 * What hangs on some cards or mandates, to be said before one is revoked. A fixed number of queries.
 *
 * @param ids of cards or mandates that the person has been found to reach
 * @returns by id of the card or mandate; nothing for one on which nothing hangs
 */
export const loadHanging = async ({
  collection,
  ids,
  req,
}: {
  collection: 'aliases' | 'mandates'
  ids: readonly string[]
  req: PayloadRequest
}): Promise<Map<string, Hanging>> => {
  const { payload } = req
  const field = collection === 'aliases' ? 'alias' : 'mandate'
  const payments = await readMany({
    collection: 'payments',
    payload,
    select: [field],
    where: { [field]: ids, state: ['failed', 'pending', 'planned', 'returned'] },
  })
  const meansOf = new Map(payments.map((payment) => [payment.id, String(payment[field])]))
  const parts = (
    await readMany<Part>({
      collection: 'instalments',
      payload,
      select: ['amount', 'dueAt', 'file', 'nextAttemptAt', 'payment', 'site', 'state'],
      where: { payment: [...meansOf.keys()], state: ['failed', 'pending', 'planned', 'returned'] },
    })
  ).filter((part) => !hasFailed(part) || part.nextAttemptAt)
  const files = await readMany<{ id: string; currency: string }>({
    collection: 'files',
    payload,
    select: ['currency'],
    where: { id: [...new Set(parts.map(({ file }) => file))] },
  })
  const zones = await readMany<{ id: string; timeZone: string }>({
    collection: 'sites',
    payload,
    select: ['timeZone'],
    where: { id: [...new Set(parts.map(({ site }) => site))] },
  })
  const currencyOf = new Map(files.map(({ id, currency }) => [id, currency]))
  const zoneOf = new Map(zones.map(({ id, timeZone }) => [id, timeZone]))
  const own = staffOf(req)?.sites ?? []
  const isOwn = ({ site }: Part) => !own.length || own.includes(site)
  return new Map(
    [...groupBy(parts, ({ payment }) => meansOf.get(payment)!)].map(([id, all]) => {
      const toCome = all.filter(({ state }) => state !== 'pending')
      const mine = toCome
        .filter(isOwn)
        .sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || (a.id < b.id ? -1 : 1))
      const [next] = mine
      return [
        id,
        {
          amounts: [...groupBy(mine, ({ file }) => currencyOf.get(file)!)].map(
            ([currency, list]) => ({
              amount: list.reduce((sum, { amount }) => sum + Number(amount), 0),
              currency,
            }),
          ),
          count: mine.length,
          elsewhere: toCome.length - mine.length,
          nextDueAt: next ? dayOf(next) : null,
          timeZone: zoneOf.get(next?.site ?? '') ?? 'UTC',
          underWay: all.length - toCome.length,
        },
      ]
    }),
  )
}

/** Whether it was tried: only where that may help is it tried again. */
const hasFailed = ({ state }: Part): boolean => state === 'failed' || state === 'returned'

/** When it is tried: what has failed, at its next attempt. */
const dayOf = (part: Part): string =>
  hasFailed(part) && part.nextAttemptAt ? part.nextAttemptAt : part.dueAt
