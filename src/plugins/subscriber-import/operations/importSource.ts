import type { Payload, PayloadRequest } from 'payload'

import type { ImportSource } from '../parsing/types'
import type { ImportSettings } from './types'

import { readUpload } from '../../../collections/uploads/readUpload'
import { subscriberImportsSlug } from '../collections/SubscriberImports'

/**
 * Where the file of an import is read from: the folder or storage that it was uploaded to, whichever process asks, or a path of this
 * machine.
 *
 * @throws an Error that names the file when it has been removed or replaced since
 */
export const importSource = async ({
  payload,
  req,
  settings: { fileName, path, upload },
}: {
  payload: Payload
  req?: Partial<PayloadRequest>
  settings: Pick<ImportSettings, 'fileName' | 'path' | 'upload'>
}): Promise<ImportSource> => {
  if (!upload) return { fileName, path: path! }
  const { docs } = await payload.find({
    collection: subscriberImportsSlug as 'sites',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    req,
    // A file that takes the place of another gets another name.
    where: { and: [{ id: { equals: upload } }, { filename: { equals: fileName } }] },
  })
  if (!docs[0]) throw new Error(`The file ${fileName} has been removed or replaced.`)
  const doc = docs[0] as unknown as Record<string, unknown>
  return { fileName, ...(await readUpload({ collection: subscriberImportsSlug, doc, payload })) }
}
