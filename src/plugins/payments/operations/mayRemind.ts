import type { PayloadRequest } from 'payload'

import { hasRole } from '../../../access/ofOwnInstitution'

/** Who may send personal links for new cards, and take them back: whoever works on failed payments or mails customers (manual 5). */
export const mayRemind = (req: Pick<PayloadRequest, 'user'>): boolean =>
  hasRole(req, 'administrator', 'salesManager', 'cashier', 'marketing')
