import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'fs'
import path from 'path'
import YAML from 'yaml'

import { checkEnvironment, environment } from '../../src/utilities/environment'
import { environmentVariables } from '../../src/utilities/environmentVariables'

type Service = {
  configs?: { source: string }[]
  depends_on?: Record<string, unknown> | string[]
  environment?: Record<string, string>
  image: string
  networks: string[]
  volumes?: string[]
}

const read = (file: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8')
const { configs, networks, services, volumes } = YAML.parse(read('compose.yaml'), {
  merge: true,
}) as {
  configs: Record<string, { content: string }>
  networks: Record<string, unknown>
  services: Record<string, Service>
  volumes: Record<string, unknown>
}

/** What the page tells people to put into `.env`; a command in it stands for what it prints. */
const dotEnv: Record<string, string> = Object.fromEntries(
  [
    .../^cat > \.env <<END\n([^]*?)\nEND$/m
      .exec(read('docs/operations.md'))![1]!
      .matchAll(/^(\w+)=(.*)$/gm),
  ].map(([, name, value]) => [
    name!,
    value!.replace(/\$\(openssl rand -hex (\d+)\)/g, (_, bytes) => 'a1'.repeat(Number(bytes))),
  ]),
)

/** As Compose reads `${NAME:-default}` and `${NAME:?sentence}`. */
const filledIn = (value: string): string =>
  String(value).replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name, sign, rest) => {
    const given = dotEnv[name]
    if (given) return given
    if (sign === '-') return rest
    throw new Error(`${name} is missing in .env: ${rest}`)
  })

const environmentOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(services[name]!.environment ?? {}).map(([key, value]) => [key, filledIn(value)]),
  )

const processes = Object.entries(services)
  .filter(([, { image }]) => image.startsWith('reprise:'))
  .map(([name]) => name)

const before = { ...process.env }

beforeEach(() => {
  process.env = { ...before, NODE_ENV: 'production' }
  for (const name of environmentVariables) delete process.env[name]
})
afterEach(() => {
  process.env = before
})

describe('compose.yaml', () => {
  it('should describe two web and two worker processes', () => {
    const roles = processes.map((name) => environmentOf(name).ROLE)
    expect(roles.sort()).toEqual(['web', 'web', 'worker', 'worker'])
  })

  it.each(processes)('should give %s an environment that Reprise knows and accepts', (name) => {
    const given = environmentOf(name)
    expect(
      Object.keys(given).filter((key) => !environmentVariables.some((of) => of === key)),
    ).toEqual([])
    Object.assign(process.env, given)
    expect(() => checkEnvironment()).not.toThrow()
    const { role, serverURL, storage } = environment()
    expect(name.startsWith(role)).toBe(true)
    expect(serverURL).toMatch(/^https:/)
    expect(process.env.DATABASE_URI).toMatch(/replicaSet=rs0/)
    expect(storage).toMatchObject({ endpoint: 'http://storage:3900', forcePathStyle: true })
  })

  it('should make the bucket and key that the processes use, in their region', () => {
    const storage = environmentOf('storage')
    for (const name of processes) {
      const given = environmentOf(name)
      expect(storage).toMatchObject({
        GARAGE_DEFAULT_ACCESS_KEY: given.S3_ACCESS_KEY_ID,
        GARAGE_DEFAULT_BUCKET: given.S3_BUCKET,
        GARAGE_DEFAULT_SECRET_KEY: given.S3_SECRET_ACCESS_KEY,
      })
      expect(configs.garage!.content).toContain(`s3_region = "${given.S3_REGION}"`)
    }
    // Garage's own rule for keys.
    expect(storage.GARAGE_DEFAULT_ACCESS_KEY).toMatch(/^GK[0-9a-f]{24}$/)
    expect(storage.GARAGE_DEFAULT_SECRET_KEY).toMatch(/^[0-9a-f]{64}$/)
  })

  it('should name only what it describes', () => {
    for (const service of Object.values(services)) {
      const needed = service.depends_on ?? []
      for (const other of Array.isArray(needed) ? needed : Object.keys(needed))
        expect(services).toHaveProperty([other])
      for (const network of service.networks) expect(networks).toHaveProperty([network])
      for (const { source } of service.configs ?? []) expect(configs).toHaveProperty([source])
      for (const volume of service.volumes ?? [])
        expect(volumes).toHaveProperty([volume.split(':')[0]!])
    }
  })
})
