import type { CollectionBeforeChangeHook } from 'payload'

/** When a document was made is not for anybody to say: Payload takes `createdAt` from a request, like any other field. */
export const keepCreationTime: CollectionBeforeChangeHook = ({ data, req }) => {
  if (req.payloadAPI !== 'local') delete data.createdAt
  return data
}
