/** A seat as looking for one needs it. */
export type FindableSeat = {
  id: string
  block: string
  blocked?: boolean | null
  priceCategory: string
  row: string
  x: number
  y: number
}

type Row = { distance: number; free: number; seats: FindableSeat[] }

/** Seats of a row stand next to each other when the gap is at most this many times the row's usual gap. */
const GAP = 1.6

/**
 * Finds seats in one venue for one set of performances. “Best of the category” is this rule: the row nearest to the stage,
 * and in it the place nearest to the centre line; companions side by side in one row where there is room, beside those of
 * their file who sit already before anything else; split over the best single seats only where the map allows nothing else.
 *
 * @param stage where the stage is; the row's distance is measured across (the smaller of its seats' distances in y)
 * @param taken seats that are not free in at least one of the performances
 */
export const createSeatFinder = <T extends FindableSeat>({
  seats,
  stage,
  taken,
}: {
  seats: readonly T[]
  stage: { x: number; y: number }
  taken: Iterable<string>
}) => {
  const occupied = new Set(taken)
  const byID = new Map(seats.map((seat) => [seat.id, seat]))
  for (const seat of seats) if (seat.blocked) occupied.add(seat.id)
  const rows = new Map<string, Row>()
  const rowOf = new Map<string, Row>()
  for (const seat of seats) {
    const key = `${seat.priceCategory}\u0000${seat.block}\u0000${seat.row}`
    let row = rows.get(key)
    if (!row) rows.set(key, (row = { distance: Infinity, free: 0, seats: [] }))
    row.seats.push(seat)
    row.distance = Math.min(row.distance, Math.abs(seat.y - stage.y))
    if (!occupied.has(seat.id)) row.free++
    rowOf.set(seat.id, row)
  }
  const byCategory = new Map<string, Row[]>()
  for (const row of rows.values()) {
    const across = Math.max(...row.seats.map((s) => s.x)) - Math.min(...row.seats.map((s) => s.x))
    const along = Math.max(...row.seats.map((s) => s.y)) - Math.min(...row.seats.map((s) => s.y))
    row.seats.sort(across >= along ? (a, b) => a.x - b.x : (a, b) => a.y - b.y)
    const category = row.seats[0]!.priceCategory
    byCategory.set(category, [...(byCategory.get(category) ?? []), row])
  }
  for (const list of byCategory.values())
    list.sort((a, b) => a.distance - b.distance || centre(a.seats, stage) - centre(b.seats, stage))

  const isFree = (id: string): boolean => byID.has(id) && !occupied.has(id)

  /** Runs of free seats that stand side by side. */
  const freeRuns = (row: Row): T[][] => {
    const gaps = row.seats.slice(1).map((seat, i) => between(row.seats[i]!, seat))
    const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
    const runs: T[][] = []
    let current: T[] = []
    row.seats.forEach((seat, i) => {
      if (current.length && (i === 0 || gaps[i - 1]! > usual * GAP)) {
        runs.push(current)
        current = []
      }
      if (occupied.has(seat.id)) {
        if (current.length) runs.push(current)
        current = []
      } else current.push(seat as T)
    })
    if (current.length) runs.push(current)
    return runs
  }

  const windowsOf = (row: Row, count: number): T[][] =>
    freeRuns(row).flatMap((run) =>
      run.length < count
        ? []
        : Array.from({ length: run.length - count + 1 }, (_, i) => run.slice(i, i + count)),
    )

  const nearestTheCentre = (windows: T[][]): T[] | undefined =>
    windows.reduce<T[] | undefined>(
      (best, window) => (!best || centre(window, stage) < centre(best, stage) ? window : best),
      undefined,
    )

  const besideOf = (
    count: number,
    category: string,
    companions: readonly string[],
  ): T[] | undefined => {
    for (const id of companions) {
      const row = rowOf.get(id)
      if (!row || row.seats[0]!.priceCategory !== category) continue
      const at = row.seats.findIndex((seat) => seat.id === id)
      const touching = windowsOf(row, count).filter((window) => {
        const first = row.seats.indexOf(window[0]!)
        return first === at + 1 || first + count - 1 === at - 1
      })
      const best = nearestTheCentre(touching)
      if (best) return best
    }
    return undefined
  }

  return {
    /**
     * The best free seats of a category.
     *
     * @param companions seats of the same file in the same performances
     * @returns at most `count` seats, fewer when not enough are free; they are not taken yet
     */
    best: ({
      category,
      companions = [],
      count,
    }: {
      category: string
      companions?: readonly string[]
      count: number
    }): T[] => {
      const list = byCategory.get(category) ?? []
      const beside = besideOf(count, category, companions)
      if (beside) return beside
      for (const row of list) {
        if (row.free < count) continue
        const window = nearestTheCentre(windowsOf(row, count))
        if (window) return window
      }
      const singles: T[] = []
      for (const row of list) {
        if (!row.free) continue
        const free = row.seats.filter((seat) => !occupied.has(seat.id)) as T[]
        free.sort((a, b) => centre([a], stage) - centre([b], stage))
        singles.push(...free.slice(0, count - singles.length))
        if (singles.length >= count) break
      }
      return singles
    },
    isFree,
    /** Gives a seat back that was taken here. */
    release: (id: string): void => {
      if (occupied.delete(id)) rowOf.get(id)!.free++
    },
    seat: (id: string): T | undefined => byID.get(id),
    take: (id: string): void => {
      if (!isFree(id)) return
      occupied.add(id)
      rowOf.get(id)!.free--
    },
  }
}

export type SeatFinder<T extends FindableSeat> = ReturnType<typeof createSeatFinder<T>>

const between = (a: FindableSeat, b: FindableSeat) => Math.hypot(a.x - b.x, a.y - b.y)

/** How far the farthest of these seats is from the centre line. */
const centre = (seats: readonly FindableSeat[], stage: { x: number }): number =>
  Math.max(...seats.map((seat) => Math.abs(seat.x - stage.x)))
