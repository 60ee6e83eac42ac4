import type { PayloadRequest } from 'payload'

import { isPluginOn } from '../../../../access/isPluginOn'
import { hasRole } from '../../../../access/ofOwnInstitution'

/** Who prepares, releases and downloads files of direct debits, and reads in what the bank says of them. */
export const mayCollect = (req: Pick<PayloadRequest, 'user'>): boolean =>
  hasRole(req, 'accountant', 'administrator', 'salesManager')

/** Who gives a mandate another account. */
export const mayChangeAccount = (req: Pick<PayloadRequest, 'user'>): boolean =>
  hasRole(req, 'accountant', 'administrator', 'cashier', 'salesManager')

/** Whether a person may see the page of direct debits, and payments are charged anywhere within reach. */
export const mayOpenDebits = async (
  req: Pick<PayloadRequest, 'payload' | 'user'>,
): Promise<boolean> =>
  mayCollect(req) && isPluginOn({ plugin: 'payments', req: req as PayloadRequest })
