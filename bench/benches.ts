import type { Payload } from 'payload'

import type { Measure } from './measure'

type Args = {
  /** A folder of this size's own, gone after it; `prepare` may leave files for `measure` in it. */
  folder: string
  /** Opens Payload on the database of this size. What drives a server instead never calls it. */
  openPayload: () => Promise<Payload>
  size: number
}

/** One bench: the house is made in a process of its own, whose memory does not count. */
export type BenchModule<Note> = {
  measure: (args: { note: Note } & Args) => AsyncGenerator<Measure>
  /** Makes what is to be measured. @returns what `measure` must know about it, as JSON */
  prepare: (args: Args) => Promise<Note>
}

export type Bench = {
  name: string
  /** One line for `reprise bench --help`. */
  description: string
  load: () => Promise<{ bench: BenchModule<any> }>
  /** The sizes where none is asked for. */
  sizes: readonly number[]
}

/** Every bench of `reprise bench`: a file of this folder that exports a `BenchModule` named `bench`. Adding one is an entry here. */
export const benches: readonly Bench[] = [
  {
    name: 'renewal',
    description: 'files renewed per second, and memory',
    load: () => import('./renewal'),
    sizes: [2000, 20_000, 100_000],
  },
  {
    name: 'panel',
    description: 'what the lists of the panel take while a renewal runs, in ms',
    load: () => import('./panel'),
    sizes: [20_000],
  },
  {
    name: 'import',
    description: 'lines of a subscriber file brought in per second, and memory',
    load: () => import('./import'),
    sizes: [50_000],
  },
]
