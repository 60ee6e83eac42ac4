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

type Row = {
  distance: number
  /** Positions in the row where a gap begins that parts neighbours. */
  gapsBefore: ReadonlySet<number>
  /** The seats of the row from one side to the other, as positions in the hall. */
  seats: number[]
}

/** The seats of a venue in their rows: the same for every set of performances there, so it is built once. */
export type SeatHall<T extends FindableSeat> = {
  /** The rows of a category, the nearest to the stage first. */
  byCategory: ReadonlyMap<string, readonly number[]>
  positions: ReadonlyMap<string, number>
  rowOf: Int32Array
  rows: readonly Row[]
  seats: readonly T[]
  stage: { x: number; y: number }
}

/** Seats of a row stand next to each other when the gap is at most this many times the row's usual gap. */
const GAP = 1.6
const UNKNOWN = -1

/** Sorts the seats of a venue into rows. @param stage where the stage is */
export const createSeatHall = <T extends FindableSeat>({
  seats,
  stage,
}: {
  seats: readonly T[]
  stage: { x: number; y: number }
}): SeatHall<T> => {
  const lists = new Map<string, number[]>()
  seats.forEach((seat, position) => {
    const key = `${seat.priceCategory}\u0000${seat.block}\u0000${seat.row}`
    const list = lists.get(key)
    if (list) list.push(position)
    else lists.set(key, [position])
  })
  const rowOf = new Int32Array(seats.length)
  const rows: Row[] = []
  const centres: number[] = []
  const byCategory = new Map<string, number[]>()
  for (const list of lists.values()) {
    const of = (axis: 'x' | 'y') => list.map((position) => seats[position]![axis])
    const axis = spread(of('x')) >= spread(of('y')) ? 'x' : 'y'
    list.sort((a, b) => seats[a]![axis] - seats[b]![axis])
    for (const position of list) rowOf[position] = rows.length
    const { priceCategory } = seats[list[0]!]!
    byCategory.set(priceCategory, [...(byCategory.get(priceCategory) ?? []), rows.length])
    centres.push(
      list.reduce((most, position) => Math.max(most, Math.abs(seats[position]!.x - stage.x)), 0),
    )
    rows.push({
      distance: of('y').reduce((least, y) => Math.min(least, Math.abs(y - stage.y)), Infinity),
      gapsBefore: wideGaps(list.map((position) => seats[position]!)),
      seats: list,
    })
  }
  for (const list of byCategory.values())
    list.sort((a, b) => rows[a]!.distance - rows[b]!.distance || centres[a]! - centres[b]!)
  const positions = new Map(seats.map((seat, position) => [seat.id, position]))
  return { byCategory, positions, rowOf, rows, seats, stage }
}

const spread = (values: number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity) -
  values.reduce((least, value) => Math.min(least, value), Infinity)

const wideGaps = (seats: FindableSeat[]): Set<number> => {
  const gaps = seats
    .slice(1)
    .map((seat, i) => Math.hypot(seats[i]!.x - seat.x, seats[i]!.y - seat.y))
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  return new Set(gaps.flatMap((gap, i) => (gap > usual * GAP ? [i + 1] : [])))
}

/**
 * Finds seats in one venue for one set of performances. “Best of the category” is this rule: the row nearest to the stage,
 * and in it the place nearest to the centre line; companions side by side in one row where there is room, beside those of
 * their file who sit already before anything else; split over the best single seats only where the map allows nothing else.
 *
 * Beside the hall it keeps a byte per seat and a few per row. Rows without room are not looked at again until a seat comes back, so
 * that a search costs the same in a large hall.
 *
 * @param stage where the stage is; the row's distance is measured across (the smaller of its seats' distances in y)
 * @param taken seats that are not free in at least one of the performances
 */
