import type { Payload } from 'payload'

import { readMany } from '../../../database/bulk'
import { idOf } from '../../../utilities/idOf'

/** The time zone of the site of a file: a day is that of the house, wherever the server stands. */
export const timeZoneOf = async (file: Record<string, any>, payload: Payload): Promise<string> =>
  (
    await readMany<{ id: string; timeZone: string }>({
      collection: 'sites',
      payload,
      select: ['timeZone'],
      where: { id: idOf(file.site) },
    })
  )[0]?.timeZone ?? 'UTC'
