import type { RemoveJobsOptions } from 'agenda'
import type { Payload, PayloadRequest } from 'payload'

import type { Conditions, Row } from '../../database/bulk'

import { deleteMany, readMany, updateMany } from '../../database/bulk'
import { inTransaction } from '../../database/inTransaction'
import { collection } from './jobRow'
import { matchesData } from './matchesData'

type Args = { options: RemoveJobsOptions; payload: Payload }

/** Removes the jobs that match; without any criterion none. @returns how many were removed */
export const removeJobs = ({ options, payload }: Args): Promise<number> =>
  inTransaction({
    payload,
    work: async (req) => {
      const ids = (await findMatching({ options, payload, req })).map(({ id }) => id)
      await inParts(ids, (part) => deleteMany({ collection, payload, req, where: { id: part } }))
      return ids.length
    },
  })

/** Switches the jobs that match on or off; without any criterion none. @returns how many have changed */
export const switchJobs = ({
  disabled,
  options,
  payload,
}: { disabled: boolean } & Args): Promise<number> =>
  inTransaction({
    payload,
    work: async (req) => {
      const rows = await findMatching({ options, payload, req })
      const ids = rows.filter((row) => row.disabled !== disabled).map(({ id }) => id)
      await inParts(ids, (part) =>
        updateMany({ collection, data: { disabled }, payload, req, where: { id: part } }),
      )
      return ids.length
    },
  })

/** SQLite takes a limited number of values in a statement. */
const inParts = async (ids: string[], work: (part: string[]) => Promise<unknown>) => {
  for (let from = 0; from < ids.length; from += 10_000) await work(ids.slice(from, from + 10_000))
}

const findMatching = async ({
  options: { id, name, data, ids, names, notNames },
  payload,
  req,
}: Args & { req: PayloadRequest }): Promise<Row[]> => {
  const where: Conditions = {}
  if (id) where.id = String(id)
  else if (ids?.length) where.id = ids.map(String)
  let unwanted: string[] = []
  if (name) where.name = name
  else if (names?.length) where.name = names
  else if (notNames?.length) unwanted = notNames
  const nothingAsked =
    !Object.keys(where).length &&
    !unwanted.length &&
    (data === undefined || JSON.stringify(data) === '{}')
  if (nothingAsked) return []
  const rows = await readMany({
    collection,
    payload,
    req,
    select: ['name', 'data', 'disabled'],
    where,
  })
  return rows.filter(
    (row) => !unwanted.includes(row.name) && (data === undefined || matchesData(row.data, data)),
  )
}
