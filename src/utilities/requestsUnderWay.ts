/** When each request that waits for its answer came, in milliseconds of this process. Every copy of this module shares them. */
const underWay = ((
  globalThis as typeof globalThis & { __repriseRequests?: Set<{ since: number }> }
).__repriseRequests ??= new Set())

/** What takes longer than this (a stream of progress, an upload) is not waited for: the work would never go on. */
const LONG_MS = 1000
/** Between its pieces, work waits this long at most, however many people are at it. */
const WAIT_LIMIT_MS = 250
/** How long work may keep the process to itself within a piece, and how long it then waits at most. */
const TURN_MS = 10
const TURN_LIMIT_MS = 30

/** Counts a request in. @returns what counts it out; called once it is answered */
export const countRequest = (): (() => void) => {
  const request = { since: performance.now() }
  underWay.add(request)
  return () => void underWay.delete(request)
}

/** Lets the process look at what has come in, and waits while somebody waits for an answer; not longer than the limit. */
const pass = async (limitMS: number): Promise<void> => {
  const started = performance.now()
  await new Promise((resolve) => setImmediate(resolve))
  for (;;) {
    const now = performance.now()
    if (now - started > limitMS) return
    if (![...underWay].some(({ since }) => now - since < LONG_MS)) return
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

/**
 * Lets whoever waits for an answer of this process go first, for a bounded time. Long work calls it between its pieces, where it holds
 * no transaction: SQLite answers within the call, so that nothing else happens in the process meanwhile.
 */
export const letRequestsPass = (): Promise<void> => pass(WAIT_LIMIT_MS)

let turnBegan = 0

/**
 * The same within a piece of work, where it may hold a transaction: only when it has had the process to itself for a while, and for a
 * shorter time, since a request that writes waits for the transaction.
 */
export const takeTurns = async (): Promise<void> => {
  if (performance.now() - turnBegan < TURN_MS) return
  await pass(TURN_LIMIT_MS)
  turnBegan = performance.now()
}
