import type { Payload, PayloadRequest } from 'payload'

import type { Terms } from '../../../../operations/payments/paymentMethods'

import { readMany } from '../../../../database/bulk'
import { PAID_OTHERWISE } from '../../../../operations/payments/coverInstalments'
import { loadOrderSums } from '../../../../operations/payments/loadOrderSums'
import { DECISION_DENIED, PAID_TOO_LATE, PART_RETURNED } from '../chargeStates'
import { ordersOfFailures } from '../ordersOfFailures'

export type Failure = {
  id: string
  alias: null | string
  amount: number
  cause: string
  contact: string
  currency: string
  failedAt: string
  failureKey: string
  file: string
  instalment: null | string
  institution: string
  lastReminderAt: null | string
  mandate: null | string
  nextStepAt: null | string
  payment: null | string
  run: null | string
  site: string
  stage: number
  state: string
  terms?: null | Terms
}

/**
 * How a failed payment stands at this moment, whatever its entry says: money may have come at the counter, or the file been
 * cancelled.
 */
export type Standing = {
  /** What is due, in minor units. */
  amount: number
  fileNumber: null | number
  fileStatus: null | string
  /** What is left of the payment that failed, in minor units; of a reservation in instalments that is its first. */
  left: number
  /** How it was to be paid. */
  method: null | string
  /** `ours`: it is for the house to act, and a person decides. */
  state: 'gone' | 'ours' | 'owed' | 'paid' | 'underWay'
}

/**
 * The money is here or was to be given back: it is not for the customer to pay, and charging once more would take it twice. Or the customer
 * has had their bank take a part of it, and may be right; or a person and the provider say different things.
 */
const OF_THE_HOUSE = new Set([DECISION_DENIED, PAID_TOO_LATE, PART_RETURNED, 'refundRefused'])

const NOT_BY_CARD = new Set([
  ...OF_THE_HOUSE,
  'mandateExpired',
  'noChargeableMethod',
  'noMandate',
  'providerRefused',
])

/** Whether it is for the house to act, not for the customer to pay. */
export const isOwedByHouse = ({ cause }: { cause: string }): boolean => OF_THE_HOUSE.has(cause)

/** Whether a new card of the customer helps: not where an account is debited, nor where the house has to act. */
export const isCardWanted = ({ cause, mandate }: Pick<Failure, 'cause' | 'mandate'>): boolean =>
  !mandate && !NOT_BY_CARD.has(cause)

/** Whether nothing was made of a renewal: the file is last season's, and says nothing about what is to be paid now. */
export const isOfFormerFile = ({
  failureKey,
  file,
}: {
  failureKey: string
  file: string
}): boolean => failureKey.startsWith(`renewal:${file}:`)

/**
 * Whether only a person can say that a failed payment is settled: nothing was made of the renewal, so no file tells whether it was bought
 * anew; or it is for the house to act. Of everything else the ledger knows.
 */
export const isForPersonToClose = (failure: {
  cause: string
  failureKey: string
  file: string
}): boolean => isOfFormerFile(failure) || isOwedByHouse(failure)

/** Looks at the ledger for how each of some failed payments stands. A fixed number of queries. */
export const standingOf = async ({
  failures,
  payload,
  req,
}: {
  failures: readonly Failure[]
  payload: Payload
  req?: PayloadRequest
}): Promise<Map<string, Standing>> => {
  const read = async (
    collection: string,
    field: 'file' | 'instalment' | 'payment',
    select: string[],
  ) => {
    const ids = [...new Set(failures.flatMap((failure) => failure[field] ?? []))]
    const docs = ids.length
      ? await readMany({
          collection: collection as 'sites',
          payload,
          req,
          select,
          where: { id: ids },
        })
      : []
    return new Map(docs.map((doc) => [doc.id, doc]))
  }
  const files = await read('files', 'file', ['balance', 'number', 'status'])
  const instalments = await read('instalments', 'instalment', ['amount', 'reason', 'state'])
  const payments = await read('payments', 'payment', ['method'])
  const orders = await ordersOfFailures({ failures, payload, req })
  const sums = await loadOrderSums({ orderIDs: [...orders.values()], payload, req })
  return new Map(
    failures.map((failure) => {
      const file = files.get(failure.file)
      const balance = Number(file?.balance ?? 0)
      const instalment = instalments.get(failure.instalment ?? '')
      const sum = sums.get(orders.get(failure.id) ?? '')
      // Of a file that others pay as well, what is to be charged is one order of it.
      const whole = Math.min(balance, sum ? sum.total - sum.paid : balance)
      const isReserved = sum ? sum.isReserved : file?.status === 'reserved'
      return [
        failure.id,
        {
          amount: isReserved && whole > 0 ? whole : Number(failure.amount),
          fileNumber: file ? Number(file.number) : null,
          fileStatus: file?.status ?? null,
          left: Math.min(balance, Number(instalment?.amount ?? whole)),
          method: payments.get(failure.payment ?? '')?.method ?? failure.terms?.method ?? null,
          state: stateOf({ balance, failure, file, instalment, isCancelled: sum?.total === 0 }),
        },
      ]
    }),
  )
}

const stateOf = ({
  balance,
  failure,
  file,
  instalment,
  isCancelled,
}: {
  balance: number
  failure: Failure
  file: Record<string, any> | undefined
  instalment: Record<string, any> | undefined
  /** What it was for, whatever else is on the file. */
  isCancelled: boolean
}): Standing['state'] => {
  if (isOwedByHouse(failure)) return 'ours'
  if (!file) return 'gone'
  if (isOfFormerFile(failure)) return 'owed'
  if (instalment?.state === 'paid') return 'paid'
  if (instalment?.state === 'pending' || instalment?.state === 'planned') return 'underWay'
  if (file.status === 'cancelled' || isCancelled) return 'gone'
  if (file.status === 'charging') return 'underWay'
  if (balance <= 0) return 'paid'
  if (instalment?.state !== 'cancelled' || file.status !== 'sold') return 'owed'
  return instalment.reason === PAID_OTHERWISE ? 'paid' : 'gone'
}
