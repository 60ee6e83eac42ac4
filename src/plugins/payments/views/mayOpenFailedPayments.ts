import type { PayloadRequest } from 'payload'

import { isPluginOn } from '../../../access/isPluginOn'
import { isPermitted } from '../../../access/ofOwnInstitution'
import { paymentSlugs } from '../collections/slugs'

/** Whether a person may see failed payments, and payments are charged anywhere within reach. */
export const mayOpenFailedPayments = async (
  req: Pick<PayloadRequest, 'payload' | 'user'>,
): Promise<boolean> =>
  isPermitted(req, paymentSlugs.failures, 'read') &&
  isPluginOn({ plugin: 'payments', req: req as PayloadRequest })
