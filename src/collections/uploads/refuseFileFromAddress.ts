import type { CollectionBeforeOperationHook } from 'payload'

import { RepriseError } from '../../utilities/errors'

/**
 * A file comes with the request. Payload (3.90) fetches one itself where a new document without a file names an address and a name, even
 * where pasting addresses is switched off; so people could have the server call whom they like.
 */
export const refuseFileFromAddress: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (operation !== 'create' || req.payloadAPI === 'local' || req.file) return
  if (req.data?.url) throw new RepriseError('invalidInput', { field: 'url' })
}
