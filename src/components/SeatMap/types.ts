/** How a seat stands. `own` belongs to the file at hand, `selected` is chosen on this map. */
export type SeatState = 'blocked' | 'free' | 'own' | 'selected' | 'taken'

export type Point = { x: number; y: number }

export type Box = Point & { height: number; width: number }

/** What names and places a seat; the geometry helpers need no more than this. */
export type PlacedSeat = Point & { id: string; block: string; number: string; row: string }

export type MapSeat = PlacedSeat & {
  /** Id of one of the categories. */
  category: string
  /** More to say about this seat in its name, for example its holder or its own price. */
  label?: string
  state: SeatState
}

export type SeatCategory = {
  id: string
  name: string
  /** Any CSS colour; hexadecimal colours also get a legible seat number. */
  color: string
  /** Price as it is to be read, for example "CHF 320.00". */
  price?: string
}

/** Where the stage (or the pitch) is, in the units of the seats. */
export type Stage = Point & {
  /** Depth. Default: about three rows; between stands: what they leave free. */
  height?: number
  /** Default: half of the hall; between stands: what they leave free. */
  width?: number
}

export type Direction = 'down' | 'left' | 'right' | 'up'

/** All texts a person sees or hears. Braces are filled in: {block}, {row}, {number}, {count}. */
export type SeatMapLabels = {
  categories: string
  empty: string
  fit: string
  freeCount: string
  help: string
  highlight: string
  legend: string
  map: string
  row: string
  seat: string
  seatCount: string
  selectArea: string
  selectedCount: string
  stage: string
  states: Record<SeatState, string>
  zoomIn: string
  zoomOut: string
}

export type SeatMapMode = 'multiple' | 'single' | 'view'

export type SeatMapProps = {
  categories: SeatCategory[]
  /** For venue editing: every seat can be selected, and many at once by a rectangle. */
  editMode?: boolean
  /** Height of the drawing, any CSS length. @default 'clamp(22rem, 62vh, 44rem)' */
  height?: string
  /** Ids of seats to point out, for example those a change proposes. */
  highlight?: string[]
  labels: SeatMapLabels
  mode: SeatMapMode
  /** Gets the ids that are to be selected from now on. */
  onSelect?: (ids: string[]) => void
  seats: MapSeat[]
  selected: string[]
  /** The middle of the edge that faces the seats; with seats all around, its centre. @default above the first row */
  stage?: Stage
}

/** Scale and offset of the drawing: pixel = map × scale + offset. */
export type View = Point & { scale: number }

export type Size = { height: number; width: number }
