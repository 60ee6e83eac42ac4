import type { Job } from 'agenda'
import type { Payload } from 'payload'

/**
 * How a lane tells Agenda that it lives. Agenda hands a lane on that was silent for too long (one that waited for another writer, say),
 * and takes no sign of it from then on: that ends the lane after what it has in hand, and is no failure of what it works on.
 *
 * @param ending aborts when the process ends
 */
export const signsOfLife = <T>({
  ending,
  job,
  payload,
}: {
  ending: AbortSignal
  job: Job<T>
  payload: Payload
}): { onProgress: () => Promise<void>; signal: AbortSignal } => {
  const handedOn = new AbortController()
  return {
    onProgress: () =>
      job.touch().catch((err: unknown) => {
        payload.logger.warn({ err, msg: `A lane of "${job.attrs.name}" was handed on` })
        handedOn.abort()
      }),
    signal: AbortSignal.any([ending, handedOn.signal]),
  }
}
