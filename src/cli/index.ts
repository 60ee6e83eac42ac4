import { loadEnv } from 'payload/node'

import { run } from './run'

// Every command works as in production, with migrations; only `dev` lets the tables follow the code.
if (!process.env.NODE_ENV)
  Object.assign(process.env, { NODE_ENV: process.argv[2] === 'dev' ? 'development' : 'production' })
process.env.NEXT_TELEMETRY_DISABLED ??= '1'
loadEnv()

const code = await run(process.argv.slice(2))
// Whatever still holds the process (a pool, a timer) has had its chance; what was printed must be out first.
process.stdout.write('', () => process.exit(code))
