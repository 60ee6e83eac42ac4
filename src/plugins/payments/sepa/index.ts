import type { Config } from 'payload'

import { registerTick } from '../../../jobs/startJobs'
import { registerMailKind } from '../../../operations/mails/mailKinds'
import { registerSealedField } from '../../../operations/sealed/sealedFields'
import { registerVerifier } from '../../../operations/verify/verifiers'
import { BankReports } from './collections/BankReports'
import { DirectDebitFiles } from './collections/DirectDebitFiles'
import { withMandateForm } from './collections/withMandateForm'
import { debitNotice } from './debitNotice'
import { debitEndpoints } from './endpoints'
import { settleDebits } from './jobs/settleDebits'
import { sealedDebits } from './operations/debitContext'
import { verifyDebits } from './operations/verifyDebits'

/** Direct debits that go to the bank in a file, and come back from it in another. */
export const withDebitFiles = (config: Config): Config => {
  registerMailKind(debitNotice)
  registerSealedField(sealedDebits)
  registerVerifier('Direct debits', verifyDebits)
  registerTick('Direct debits', settleDebits)
  const { admin = {} } = config
  return {
    ...config,
    admin: {
      ...admin,
      components: {
        ...admin.components,
        afterNavLinks: [
          ...(admin.components?.afterNavLinks ?? []),
          '/plugins/payments/sepa/components/DebitsLink#DebitsLink',
        ],
        views: {
          ...admin.components?.views,
          directDebits: {
            Component: '/plugins/payments/sepa/views/DebitsView#DebitsView',
            exact: true,
            meta: { title: 'payments:debits:text:title' },
            path: '/direct-debits',
          },
        },
      },
    },
    collections: [
      ...(config.collections ?? []).map(withMandateForm),
      DirectDebitFiles,
      BankReports,
    ],
    endpoints: [...(config.endpoints ?? []), ...debitEndpoints],
  }
}
