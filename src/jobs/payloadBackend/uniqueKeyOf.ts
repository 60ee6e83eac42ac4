import type { JobParameters } from 'agenda'

/**
 * The key under which a job may be stored once only, on both databases: a `single` job by its name (what `every` saves),
 * a job with `unique` by its name and the values it named. The key is fixed when the job is first saved.
 *
 * @returns the key, or `undefined` for a job that may be stored any number of times
 * @throws an Error when `unique` holds query operators: a key can only be equal or not
 */
export const uniqueKeyOf = ({
  name,
  type,
  unique,
}: Pick<JobParameters, 'name' | 'type' | 'unique'>): string | undefined => {
  if (type === 'single') return `single:${name}`
  return unique ? `unique:${name}:${JSON.stringify(inOrder(unique))}` : undefined
}

/** The same value with its keys sorted, so that equal values give equal text. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => {
        if (key.startsWith('$'))
          throw new Error(`A job's "unique" compares values, it takes no operator "${key}".`)
        return [key, inOrder(child)]
      }),
  )
}
