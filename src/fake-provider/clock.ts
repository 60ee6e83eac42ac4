import type { Store } from './store'

export type Clock = {
  /** Moves on by so many seconds; also back, as a server's clock may. */
  advance: (seconds: number) => void
  /** ISO time in UTC. */
  iso: () => string
  /** Milliseconds since 1970. */
  now: () => number
  set: (to: number) => void
}

/** A clock that goes like the real one, from where it was set. It outlives the process. */
export const openClock = (store: Store): Clock => {
  const kept = store.get<{ value: string }>(`SELECT value FROM settings WHERE name = 'clockOffset'`)
  let offset = Number(kept?.value ?? 0)
  const shift = (to: number) => {
    offset = to
    store.run(`INSERT OR REPLACE INTO settings VALUES ('clockOffset', ?)`, String(offset))
  }
  const now = () => Date.now() + offset
  return {
    advance: (seconds) => shift(offset + seconds * 1000),
    iso: () => new Date(now()).toISOString(),
    now,
    set: (to) => shift(to - Date.now()),
  }
}
