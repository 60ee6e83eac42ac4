import { build } from 'pino-pretty'

import type { Config } from 'payload'

const HIDDEN = ['authorization', 'cookie', 'hash', 'password', 'salt', 'secret', 'token']

/**
 * How Payload (and all of ours, through `payload.logger`) logs: to stderr, because stdout belongs to what a command answers; in
 * colour for a person, one JSON object a line for a machine. `LOG_LEVEL` is one of pino's levels, `silent` for none.
 */
export const logger = (): Config['logger'] => ({
  destination: process.stderr.isTTY
    ? build({
        colorize: true,
        destination: 2,
        ignore: 'pid,hostname',
        translateTime: 'SYS:HH:MM:ss',
      })
    : process.stderr,
  options: {
    name: 'reprise',
    level: process.env.LOG_LEVEL || 'info',
    redact: HIDDEN.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
  },
})
