import type { Agenda } from 'agenda'

/**
 * Hands out a lane, unless one with the same data is there already, waiting or at work.
 *
 * A process may end after it gave a lane back and before it removed it. Nobody takes what has neither a next run nor a lock, and it
 * would keep its place for ever: it is removed, and the next look hands out a new one. Whoever has one at work holds its lock, and who
 * is about to remove it has ended; so nothing is taken away from anybody.
 */
export const handOutLane = async ({
  name,
  agenda,
  data,
}: {
  name: string
  agenda: Agenda
  data: Record<string, number | string>
}): Promise<void> => {
  const unique = Object.fromEntries(
    Object.entries(data).map(([key, value]) => [`data.${key}`, value]),
  )
  const { attrs } = await agenda
    .create(name, data)
    .unique(unique, { insertOnly: true })
    .schedule(new Date())
    .save()
  if (attrs.nextRunAt || !attrs._id) return
  const stored = await agenda.db.getJobById(String(attrs._id))
  if (stored && !stored.nextRunAt && !stored.lockedAt) await agenda.cancel({ id: stored._id })
}
