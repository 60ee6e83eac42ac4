import type { Payload } from 'payload'

import { bookByTime } from '../operations/bookByTime'
import { settleMarked } from '../operations/settleMarked'

/** So many at a look, two seconds apart: what else the worker looks after waits no longer than a moment. */
const AT_A_LOOK = 200

/** What the worker looks after: collections whose time has come to count as paid, and what a bank has said and is still to be booked. */
export const settleDebits = async ({ payload }: { payload: Payload }): Promise<void> => {
  await bookByTime({ payload })
  await settleMarked({ limit: AT_A_LOOK, payload })
}
