import type { PayloadRequest } from 'payload'

import { readMany } from '../database/bulk'

/** For an endpoint of a plugin: the site of the document whose id stands in the path, where the plugin must be on. */
export const siteOf =
  (collection: string) =>
  async ({
    input,
    req,
  }: {
    input: { params: { id: string } }
    req: PayloadRequest
  }): Promise<string | undefined> =>
    (
      await readMany({
        collection: collection as 'sites',
        payload: req.payload,
        select: ['site'],
        where: { id: input.params.id },
      })
    )[0]?.site as string | undefined
