// Loaded into a process before its own program (`node --import`): watches its memory and writes what it saw to MEMORY_PROBE at its end.
import { writeFileSync } from 'node:fs'

const SAMPLE_MS = 100
const MEGABYTE = 1_000_000

const samples = []
const look = () => {
  const { heapUsed, rss } = process.memoryUsage()
  samples.push({ heap: heapUsed / MEGABYTE, rss: rss / MEGABYTE })
}
setInterval(look, SAMPLE_MS).unref()

/** The least heap within a stretch of the run: what is held when the rest has just been collected. */
const floor = (from, to) =>
  Math.min(
    ...samples
      .slice(Math.floor(samples.length * from), Math.ceil(samples.length * to))
      .map(({ heap }) => heap),
  )

process.once('exit', () => {
  look()
  writeFileSync(
    process.env.MEMORY_PROBE,
    JSON.stringify({
      // Starting up, and the first list of the work, are over by then.
      early: floor(0.4, 0.6),
      heap: Math.max(...samples.map(({ heap }) => heap)),
      late: floor(0.8, 1),
      rss: Math.max(...samples.map(({ rss }) => rss)),
    }),
  )
})
