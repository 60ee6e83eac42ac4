/** One line of the bench: a value, and its ratio to a reference measured in the same run. */
export type Measure = {
  bench: string
  measure: string
  ratio: null | number
  reference: string
  size: number
  unit: string
  value: number
}

export type Memory = { heap: number; rss: number }

const PERIOD_MS = 50
const MB = 1_000_000

/** Watches the memory of this process. @returns MB at the start (after collecting) and at the highest points until `stop` */
export const watchMemory = (): { stop: () => { peak: Memory; start: Memory } } => {
  const now = (): Memory => {
    const { heapUsed, rss } = process.memoryUsage()
    return { heap: heapUsed / MB, rss: rss / MB }
  }
  global.gc?.()
  const start = now()
  const peak = { ...start }
  const look = () => {
    const { heap, rss } = now()
    peak.heap = Math.max(peak.heap, heap)
    peak.rss = Math.max(peak.rss, rss)
  }
  const timer = setInterval(look, PERIOD_MS)
  return {
    stop: () => {
      clearInterval(timer)
      look()
      return { peak, start }
    },
  }
}
