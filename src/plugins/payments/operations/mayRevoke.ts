import type { PayloadRequest } from 'payload'

import { hasRole } from '../../../access/ofOwnInstitution'

/** Who may revoke a stored card or a mandate. */
export const mayRevoke = (req: Pick<PayloadRequest, 'user'>): boolean =>
  hasRole(req, 'administrator', 'salesManager', 'cashier')
