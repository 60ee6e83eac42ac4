const passed = new Map<string, number>()

/**
 * A place at which a test may end this process without warning, as a power cut does. Does nothing unless `CRASH_AT` names it:
 * `outbox:afterSend`, or `outbox:afterSend#3` for the third time that this process comes by.
 */
export const crashPoint = (name: string): void => {
  const wanted = process.env.CRASH_AT
  if (!wanted) return
  const [place, times = '1'] = wanted.split('#')
  if (place !== name) return
  const count = (passed.get(name) ?? 0) + 1
  passed.set(name, count)
  if (count === Number(times)) process.kill(process.pid, 'SIGKILL')
}
