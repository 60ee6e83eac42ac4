import type { PayloadRequest, UIFieldServerProps } from 'payload'

import { isPluginOn } from '../../../access/isPluginOn'
import { mayRevoke } from '../operations/mayRevoke'
import { loadRevocable } from '../views/loadRevocable'
import { RevokeButton } from './RevokeButton'
import './index.scss'

/** On the page of a stored card or a mandate: the button that revokes it. */
export const RevokeField = async ({
  id,
  collectionSlug,
  req: given,
}: { id?: string } & UIFieldServerProps) => {
  const req = given as PayloadRequest
  if (!id || !mayRevoke(req) || !(await isPluginOn({ plugin: 'payments', req }))) return null
  const [one] = await loadRevocable({
    collection: collectionSlug as 'aliases' | 'mandates',
    req,
    where: { id: { equals: id } },
  })
  if (!one) return null
  return (
    <div className="means-panel">
      <RevokeButton {...one} />
    </div>
  )
}
