import type { Payload, PayloadRequest } from 'payload'

import { readMany } from '../../../database/bulk'
import { paymentSlugs } from '../collections/slugs'
import { FILE_PROVIDER } from '../sepa/fileProvider'

/**
 * Of some payment accounts: those that are collected to by file. Asked on nobody's behalf: whoever works at the counter may not read
 * accounts, but must be told what follows from them.
 */
export const accountsByFile = async ({
  ids,
  payload,
  req,
}: {
  ids: readonly string[]
  payload: Payload
  req?: PayloadRequest
}): Promise<Set<string>> =>
  new Set(
    (
      await readMany({
        collection: paymentSlugs.accounts as 'sites',
        payload,
        req,
        select: [],
        where: { id: [...new Set(ids)], provider: FILE_PROVIDER },
      })
    ).map(({ id }) => id),
  )
