import { isDeepStrictEqual } from 'util'

/**
 * Whether the data of a job holds what is asked for: of an object the named parts only, of anything else all of it.
 */
export const matchesData = (data: unknown, wanted: unknown): boolean =>
  isObject(wanted)
    ? Object.entries(wanted).every(([key, value]) =>
        matchesData(isObject(data) ? data[key] : undefined, value),
      )
    : // Missing and `null` are the same once stored.
      isDeepStrictEqual(data ?? null, wanted ?? null)

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
