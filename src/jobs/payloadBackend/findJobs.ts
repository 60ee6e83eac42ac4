import type { Payload, Where } from 'payload'

import type { Row } from '../../database/bulk'

import { collection } from './jobRow'

type Args = {
  /** All when missing. */
  limit?: number
  payload: Payload
  sort: string[]
  where: Where
}

/** Reads job rows where several fields decide the order; what has no date comes first when ascending. */
export const findJobs = async ({ limit, payload, sort, where }: Args): Promise<Row[]> => {
  const { docs } = await payload.db.find<Row>({ collection, limit, pagination: false, sort, where })
  return docs
}
