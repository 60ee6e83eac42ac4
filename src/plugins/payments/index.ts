import type { Plugin } from 'payload'

import { deepMergeSimple } from 'payload/shared'

import { registerOutboxKind } from '../../jobs/outbox/outboxKinds'
import { registerTick } from '../../jobs/startJobs'
import { registerCharging } from '../../operations/payments/paymentMethods'
import { recountRuns } from '../../operations/payments/runResults'
import { Charges } from './collections/Charges'
import { PaymentAccounts } from './collections/PaymentAccounts'
import { PaymentEvents } from './collections/PaymentEvents'
import { PaymentFailures } from './collections/PaymentFailures'
import { endpoints } from './endpoints'
import { chargeDue } from './jobs/chargeDue'
import { chargeOutbox } from './jobs/chargeOutbox'
import { revokeOutbox } from './jobs/revokeOutbox'
import { planCharges } from './operations/planCharges'
import { reportRefused } from './operations/reportRefused'
import { startCharges } from './operations/startCharges'
import { translations } from './translations'

/** Takes money without the customer present, and looks after it when that fails (manual 2, manual 5). */
export const paymentsPlugin = (): Plugin => (config) => {
  registerCharging({ planCharges, reportRefused, startCharges })
  registerOutboxKind(chargeOutbox)
  registerOutboxKind(revokeOutbox)
  registerTick('Charges that are due', chargeDue)
  registerTick('Counts of runs', recountRuns)
  const { admin = {} } = config
  return {
    ...config,
    admin: {
      ...admin,
      components: {
        ...admin.components,
        afterNavLinks: [
          ...(admin.components?.afterNavLinks ?? []),
          '/plugins/payments/components/FailedPaymentsLink#FailedPaymentsLink',
        ],
        views: {
          ...admin.components?.views,
          failedPayments: {
            Component: '/plugins/payments/views/FailedPaymentsView#FailedPaymentsView',
            exact: true,
            path: '/failed-payments',
          },
        },
      },
    },
    collections: [
      ...(config.collections ?? []),
      Charges,
      PaymentFailures,
      PaymentAccounts,
      PaymentEvents,
    ],
    endpoints: [...(config.endpoints ?? []), ...endpoints],
    i18n: {
      ...config.i18n,
      translations: deepMergeSimple(translations, config.i18n?.translations ?? {}),
    },
  }
}
