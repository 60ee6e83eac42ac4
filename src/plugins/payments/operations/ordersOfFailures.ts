import type { Payload, PayloadRequest } from 'payload'

import { readMany } from '../../../database/bulk'

type Failure = {
  id: string
  cause: string
  file: string
  payment: null | string
  run: null | string
}

/**
 * Which order each of some failed payments is about: that of the payment; where nothing could be charged from the start, the one under
 * which the run has reserved what should have been. A fixed number of queries.
 *
 * @returns by id of the failed payment; those that are about a whole file are missing
 */
export const ordersOfFailures = async ({
  failures,
  payload,
  req,
}: {
  failures: readonly Failure[]
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<Map<string, string>> => {
  const common = { payload, req }
  const ids = (of: readonly Failure[], field: 'cause' | 'file' | 'payment' | 'run') => [
    ...new Set(of.flatMap((failure) => failure[field] ?? [])),
  ]
  const payments = await readMany({
    ...common,
    collection: 'payments',
    select: ['order'],
    where: { id: ids(failures, 'payment') },
  })
  const refused = failures.filter(({ payment, run }) => !payment && run)
  const rows = await readMany({
    ...common,
    collection: 'run-rows',
    select: ['newFile', 'newLine', 'reason', 'run'],
    where: {
      newFile: ids(refused, 'file'),
      reason: ids(refused, 'cause'),
      run: ids(refused, 'run'),
    },
  })
  const lines = await readMany({
    ...common,
    collection: 'lines',
    select: ['order'],
    where: { id: rows.flatMap(({ newLine }) => newLine ?? []) },
  })
  const [orderOfPayment, orderOfLine] = [payments, lines].map(
    (docs) => new Map(docs.map(({ id, order }) => [id, order as null | string])),
  )
  const keyOf = (run: null | string, file: string, cause: string) => [run, file, cause].join(':')
  const lineOf = new Map(
    rows.map(({ newFile, newLine, reason, run }) => [keyOf(run, newFile, reason), newLine]),
  )
  return new Map(
    failures.flatMap(({ id, cause, file, payment, run }): [string, string][] => {
      const order = payment
        ? orderOfPayment!.get(payment)
        : orderOfLine!.get(lineOf.get(keyOf(run, file, cause)))
      return order ? [[id, order]] : []
    }),
  )
}
