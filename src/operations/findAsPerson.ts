import type { PayloadRequest, Where } from 'payload'

import { isPermitted } from '../access/ofOwnInstitution'
import { idOf } from '../utilities/idOf'

export type Found = { id: string } & Record<string, any>

type Options = { limit?: number; select?: string[]; sort?: string | string[] }

/**
 * Reads as the person who asks, relationships as ids: what a role may not read at all is empty, not an error.
 *
 * @returns a way to read a collection; all that is found unless a limit is given, and nothing for a condition of `null`
 */
export const findAsPerson =
  (req: PayloadRequest) =>
  async (
    collection: string,
    where: null | Where,
    { limit, select, sort }: Options = {},
  ): Promise<Found[]> => {
    if (!where || !isPermitted(req, collection, 'read')) return []
    const { docs } = await req.payload.find({
      collection,
      depth: 0,
      limit,
      overrideAccess: false,
      pagination: false,
      req,
      select: select && Object.fromEntries(select.map((field) => [field, true])),
      sort,
      where,
    })
    return docs as Found[]
  }

/** The condition that a field is one of these references; `null` where there is none, so that nothing is asked. */
export const idIn = (field: string, values: unknown[]): null | Where => {
  const ids = [...new Set(values.filter(Boolean).map(idOf))]
  return ids.length ? { [field]: { in: ids } } : null
}

/**
 * Reads what a field of some documents refers to, in one question.
 *
 * @param find from `findAsPerson`
 * @returns the documents by their ids
 */
export const findReferred = async (
  find: ReturnType<typeof findAsPerson>,
  {
    collection,
    docs,
    field,
    select,
  }: { collection: string; docs: Record<string, any>[]; field: string; select: string[] },
): Promise<Map<string, Found>> => {
  const where = idIn(
    'id',
    docs.map((doc) => doc[field]),
  )
  return new Map((await find(collection, where, { select })).map((doc) => [idOf(doc), doc]))
}
