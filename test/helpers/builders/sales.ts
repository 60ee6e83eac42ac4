import type { PaymentPlan } from '../../../src/operations/payments/paymentDocuments'
import type { FilePlan, LinePlan } from '../../../src/operations/fileDocuments'
import type { House, Season, Seat } from './house'

import { insertMany } from '../../../src/database/bulk'
import { takeNumbers } from '../../../src/database/takeNumbers'
import { loadPrices, priceOf } from '../../../src/operations/prices'
import { renewalKeyOf } from '../../../src/operations/renewalKeys'
import { writeFiles } from '../../../src/operations/writeFiles'
import { aSubscriber } from './people'

type SubscriptionOf = {
  amount?: number
  beneficiary?: string
  originLine?: null | string
  renewalKey?: string
  /** One of `house.seats`; the next free one is the caller's business. Without it the place is not numbered. */
  seat?: Seat
  shipmentMode?: null | string
  subscription?: keyof Season['subscriptions']
  tariff?: keyof House['tariffs']
}

type FileArgs = {
  house: House
  payer?: string
  paymentDeadline?: string
  /** How it was paid; a sale is paid by transfer when nothing is said, `null` is not paid. */
  payment?: ({ amount?: number } & Partial<PaymentPlan>) | null
  run?: null | string
  season?: Season
  subscriptions?: SubscriptionOf[]
}

export type BuiltFile = {
  id: string
  /** The subscription lines, in the order given. */
  lines: string[]
  number: number
  payer: string
}

/** A file that is sold and paid: by default one seated subscription of last season in the first seat, for the payer. */
export const aSoldFile = (args: FileArgs): Promise<BuiltFile> => aFile({ ...args, kind: 'sale' })

/** A file that is reserved and not paid. */
export const aReservedFile = (args: FileArgs): Promise<BuiltFile> =>
  aFile({ payment: null, ...args, kind: 'reservation' })

/** Many files that are sold and paid, written at once: what takes minutes one by one takes seconds. */
export const soldFiles = async (files: FileArgs[]): Promise<void> => {
  const [{ house }] = files as [FileArgs]
  const prices = await pricesOf(house.seasons.last, house)
  const plans = await Promise.all(files.map((file) => planOf({ ...file, kind: 'sale' }, prices)))
  for (let i = 0; i < plans.length; i += FILES_AT_ONCE)
    await writeFiles({
      action: 'sell',
      payload: house.payload,
      plans: plans.slice(i, i + FILES_AT_ONCE),
    })
}

const FILES_AT_ONCE = 50

const pricesOf = (season: Season, { payload }: House) =>
  loadPrices({ payload, subscriptionIDs: Object.values(season.subscriptions) })

type Wanted = { kind: 'reservation' | 'sale' } & FileArgs

const aFile = async (wanted: Wanted): Promise<BuiltFile> => {
  const { house, kind, season = house.seasons.last } = wanted
  const plan = await planOf(wanted, await pricesOf(season, house))
  const [written] = await writeFiles({
    action: kind === 'sale' ? 'sell' : 'reserve',
    payload: house.payload,
    plans: [plan],
  })
  return {
    id: written!.id,
    lines: written!.lineIDs[0]!,
    number: written!.number,
    payer: plan.payer,
  }
}

const planOf = async (
  {
    house,
    kind,
    payment,
    paymentDeadline,
    run = null,
    season = house.seasons.last,
    subscriptions = [{ seat: house.seats[0] }],
    ...given
  }: Wanted,
  prices: Awaited<ReturnType<typeof pricesOf>>,
): Promise<FilePlan> => {
  const payer = given.payer ?? (await aSubscriber({ house }))
  const lines = subscriptions.map((wanted): LinePlan => {
    const subscription =
      season.subscriptions[wanted.subscription ?? (wanted.seat ? 'seated' : 'unseated')]
    const tariff = house.tariffs[wanted.tariff ?? 'full']
    const priceCategory = wanted.seat?.category ?? null
    return {
      amount: wanted.amount ?? priceOf({ priceCategory, prices, subscription, tariff }) ?? 0,
      beneficiary: wanted.beneficiary ?? payer,
      kind: 'subscription',
      originLine: wanted.originLine,
      performances: season.performances,
      priceCategory,
      renewalKey: wanted.renewalKey,
      season: season.id,
      seat: wanted.seat?.id,
      shipmentMode:
        wanted.shipmentMode === undefined ? house.shipmentModes.post : wanted.shipmentMode,
      subscription,
      tariff,
    }
  })
  const due = lines.reduce((sum, { amount }) => sum + amount, 0)
  return {
    channel: house.channels.boxOffice,
    currency: house.currency,
    institution: house.institution,
    orders: [{ kind, lines, paymentDeadline, requestedBy: 'public' }],
    payer,
    payments:
      payment === null
        ? []
        : [
            {
              amount: due,
              method: 'transfer',
              paidAt: '2025-07-01T10:00:00.000Z',
              state: 'paid',
              ...payment,
            },
          ],
    run,
    season: season.id,
    site: house.site,
  }
}

/** A file of the next season that renews a line as the renewal does: under the key of its origin. */
export const aRenewedFile = ({
  origin,
  subscription = {},
  ...args
}: { origin: string; subscription?: SubscriptionOf } & Omit<
  FileArgs,
  'subscriptions'
>): Promise<BuiltFile> => {
  const season = args.season ?? args.house.seasons.next
  return aReservedFile({
    ...args,
    season,
    subscriptions: [
      {
        seat: args.house.seats[0],
        ...subscription,
        originLine: origin,
        renewalKey: renewalKeyOf(origin, season.id),
      },
    ],
  })
}

/** A ticket of a line, on paper. */
export const aTicket = async ({
  file,
  house,
  line,
  ...ticket
}: { file: Pick<BuiltFile, 'id'>; house: House; line: string } & Record<
  string,
  unknown
>): Promise<string> => {
  const { institution, payload, site } = house
  const number = await takeNumbers({ count: 1, key: `ticket:${institution}`, payload })
  const [id] = await insertMany({
    collection: 'tickets',
    docs: [
      {
        file: file.id,
        institution,
        line,
        medium: 'paper',
        number,
        numberKey: `${institution}:${number}`,
        site,
        state: 'issued',
        ...ticket,
      },
    ],
    payload,
  })
  return id!
}
