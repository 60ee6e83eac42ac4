import type { Payload } from 'payload'

import type { Reporter } from './createReport'

/** Checks a part of what a house keeps; reads in pages and writes nothing. */
export type Verifier = (args: {
  /** Only this institution; all of them when missing. */
  institutionID?: string
  payload: Payload
  reporter: Reporter
}) => Promise<void>

const known = new Map<string, Verifier>()

/** Makes `verify` look at what a plugin keeps; plugins do this when they are loaded. */
export const registerVerifier = (name: string, verifier: Verifier): void => {
  known.set(name, verifier)
}

export const verifiers = (): Verifier[] => [...known.values()]
