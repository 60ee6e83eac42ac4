import type { PayloadRequest } from 'payload'

import { hasRole } from '../../../access/ofOwnInstitution'

/** Who may say that a failed payment was settled otherwise: whoever works on failed payments or books money. */
export const mayCloseFailures = (req: Pick<PayloadRequest, 'user'>): boolean =>
  hasRole(req, 'administrator', 'salesManager', 'cashier', 'accountant')
