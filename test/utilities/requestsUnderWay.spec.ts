import { describe, expect, it } from '@jest/globals'

import { countRequest, letRequestsPass, takeTurns } from '../../src/utilities/requestsUnderWay'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

describe('letRequestsPass', () => {
  it('should wait for who waits for an answer, and go on when it is there', async () => {
    const answered = countRequest()
    let isAnswered = false
    setTimeout(() => {
      isAnswered = true
      answered()
    }, 60)
    await letRequestsPass()
    expect(isAnswered).toBe(true)
  })

  it('should wait for a bounded time, however many ask', async () => {
    const answers: (() => void)[] = []
    // There is always a fresh one under way.
    const timer = setInterval(() => answers.push(countRequest()), 5)
    try {
      answers.push(countRequest())
      const took = await timed(letRequestsPass)
      expect(took).toBeGreaterThan(200)
      expect(answers.length).toBeGreaterThan(1)
    } finally {
      clearInterval(timer)
      answers.forEach((answer) => answer())
    }
  })

  it('should not wait for a stream that stays open', async () => {
    const ended = countRequest()
    await pause(1050)
    let isOver = false
    const waiting = letRequestsPass().then(() => (isOver = true))
    await pause(60)
    expect(isOver).toBe(true)
    await waiting
    ended()
  })
})

describe('takeTurns', () => {
  it('should let what has come in happen in the middle of work that never waits', async () => {
    let happened = 0
    const timer = setInterval(() => happened++, 1)
    const work = async (turns: boolean) => {
      for (const start = performance.now(); performance.now() - start < 80;)
        await (turns ? takeTurns() : Promise.resolve())
    }
    await work(false)
    expect(happened).toBe(0)
    await work(true)
    expect(happened).toBeGreaterThan(0)
    clearInterval(timer)
  })
})
