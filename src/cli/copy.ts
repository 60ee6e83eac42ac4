import { defineCommand } from './command'
import { exitCodes } from './exitCodes'
import { translate } from './reportError'

type Options = { from: string; to: string }

/** `reprise copy`: from the SQLite file to MongoDB, or back. */
export const copy = defineCommand<Options>({
  name: 'copy',
  description: 'copy a whole house into another, empty database, and check it there',
  help: `
Stop the server first. Needs the secret that the house runs with: its PAYLOAD_SECRET, or the file "secret" beside the SQLite
file. The other side needs the same one. Uploads are files and are copied by hand (docs/operations.md).
Ends with 4 when the counts differ, something sealed does not open or "verify" finds anything on the other side.
Example:
  reprise copy --from file:./data/reprise.db --to "mongodb://db1,db2,db3/reprise?replicaSet=rs0"`,
  options: [
    { description: 'address of the database to read', flags: '--from <uri>', required: true },
    { description: 'address of the empty database to write', flags: '--to <uri>', required: true },
  ],
  run: async ({ options: { from, to }, output }) => {
    process.env.DATABASE_URI = from
    process.env.DISABLE_PAYLOAD_HMR = 'true'
    const [{ getPayload }, { default: config }, { databaseAdapter }, { copyHouse }, { verify }] =
      await Promise.all([
        import('payload'),
        import('../../payload.config'),
        import('../database/adapter'),
        import('../operations/copyHouse'),
        import('../operations/verify'),
      ])
    const source = await getPayload({ config, key: 'from' })
    const target = await getPayload({
      config: { ...(await config), db: databaseAdapter(to, { allowIDOnCreate: true }) as never },
      key: 'to',
    })
    try {
      const { collections, sealed } = await copyHouse({ from: source, to: target })
      let isSame = true
      for (const { collection, read, written } of collections) {
        if (read !== written) isSame = false
        output.text(
          `${read === written ? 'ok  ' : 'DIFF'} ${String(written).padStart(9)} of ${read} ${collection}`,
        )
        output.json({ collection, read, written })
      }
      const say = (what: string, count?: number) =>
        output.text(translate(`reprise:copy:${what}`, { count }))
      say('opened', sealed.opened)
      if (sealed.unopened) say('unopened', sealed.unopened)
      output.json({ sealed })
      const { findings } = await verify({ payload: target })
      say(findings.length ? 'found' : 'verified', findings.length)
      output.json({ findings: findings.length })
      return isSame && !sealed.unopened && !findings.length ? exitCodes.done : exitCodes.findings
    } finally {
      await source.destroy()
      await target.destroy()
    }
  },
})
