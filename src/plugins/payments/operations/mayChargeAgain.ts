import type { PayloadRequest } from 'payload'

import { hasRole } from '../../../access/ofOwnInstitution'

/** Who may charge a failed payment again. */
export const mayChargeAgain = (req: Pick<PayloadRequest, 'user'>): boolean =>
  hasRole(req, 'administrator', 'salesManager', 'cashier')
