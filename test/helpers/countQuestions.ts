import type { Payload } from 'payload'

/** How many questions the database is asked: by Payload, and on SQLite also in bulk. */
export const countQuestions = async (
  payload: Payload,
  work: () => Promise<unknown>,
): Promise<number> => {
  const db = payload.db as { reader?: object } & Payload['db']
  const { find, reader } = db
  let count = 0
  if (reader)
    db.reader = new Proxy(reader, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          count++
          return value.apply(target, args)
        }
      },
    })
  db.find = ((args: Parameters<typeof find>[0]) => {
    count++
    return find.call(db, args)
  }) as typeof find
  try {
    await work()
  } finally {
    Object.assign(db, { find, ...(reader && { reader }) })
  }
  return count
}
