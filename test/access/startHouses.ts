import { randomUUID } from 'crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs'
import { tmpdir } from 'os'
import path from 'path'
import { handleEndpoints } from 'payload'

import type { Role } from '../../src/access/roles'

import { surviveRefusals } from '../../src/server/surviveRefusals'
import { startPayload } from '../helpers/startPayload'
import { plantHouse } from './plantHouse'

export type Houses = Awaited<ReturnType<typeof startHouses>>

export type Answer = { body: any; headers: Headers; status: number; text: string }

type Sent = { headers?: Record<string, string>; method: string; text?: FormData | string }

export type Person = { id: string; email: string; password: string; token: string }

/** Who stands for whom in the matrix; `null` is a stranger. */
export const peopleOfA: Record<string, { bound?: true; role: Role } | null> = {
  'a cashier': { role: 'cashier' },
  'a catalogue editor': { role: 'catalogueEditor' },
  'a marketer': { role: 'marketing' },
  'an accountant': { role: 'accountant' },
  'an administrator': { role: 'administrator' },
  'an administrator of one site': { bound: true, role: 'administrator' },
  'a sales manager': { role: 'salesManager' },
  'a stranger': null,
}

const CANARIES = { first: 'kanaria1zq', other: 'kanarib9xw', second: 'kanaria2vk' }

/**
 * Two institutions: A with two sites (`first` and `second`) and `other`, each with a document in every collection that holds its
 * canary; and the staff of A.
 */
export const startHouses = async () => {
  const uploads = mkdtempSync(path.join(tmpdir(), 'reprise-uploads-'))
  process.env.UPLOAD_FOLDER = uploads
  // What is planted is no ledger that could add up.
  const { config, payload, stop, uri } = await startPayload({ verified: false })
  payload.logger.level = 'silent'
  // As the server does.
  surviveRefusals(payload)

  const first = await plantHouse({ canary: CANARIES.first, payload })
  const second = await plantHouse({
    canary: CANARIES.second,
    known: { institutions: first.ids.institutions! },
    payload,
  })
  const other = await plantHouse({ canary: CANARIES.other, payload })
  for (const { slug, upload } of payload.config.collections)
    if (upload) {
      const folder = path.join(uploads, slug)
      mkdirSync(folder, { recursive: true })
      for (const canary of Object.values(CANARIES))
        writeFileSync(path.join(folder, `${canary}.csv`), `Name\n${canary}\n`)
    }

  /** A member of staff of A, or of another institution, who is logged in. */
  const person = async ({
    institution = first.ids.institutions!,
    roles,
    sites = [],
  }: {
    institution?: string
    roles: Role[]
    sites?: string[]
  }): Promise<Person> => {
    const email = `${randomUUID()}@house.test`
    const password = randomUUID()
    const user = await payload.create({
      collection: 'users',
      data: { name: roles.join(), email, institution, password, roles, sites } as never,
    })
    const { token } = await payload.login({
      collection: 'users',
      data: { email, password } as never,
    })
    return { id: String(user.id), email, password, token: token! }
  }

  const people: Record<string, null | Person> = {}
  for (const [name, wanted] of Object.entries(peopleOfA))
    people[name] = wanted
      ? await person({ roles: [wanted.role], sites: wanted.bound ? [first.ids.sites!] : [] })
      : null

  /** Sends a request as it would come over HTTP, with a body that may be no JSON at all. */
  const send = async (
    as: null | Person | undefined,
    route: string,
    { headers, method, text }: Sent,
  ): Promise<Answer> => {
    const response = await handleEndpoints({
      config,
      payloadInstanceCacheKey: uri,
      request: new Request(`http://localhost/api${route}`, {
        body: text,
        headers: {
          'Accept-Language': 'en',
          // A form brings a type of its own, with the boundary between its parts.
          ...(typeof text === 'string' && { 'Content-Type': 'application/json' }),
          ...(as && { Authorization: `JWT ${as.token}` }),
          ...headers,
        },
        method,
      }),
    })
    const said = await response.text()
    return { body: parsed(said), headers: response.headers, status: response.status, text: said }
  }

  /** Asks the API as a client of it does. */
  const ask = (
    as: null | Person | undefined,
    route: string,
    {
      body,
      method = body === undefined ? 'GET' : 'POST',
    }: { body?: unknown; method?: string } = {},
  ): Promise<Answer> =>
    send(as, route, { method, text: body === undefined ? undefined : JSON.stringify(body) })

  /** Asks for a new document; where it is a file, with one. */
  const askToCreate = (as: null | Person, slug: string, body: object): Promise<Answer> => {
    if (!payload.collections[slug]!.config.upload) return ask(as, `/${slug}`, { body })
    const form = new FormData()
    form.set('_payload', JSON.stringify(body))
    form.set('file', new File(['Name\nMeier\n'], 'subscribers.csv', { type: 'text/csv' }))
    return send(as, `/${slug}`, { method: 'POST', text: form })
  }

  /** Everything in the database (or all that belongs to one institution), by collection, as text. */
  const everything = async (institution?: string): Promise<Record<string, string>> => {
    const found: Record<string, string> = {}
    for (const { slug } of payload.config.collections) {
      const owned = payload.collections[slug]!.config.flattenedFields.some(
        (field) => field.name === 'institution',
      )
      if (institution && !owned) continue
      const { docs } = await payload.db.find({
        collection: slug,
        joins: false,
        pagination: false,
        sort: 'id',
        where: institution ? { institution: { equals: institution } } : {},
      })
      found[slug] = JSON.stringify(docs)
    }
    return found
  }

  return {
    ask,
    askToCreate,
    config,
    everything,
    first,
    other,
    payload,
    people,
    person,
    second,
    send,
    stop: async () => {
      await stop()
      rmSync(uploads, { force: true, recursive: true })
    },
  }
}

const parsed = (text: string): any => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
