/** When each request that waits for its answer came, in milliseconds of this process. Every copy of this module shares them. */
const underWay = ((
  globalThis as typeof globalThis & { __repriseRequests?: Set<{ since: number }> }
).__repriseRequests ??= new Set())

/** What takes longer than this (a stream of progress, an upload) is not waited for: the work would never go on. */
const LONG_MS = 400
/** One piece of work waits this long at most, however many people are at it. */
const WAIT_LIMIT_MS = 250
/** How long work may keep the process to itself. */
const TURN_MS = 10

/** Counts a request in. @returns what counts it out; called once it is answered */
export const countRequest = (): (() => void) => {
  const request = { since: performance.now() }
  underWay.add(request)
  return () => void underWay.delete(request)
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * Lets whoever waits for an answer of this process go first, for a bounded time. Long work calls it between its pieces, where it holds
 * no transaction: SQLite answers within the call, so that nothing else happens in the process meanwhile.
 */
export const letRequestsPass = async (): Promise<void> => {
  const started = performance.now()
  await nextTurn()
  for (;;) {
    const now = performance.now()
    if (now - started > WAIT_LIMIT_MS) return
    if (![...underWay].some(({ since }) => now - since < LONG_MS)) return
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

let turnBegan = 0

/** Lets the process look at what has come in, when it has not for a while. For long work in the middle of a transaction. */
export const takeTurns = async (): Promise<void> => {
  const now = performance.now()
  if (now - turnBegan < TURN_MS) return
  await nextTurn()
  turnBegan = performance.now()
}
