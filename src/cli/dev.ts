import { defineCommand } from './command'

type Options = { host?: string; port?: string }

/** `reprise dev`: for people who change the code. */
export const dev = defineCommand<Options>({
  name: 'dev',
  description:
    'start Reprise for development: reloads code, and changes the tables of its own database with it',
  help: `
Uses the file data/dev.db unless DATABASE_URI names another database.`,
  options: [
    { description: 'port to listen on (PORT, else 3000)', flags: '--port <number>' },
    { description: 'address to listen on (HOST, else localhost)', flags: '--host <address>' },
  ],
  run: async ({ options, output }) => {
    Object.assign(process.env, {
      NODE_ENV: 'development',
      PORT: options.port ?? process.env.PORT ?? '3000',
    })
    if (options.host) process.env.HOST = options.host
    // Tables that follow the code and tables that follow migrations must not meet in one file.
    process.env.DATABASE_URI ||= 'file:./data/dev.db'
    const { startServer } = await import('../server')
    const { port, stopped, url } = await startServer({ dev: true })
    output.text(`Reprise is ready: ${url}`)
    output.json({ port, status: 'ready', url })
    await stopped
  },
})
