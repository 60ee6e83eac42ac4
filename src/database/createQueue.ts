/** Passes a turn from one caller to the next, in the order of arrival. */
export type Queue = {
  /** Waits for the turn. @returns what gives it on; must be called exactly once */
  enter: () => Promise<() => void>
  /** Waits until nobody has the turn, or for the limit. */
  idle: () => Promise<void>
}

/**
 * A queue with one turn. A caller gives up when somebody else has kept the turn for longer than the limit, however long the
 * queue is: many short turns are work, one long turn is a mistake.
 *
 * @param limitMS how long one turn may last while somebody waits, in milliseconds
 * @param onLimit the error for those who waited
 */
export const createQueue = ({
  limitMS,
  onLimit,
}: {
  limitMS: number
  onLimit: () => Error
}): Queue => {
  const waiting = new Set<() => void>()
  const idlers = new Set<() => void>()
  let takenAt: number | undefined

  const take = () => {
    takenAt = performance.now()
    let given = false
    return () => {
      if (given) return
      given = true
      takenAt = undefined
      const [next] = waiting
      if (next) next()
      else for (const idler of idlers) idler()
    }
  }

  const enter = (): Promise<() => void> =>
    new Promise((resolve, reject) => {
      if (takenAt === undefined) return resolve(take())
      let timer: NodeJS.Timeout
      const turn = () => {
        clearTimeout(timer)
        waiting.delete(turn)
        resolve(take())
      }
      const look = () => {
        const left = limitMS - (performance.now() - (takenAt ?? performance.now()))
        if (left > 0) {
          timer = setTimeout(look, left)
          return
        }
        waiting.delete(turn)
        reject(onLimit())
      }
      timer = setTimeout(look, limitMS)
      waiting.add(turn)
    })

  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      if (takenAt === undefined) return resolve()
      const done = () => {
        clearTimeout(timer)
        idlers.delete(done)
        resolve()
      }
      const timer = setTimeout(done, limitMS)
      idlers.add(done)
    })

  return { enter, idle }
}
