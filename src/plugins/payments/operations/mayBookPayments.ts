import type { PayloadRequest } from 'payload'

import { hasRole } from '../../../access/ofOwnInstitution'

/** Who may note money that came in at the counter or by transfer. */
export const mayBookPayments = (req: Pick<PayloadRequest, 'user'>): boolean =>
  hasRole(req, 'administrator', 'salesManager', 'cashier', 'accountant')
