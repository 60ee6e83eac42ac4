import { createLocalReq, handleEndpoints } from 'payload'

import type { Role } from '../../src/access/roles'

import { startPayload } from './startPayload'

type Doc = { id: string } & Record<string, any>

export type House = Awaited<ReturnType<typeof startHouse>>

const PASSWORD = 'correct horse battery'

/** The whole product on a database of its own, and short ways to make and ask things. */
export const startHouse = async () => {
  const { config, payload, stop, uri } = await startPayload()
  const create = (collection: string, data: Record<string, unknown>): Promise<Doc> =>
    payload.create({ collection, data: data as never, overrideAccess: true }) as Promise<Doc>

  /** An institution with a site. */
  const institution = async (code: string, site: Record<string, unknown> = {}) => {
    const { id } = await create('institutions', { name: `House ${code}`, code })
    const own = await create('sites', {
      name: `Site ${code}`,
      code,
      currency: 'CHF',
      institution: id,
      plugins: ['renewal'],
      timeZone: 'Europe/Zurich',
      ...site,
    })
    return { id, base: { institution: id, site: own.id }, site: own }
  }

  /** A member of staff, and their token. */
  const staff = async ({
    institution: of,
    roles,
    sites,
  }: {
    institution: string
    roles: Role[]
    sites?: string[]
  }) => {
    const email = `${roles.join('-')}.${Math.random().toString(36).slice(2)}@house.test`
    const user = await create('users', {
      name: roles.join(', '),
      email,
      institution: of,
      password: PASSWORD,
      roles,
      sites,
    })
    const { token } = await payload.login({
      collection: 'users',
      data: { email, password: PASSWORD } as never,
    })
    const person = { ...user, collection: 'users' }
    return { req: () => createLocalReq({ user: person as never }, payload), token: token!, user }
  }

  /** Calls an endpoint as the holder of a token, or as a stranger. */
  const ask = async ({
    body,
    language = 'en',
    method = 'GET',
    path,
    token,
  }: {
    body?: unknown
    language?: 'de' | 'en' | 'fr'
    method?: string
    path: string
    token?: string
  }): Promise<{ body: any; status: number }> => {
    const response = await handleEndpoints({
      config,
      payloadInstanceCacheKey: uri,
      request: new Request(`http://localhost/api${path}`, {
        body: body === undefined ? undefined : JSON.stringify(body),
        headers: {
          'Accept-Language': language,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(token && { Authorization: `JWT ${token}` }),
        },
        method,
      }),
    })
    return { body: await response.json(), status: response.status }
  }

  return {
    ask,
    config,
    create,
    institution,
    payload,
    staff,
    stop,
  }
}
