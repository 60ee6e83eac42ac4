import type { Payload, PayloadRequest } from 'payload'

import { readMany } from '../../../../database/bulk'
import { PAID_OTHERWISE } from '../../../../operations/payments/coverInstalments'

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
  site: string
  stage: number
  state: string
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
  /** `ours`: the house owes something, and a person decides. */
  state: 'gone' | 'ours' | 'owed' | 'paid' | 'underWay'
}

/** The money is here or was to be given back: it is not for the customer to pay, and charging once more would take it twice. */
const OF_THE_HOUSE = new Set(['paidTooLate', 'refundRefused'])

const NOT_BY_CARD = new Set([...OF_THE_HOUSE, 'mandateExpired', 'noChargeableMethod', 'noMandate'])

/** Whether it is the house that owes something, not the customer. */
export const isOwedByHouse = ({ cause }: { cause: string }): boolean => OF_THE_HOUSE.has(cause)

/** Whether a new card of the customer helps: not where an account is debited, nor where the house owes something. */
export const isCardWanted = ({ cause, mandate }: Pick<Failure, 'cause' | 'mandate'>): boolean =>
  !mandate && !NOT_BY_CARD.has(cause)

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
  return new Map(
    failures.map((failure) => {
      const file = files.get(failure.file)
      const balance = Number(file?.balance ?? 0)
      const instalment = instalments.get(failure.instalment ?? '')
      const isReserved = file?.status === 'reserved' || file?.status === 'mixed'
      return [
        failure.id,
        {
          amount: isReserved && balance > 0 ? balance : Number(failure.amount),
          fileNumber: file ? Number(file.number) : null,
          fileStatus: file?.status ?? null,
          left: Math.min(balance, Number(instalment?.amount ?? balance)),
          method: payments.get(failure.payment ?? '')?.method ?? null,
          state: stateOf({ balance, failure, file, instalment }),
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
}: {
  balance: number
  failure: Failure
  file: Record<string, any> | undefined
  instalment: Record<string, any> | undefined
}): Standing['state'] => {
  if (isOwedByHouse(failure)) return 'ours'
  if (!file) return 'gone'
  // Nothing was made of the renewal: the file is last season's, and says nothing about what is to be paid now.
  if (failure.failureKey.startsWith(`renewal:${file.id}:`)) return 'owed'
  if (instalment?.state === 'paid') return 'paid'
  if (instalment?.state === 'pending' || instalment?.state === 'planned') return 'underWay'
  if (file.status === 'cancelled') return 'gone'
  if (file.status === 'charging') return 'underWay'
  if (balance <= 0) return 'paid'
  if (instalment?.state !== 'cancelled' || file.status !== 'sold') return 'owed'
  return instalment.reason === PAID_OTHERWISE ? 'paid' : 'gone'
}
