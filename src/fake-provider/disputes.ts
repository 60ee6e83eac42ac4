import { randomUUID } from 'crypto'

import type { Provider, StoredCharge, StoredDispute } from './types'

import { tell } from './events'
import { Refusal } from './types'

/** The parts of a charge that the customer's bank has taken, as the merchant sees them. */
export const disputesOf = ({ store }: Provider, chargeID: string) =>
  store
    .all<StoredDispute>('SELECT * FROM disputes WHERE charge = ? ORDER BY rowid', chargeID)
    .map(showDispute)

/** What of a charge is gone again: refunded, or taken back in part. */
export const goneOf = ({ store }: Provider, chargeID: string): number =>
  store.get<{ sum: number }>(
    `SELECT (SELECT coalesce(sum(amount), 0) FROM refunds WHERE charge = ? AND status <> 'failed')
          + (SELECT coalesce(sum(amount), 0) FROM disputes WHERE charge = ? AND status = 'returned') AS sum`,
    chargeID,
    chargeID,
  )!.sum

/**
 * The customer's bank takes a part of a paid charge, or gives back one that it took; inside a transaction.
 *
 * @throws Refusal when there is not so much left of it, or no such part was taken
 */
export const disputePart = (
  provider: Provider,
  { amount, charge, status }: Pick<StoredDispute, 'amount' | 'status'> & { charge: StoredCharge },
): void => {
  const { clock, store } = provider
  const say = (dispute: StoredDispute) =>
    tell(provider, {
      kind: 'dispute',
      merchant: charge.merchant,
      subject: { ...dispute, reference: charge.reference },
    })
  if (status === 'regained') {
    const taken = store.get<StoredDispute>(
      `SELECT * FROM disputes WHERE charge = ? AND amount = ? AND status = 'returned' ORDER BY rowid LIMIT 1`,
      charge.id,
      amount,
    )
    if (!taken) throw new Refusal(409, 'nothing_to_settle', 'No such part of it was taken.')
    store.run('UPDATE disputes SET status = ? WHERE id = ?', status, taken.id)
    return say({ ...taken, status })
  }
  if (goneOf(provider, charge.id) + amount > charge.amount)
    throw new Refusal(409, 'too_much', 'There is not so much left of it.')
  const dispute: StoredDispute = {
    id: `dp_${randomUUID().replaceAll('-', '')}`,
    amount,
    charge: charge.id,
    createdAt: clock.iso(),
    currency: charge.currency,
    merchant: charge.merchant,
    status,
  }
  const names = Object.keys(dispute) as (keyof StoredDispute)[]
  store.run(
    `INSERT INTO disputes (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...names.map((name) => dispute[name]),
  )
  say(dispute)
}

const showDispute = ({ merchant: _merchant, ...dispute }: StoredDispute) => dispute
