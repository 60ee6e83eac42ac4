import type { Provider, StoredCharge, StoredRefund } from './types'

import { showCharge } from './charges'
import { showRefund } from './refunds'

/** Everything that has happened, in its order. */
export const readLedger = (provider: Provider) => ({
  charges: provider.store
    .all<StoredCharge>('SELECT * FROM charges ORDER BY rowid')
    .map((charge) => ({ ...showCharge(provider, charge), merchant: charge.merchant })),
  refunds: provider.store
    .all<StoredRefund>('SELECT * FROM refunds ORDER BY rowid')
    .map((refund) => ({ ...showRefund(refund), merchant: refund.merchant })),
})

/** Sums to compare with a merchant's own, and what must never be: one reference paid twice. */
export const summariseLedger = ({ clock, store }: Provider) => ({
  charges: store.all(
    'SELECT merchant, currency, status, count(*) AS count, sum(amount) AS amount FROM charges GROUP BY 1, 2, 3 ORDER BY 1, 2, 3',
  ),
  now: clock.iso(),
  paidTwice: store.all(
    `SELECT merchant, reference, count(*) AS count FROM charges WHERE status IN ('paid', 'pending', 'regained')
     GROUP BY 1, 2 HAVING count(*) > 1 ORDER BY 1, 2`,
  ),
  refunds: store.all(
    'SELECT merchant, currency, status, count(*) AS count, sum(amount) AS amount FROM refunds GROUP BY 1, 2, 3 ORDER BY 1, 2, 3',
  ),
  webhooks: store.all(
    'SELECT merchant, state, count(*) AS count FROM webhooks GROUP BY 1, 2 ORDER BY 1, 2',
  ),
})
