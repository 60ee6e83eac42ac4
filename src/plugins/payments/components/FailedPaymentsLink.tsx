import type { ServerProps } from 'payload'

import { Link } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import { mayOpenFailedPayments } from '../views/mayOpenFailedPayments'

/** The page of failed payments in the navigation, for those who may open it. */
export const FailedPaymentsLink = async ({ i18n, payload, user }: ServerProps) => {
  if (!payload || !user || !(await mayOpenFailedPayments({ payload, user }))) return null
  const href = formatAdminURL({
    adminRoute: payload.config.routes.admin,
    path: '/failed-payments',
  })
  return (
    <Link className="nav__link" href={href} id="nav-failed-payments" prefetch={false}>
      <span className="nav__link-label">{i18n.t('payments:screens:title' as never)}</span>
    </Link>
  )
}
