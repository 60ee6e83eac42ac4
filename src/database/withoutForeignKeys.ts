import type { Payload } from 'payload'

import type { SingleConnection } from './sqliteConnection'

/**
 * Does work in which documents come in before those they point to (copying a whole house), and looks at the end that none points
 * nowhere. MongoDB has no such keys.
 *
 * @throws an Error that counts the references without a document
 */
export const withoutForeignKeys = async <T>(
  payload: Payload,
  work: () => Promise<T>,
): Promise<T> => {
  if (payload.db.name !== 'sqlite') return work()
  const { writer } = payload.db as unknown as SingleConnection
  await writer.client.execute('PRAGMA foreign_keys = OFF')
  try {
    const result = await work()
    const { rows } = await writer.client.execute('PRAGMA foreign_key_check')
    if (rows.length)
      throw new Error(`${rows.length} references lead to documents that do not exist.`)
    return result
  } finally {
    await writer.client.execute('PRAGMA foreign_keys = ON')
  }
}
