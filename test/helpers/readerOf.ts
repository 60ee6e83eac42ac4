import type { Payload } from 'payload'

import type { Row } from '../../src/database/bulk'

import { readMany } from '../../src/database/bulk'

/**
 * Reads what stands in the database of a test, past access: `read` all that meet some conditions, by default in the order of their ids,
 * and `one` by its id.
 *
 * @param payload where from; asked each time, because a test starts it late
 */
export const readerOf = (payload: () => Payload) => {
  const read = (collection: string, where: object, sort = 'id'): Promise<Row[]> =>
    readMany({
      collection: collection as 'sites',
      payload: payload(),
      sort,
      where: where as never,
    })
  const one = async (collection: string, id: string): Promise<Row> =>
    (await read(collection, { id }))[0]!
  return { one, read }
}
