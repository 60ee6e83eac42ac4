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

/** Watches the memory of this process. @returns MB at the start and at the highest point until `stop` */
export const peakMemory = () => {
  const mb = () => process.memoryUsage().rss / 1_000_000
  global.gc?.()
  const start = mb()
  let rss = start
  const timer = setInterval(() => (rss = Math.max(rss, mb())), 50)
  return {
    stop: () => {
      clearInterval(timer)
      return { rss: Math.max(rss, mb()), start }
    },
  }
}