export const createSeatFinder = <T extends FindableSeat>({
  taken,
  ...place
}: { taken: Iterable<string> } & (
  { hall: SeatHall<T> } | { seats: readonly T[]; stage: { x: number; y: number } }
)) => {
  const hall = 'hall' in place ? place.hall : createSeatHall(place)
  const { byCategory, positions, rowOf, rows, seats, stage } = hall
  const occupied = new Uint8Array(seats.length)
  for (const id of taken) {
    const position = positions.get(id)
    if (position !== undefined) occupied[position] = 1
  }
  seats.forEach((seat, position) => {
    if (seat.blocked) occupied[position] = 1
  })
  /** The most free seats side by side in each row. */
  const longest = new Int32Array(rows.length).fill(UNKNOWN)
  /** Per category and number of seats: how many of its rows, from the stage on, have no room for them. */
  let fullRows = new Map<string, number>()

  const isFree = (id: string): boolean => {
    const position = positions.get(id)
    return position !== undefined && !occupied[position]
  }

  /** Runs of free seats that stand side by side. */
  const freeRuns = (row: Row): number[][] => {
    const runs: number[][] = []
    let current: number[] = []
    row.seats.forEach((position, i) => {
      if (current.length && (occupied[position] || row.gapsBefore.has(i))) {
        runs.push(current)
        current = []
      }
      if (!occupied[position]) current.push(position)
    })
    if (current.length) runs.push(current)
    return runs
  }

  const longestOf = (index: number): number => {
    if (longest[index] === UNKNOWN)
      longest[index] = freeRuns(rows[index]!).reduce((most, run) => Math.max(most, run.length), 0)
    return longest[index]!
  }

  /** How far the farthest of these seats is from the centre line. */
  const centre = (window: readonly number[]): number =>
    Math.max(...window.map((position) => Math.abs(seats[position]!.x - stage.x)))

  const windowsOf = (row: Row, count: number): number[][] =>
    freeRuns(row).flatMap((run) =>
      run.length < count
        ? []
        : Array.from({ length: run.length - count + 1 }, (_, i) => run.slice(i, i + count)),
    )

  const nearestTheCentre = (windows: number[][]): number[] | undefined => {
    let best: number[] | undefined
    let least = Infinity
    for (const window of windows) {
      const distance = centre(window)
      if (distance < least) [best, least] = [window, distance]
    }
    return best
  }

  const besideOf = (
    count: number,
    category: string,
    companions: readonly string[],
  ): number[] | undefined => {
    for (const id of companions) {
      const companion = positions.get(id)
      if (companion === undefined || seats[companion]!.priceCategory !== category) continue
      const index = rowOf[companion]!
      if (longestOf(index) < count) continue
      const row = rows[index]!
      const at = row.seats.indexOf(companion)
      const touching = windowsOf(row, count).filter((window) => {
        const first = row.seats.indexOf(window[0]!)
        return first === at + 1 || first + count - 1 === at - 1
      })
      const best = nearestTheCentre(touching)
      if (best) return best
    }
    return undefined
  }

  /** The rows of a category with room for so many side by side, the nearest to the stage first. */
  const rowsWithRoom = function* (category: string, count: number): Generator<Row> {
    const list = byCategory.get(category) ?? []
    const key = `${count}:${category}`
    let from = fullRows.get(key) ?? 0
    while (from < list.length && longestOf(list[from]!) < count) from++
    fullRows.set(key, from)
    for (let i = from; i < list.length; i++) if (longestOf(list[i]!) >= count) yield rows[list[i]!]!
  }

  const change = (id: string, to: 0 | 1): void => {
    const position = positions.get(id)
    if (position === undefined || occupied[position] === to) return
    occupied[position] = to
    longest[rowOf[position]!] = UNKNOWN
    if (!to) fullRows = new Map()
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
      const side = besideOf(count, category, companions)
      if (side) return side.map((position) => seats[position]!)
      for (const row of rowsWithRoom(category, count))
        return nearestTheCentre(windowsOf(row, count))!.map((position) => seats[position]!)
      const singles: number[] = []
      for (const row of rowsWithRoom(category, 1)) {
        const free = row.seats.filter((position) => !occupied[position])
        free.sort((a, b) => centre([a]) - centre([b]))
        singles.push(...free.slice(0, count - singles.length))
        if (singles.length >= count) break
      }
      return singles.map((position) => seats[position]!)
    },
    isFree,
    /** Gives a seat back that was taken here. */
    release: (id: string): void => change(id, 0),
    seat: (id: string): T | undefined => {
      const position = positions.get(id)
      return position === undefined ? undefined : seats[position]
    },
    take: (id: string): void => change(id, 1),
  }
}

export type SeatFinder<T extends FindableSeat> = ReturnType<typeof createSeatFinder<T>>
