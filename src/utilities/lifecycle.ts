import type { Payload } from 'payload'

import type { ServerRole } from './environment'

type StartHook = (args: { payload: Payload; role: ServerRole }) => Promise<void> | void
type StopHook = { name: string; stop: () => Promise<void> | void }

const startHooks: StartHook[] = []

/**
 * Stop hooks are shared by every copy of this module: Next bundles one of its own, and a stream that one of its routes holds open
 * must end with the process too.
 */
const stopHooks: StopHook[] = ((
  globalThis as typeof globalThis & { __repriseStopHooks?: StopHook[] }
).__repriseStopHooks ??= [])

/**
 * Registers work to begin once the database is known to be sound, in the server only (`reprise start` and `dev`, no other
 * command). Called while the configuration is put together, for example by the job room to start Agenda.
 */
export const onStart = (hook: StartHook): void => {
  startHooks.push(hook)
}

/** Runs what `onStart` collected, in order. */
export const runStartHooks: StartHook = async (args) => {
  for (const hook of startHooks) await hook(args)
}

/**
 * Registers what must end before the process does: no new work is taken, work under way finishes or hands over. Called where
 * the thing is made, never while a module loads, since modules may load twice.
 *
 * @returns a function that takes the registration back, for things that end earlier
 */
export const onShutdown = (hook: StopHook): (() => void) => {
  stopHooks.push(hook)
  return () => {
    const index = stopHooks.indexOf(hook)
    if (index >= 0) stopHooks.splice(index, 1)
  }
}

/** Runs all stop hooks at once; one that fails is logged and holds up none of the others. */
export const runStopHooks = async (payload: Payload): Promise<void> => {
  await Promise.all(
    stopHooks.splice(0).map(async ({ name, stop }) => {
      try {
        await stop()
      } catch (err) {
        payload.logger.error({ err, msg: `${name} did not stop cleanly` })
      }
    }),
  )
}
