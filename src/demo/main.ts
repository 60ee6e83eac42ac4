import { createLocalReq } from 'payload'

import { withPayload } from '../cli/withPayload'
import { dataFolder, fakeProviderURL } from '../utilities/environment'
import { createDemoHouse } from './catalogue'
import { openDemoProvider } from './payments/demoProvider'
import { DEMO_PASSWORD, playDemo } from './playDemo'

const say = (line = '') => process.stdout.write(`${line}\n`)

/** `npm run demo`, after installing: a new demo house each time, imported, simulated, renewed, charged, verified. */
const main = async () => {
  const start = Date.now()
  const address = fakeProviderURL()
  if (!address) throw new Error('REPRISE_FAKE_PROVIDER_URL does not say where the provider is.')
  await withPayload(async (payload) => {
    say('Making the demo house: three sites with their halls, seasons, prices and staff …')
    const house = await createDemoHouse({ password: DEMO_PASSWORD, payload })
    const administrator = house.group.users.find((user) => user.roles.includes('administrator'))!
    const req = await createLocalReq({}, payload)
    req.user = {
      ...(await payload.findByID({ id: administrator.id, collection: 'users', depth: 0 })),
      collection: 'users',
    }
    await playDemo({
      folder: dataFolder(),
      house,
      payload,
      provider: openDemoProvider(address),
      req,
      say,
    })
    say()
    say(`All three sites are renewed and charged, in ${Math.round((Date.now() - start) / 1000)} s.`)
    say()
    say(`Log-ins (password of all: ${DEMO_PASSWORD}):`)
    for (const { name, email, roles } of [...house.group.users, ...house.neighbour.users])
      say(`  ${email.padEnd(36)} ${name.padEnd(22)} ${roles.join(', ')}`)
  })
}

main().then(
  () => process.exit(0),
  (err: unknown) => {
    process.stderr.write(`${err instanceof Error ? err.stack : String(err)}\n`)
    process.exit(1)
  },
)
