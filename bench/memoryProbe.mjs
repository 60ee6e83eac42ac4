// Loaded into a process before its own program (`node --expose-gc --import`): watches its memory and writes what it saw to MEMORY_PROBE
// at its end.
import { writeFileSync } from 'node:fs'

const SAMPLE_MS = 100
/** So often everything that can be is collected: what is left then is held. */
const COLLECT_EVERY = 30
const MEGABYTE = 1_000_000

const samples = []
const held = []
const look = () => {
  const { heapUsed, rss } = process.memoryUsage()
  samples.push({ heap: heapUsed / MEGABYTE, rss: rss / MEGABYTE })
  if (samples.length % COLLECT_EVERY === 0) collect()
}
const collect = () => {
  globalThis.gc()
  held.push(process.memoryUsage().heapUsed / MEGABYTE)
}
setInterval(look, SAMPLE_MS).unref()

/** The most that was held within a stretch of the run. */
const most = (from, to) =>
  Math.max(...held.slice(Math.floor(held.length * from), Math.ceil(held.length * to)))

process.once('exit', () => {
  look()
  collect()
  writeFileSync(
    process.env.MEMORY_PROBE,
    JSON.stringify({
      // Starting up, and the first list of the work, are over by then.
      early: most(0.4, 0.6),
      heap: Math.max(...samples.map(({ heap }) => heap)),
      late: most(0.8, 1),
      rss: Math.max(...samples.map(({ rss }) => rss)),
    }),
  )
})
