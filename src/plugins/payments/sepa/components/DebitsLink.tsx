import type { ServerProps } from 'payload'

import { Link } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import { mayOpenDebits } from '../operations/mayCollect'

/** The page of direct debits in the navigation, for those who may open it. */
export const DebitsLink = async ({ i18n, payload, user }: ServerProps) => {
  if (!payload || !user || !(await mayOpenDebits({ payload, user }))) return null
  const href = formatAdminURL({
    adminRoute: payload.config.routes.admin,
    path: '/direct-debits',
  })
  return (
    <Link className="nav__link" href={href} id="nav-direct-debits" prefetch={false}>
      <span className="nav__link-label">{i18n.t('payments:debits:text:title' as never)}</span>
    </Link>
  )
}
