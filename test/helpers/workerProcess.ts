import { startServer } from '../../src/server'

/** What `reprise start` does, on a database of the tests. Run in a process of its own. */
startServer().then(
  async ({ stopped }) => {
    process.stdout.write('working\n')
    await stopped
    process.exit(0)
  },
  (err: unknown) => {
    console.error(err)
    process.exit(1)
  },
)
