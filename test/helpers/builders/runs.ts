import { randomUUID } from 'crypto'

import type { House } from './house'

import { insertMany } from '../../../src/database/bulk'

/** A run as the engine leaves it when it is done. */
export const aRun = async ({
  house,
  ...run
}: { house: House } & Record<string, unknown>): Promise<string> => {
  const [id] = await insertMany({
    collection: 'runs',
    docs: [
      {
        counts: {},
        institution: house.institution,
        kind: 'renewal',
        runKey: randomUUID(),
        settings: {},
        simulation: false,
        site: house.site,
        state: 'done',
        title: 'Renewal',
        ...run,
      },
    ],
    payload: house.payload,
  })
  return id!
}

/** A result row of a run about one line; what it made is `newFile` and `newLine`. */
export const aRunRow = async ({
  house,
  item,
  run,
  ...row
}: { house: House; item: string; run: string } & Record<string, unknown>): Promise<string> => {
  const [id] = await insertMany({
    collection: 'run-rows',
    docs: [
      {
        institution: house.institution,
        item,
        outcome: 'reserved',
        position: 0,
        reason: 'sameSeat',
        rowKey: `${run}:${item}`,
        run,
        site: house.site,
        ...row,
      },
    ],
    payload: house.payload,
  })
  return id!
}
