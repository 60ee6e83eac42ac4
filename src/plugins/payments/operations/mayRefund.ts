import type { PayloadRequest } from 'payload'

import { hasRole } from '../../../access/ofOwnInstitution'

/** Who may give money back, and take back any payment that was noted: not cashiers, who take the money in (see `takeableBack`). */
export const mayRefund = (req: Pick<PayloadRequest, 'user'>): boolean =>
  hasRole(req, 'administrator', 'salesManager', 'accountant')
