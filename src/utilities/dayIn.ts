import { DateTime } from 'luxon'

/** The day of a moment in a time zone, `YYYY-MM-DD`. */
export const dayIn = (at: Date | string, zone: string): string =>
  DateTime.fromJSDate(new Date(at), { zone }).toISODate()!
