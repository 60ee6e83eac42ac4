import type { PayloadRequest, UIFieldServerProps, Where } from 'payload'

import { Link } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import { isPluginOn } from '../../../access/isPluginOn'
import { mayRevoke } from '../operations/mayRevoke'
import { loadRevocable } from '../views/loadRevocable'
import { loadRevoked } from '../views/loadRevoked'
import { RevokeButton } from './RevokeButton'
import './index.scss'

/** On the page of a contact: the cards and mandates that are good or stopped, for those who may see them, to be revoked; below, those that were. */
export const MeansField = async ({
  id,
  i18n,
  req: given,
}: { id?: string } & UIFieldServerProps) => {
  const req = given as PayloadRequest
  if (!id || !(await isPluginOn({ plugin: 'payments', req }))) return null
  const inState = (...states: string[]): Where => ({
    and: [{ contact: { equals: id } }, { state: { in: states } }],
  })
  const means = [
    ...(await loadRevocable({ collection: 'aliases', req, where: inState('active') })),
    ...(await loadRevocable({
      collection: 'mandates',
      req,
      where: inState('active', 'stopped'),
    })),
  ]
  const revoked = await loadRevoked({ contactID: String(id), req })
  if (!means.length && !revoked.length) return null
  const adminRoute = req.payload.config.routes.admin
  const linkTo = (one: { id: string; collection: string }) =>
    formatAdminURL({ adminRoute, path: `/collections/${one.collection}/${one.id}` })
  return (
    <div className="means-panel">
      <h3>{i18n.t('payments:desk:means' as never)}</h3>
      {means.map((one) => (
        <div key={one.id}>
          <Link href={linkTo(one)} prefetch={false}>
            {one.title}
          </Link>
          {mayRevoke(req) && <RevokeButton {...one} />}
        </div>
      ))}
      {revoked.map((one) => (
        <div className="means-panel__revoked" key={one.id}>
          <Link href={linkTo(one)} prefetch={false}>
            {one.title}
          </Link>
        </div>
      ))}
    </div>
  )
}
