import type { Server, ServerResponse } from 'http'

type Drain = {
  /**
   * Takes no new connection, ends event streams (their readers come back elsewhere), waits for all other requests.
   *
   * @returns how many requests were cut off because the time was up
   */
  (seconds: number): Promise<number>
}

/** Follows the requests of a server, so that it can stop without breaking one off. */
export const drainable = (server: Server): Drain => {
  const open = new Set<ServerResponse>()
  let isDraining = false
  server.on('request', (_req, res) => {
    open.add(res)
    res.on('close', () => {
      open.delete(res)
      if (isDraining) server.closeIdleConnections()
    })
  })
  return async (seconds) => {
    isDraining = true
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    for (const res of open) if (isEventStream(res)) res.destroy()
    let cutOff = 0
    const timer = setTimeout(() => {
      cutOff = open.size
      server.closeAllConnections()
    }, seconds * 1000)
    await closed
    clearTimeout(timer)
    return cutOff
  }
}

const isEventStream = (res: ServerResponse): boolean =>
  String(res.getHeader('content-type') ?? '').startsWith('text/event-stream')
