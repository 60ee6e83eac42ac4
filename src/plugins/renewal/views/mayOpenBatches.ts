import type { Payload, PayloadRequest, TypedUser } from 'payload'

import { isPermitted } from '../../../access/ofOwnInstitution'
import { isPluginOn } from '../../../access/isPluginOn'
import { renewalBatchesSlug } from '../collections/RenewalBatches'

/** Whether a person may see batches, and renews anywhere. */
export const mayOpenBatches = async ({
  payload,
  user,
}: {
  payload: Payload
  user: TypedUser
}): Promise<boolean> => {
  const req = { payload, user } as PayloadRequest
  return isPermitted(req, renewalBatchesSlug, 'read') && isPluginOn({ plugin: 'renewal', req })
}
