import { defineCommand } from './command'

type Options = { build: boolean; host?: string; port?: string }

/** `reprise start`: production. */
export const start = defineCommand<Options>({
  name: 'start',
  description: 'start Reprise; builds the panel first where that is missing or older than the code',
  help: `
ROLE=web answers people, ROLE=worker runs batches, ROLE=all (the default) does both.
DATABASE_URI=mongodb://… uses a MongoDB replica set instead of the file data/reprise.db.
All variables are described in docs/operations.md. Ends with 0 after SIGTERM or Ctrl-C, once everything under way is finished.`,
  options: [
    { description: 'port to listen on (PORT, else 3000)', flags: '--port <number>' },
    {
      description: 'address to listen on (HOST, else localhost; 0.0.0.0 for every network)',
      flags: '--host <address>',
    },
    { description: 'start with the build there is', flags: '--no-build' },
  ],
  run: async ({ options, output }) => {
    Object.assign(process.env, { NODE_ENV: 'production' })
    if (options.host) process.env.HOST = options.host
    if (options.port) process.env.PORT = options.port
    const { environment } = await import('../utilities/environment')
    if (options.build && environment().role !== 'worker') {
      const { buildWhereNeeded } = await import('./buildWhereNeeded')
      await buildWhereNeeded()
    }
    const { startServer } = await import('../server')
    const { port, stopped, url } = await startServer()
    output.text(`Reprise is ready: ${url}`)
    output.json({ port, status: 'ready', url })
    await stopped
  },
})
