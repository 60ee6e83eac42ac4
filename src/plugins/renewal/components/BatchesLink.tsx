import type { ServerProps } from 'payload'

import { NavLink } from './NavLink'
import { mayOpenBatches } from '../views/mayOpenBatches'

/** “Batches” in the navigation, for those whose sites renew. */
export const BatchesLink = async ({ i18n, payload, user }: ServerProps) => {
  if (!payload || !user || !(await mayOpenBatches({ payload, user }))) return null
  return <NavLink href={`${payload.config.routes.admin}/batches`} label={i18n.t('renewal:screens:batches' as never)} />
}
