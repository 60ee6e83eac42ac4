import type { Plugin } from 'payload'

import { deepMergeSimple } from 'payload/shared'

import { addFileAction } from '../../components/FilePage/fileActions'
import { registerOutboxKind } from '../../jobs/outbox/outboxKinds'
import { registerTick } from '../../jobs/startJobs'
import { registerCharging } from '../../operations/payments/paymentMethods'
import { recountRuns } from '../../operations/payments/runResults'
import { registerMailKind } from '../../operations/mails/mailKinds'
import { registerSealedField } from '../../operations/sealed/sealedFields'
import { CardLinks } from './collections/CardLinks'
import { Charges } from './collections/Charges'
import { PaymentAccounts } from './collections/PaymentAccounts'
import { PaymentEvents } from './collections/PaymentEvents'
import { PaymentFailures } from './collections/PaymentFailures'
import { PaymentMailings } from './collections/PaymentMailings'
import { ReminderPlans } from './collections/ReminderPlans'
import { withPanels } from './collections/withPanels'
import { endpoints } from './endpoints'
import { askAboutSetups } from './jobs/askAboutSetups'
import { cardMailOutbox } from './jobs/cardMailOutbox'
import { chargeDue } from './jobs/chargeDue'
import { chargeOutbox } from './jobs/chargeOutbox'
import { remindDue } from './jobs/remindDue'
import { revokeOutbox } from './jobs/revokeOutbox'
import { planCharges } from './operations/planCharges'
import { reopenFailures } from './operations/reopenFailures'
import { reportRefused } from './operations/reportRefused'
import { sealedTexts } from './operations/sealedTexts'
import { settleFailures } from './operations/settleFailures'
import { startCharges } from './operations/startCharges'
import { withDebitFiles } from './sepa'
import { storingAccounts } from './operations/storingAccounts'
import { translations } from './translations'
import { causeText } from './translations/causeText'
import { reminderMails } from './translations/reminderMails'

/** Takes money without the customer present, and looks after it when that fails (manual 2, manual 5). */
export const paymentsPlugin = (): Plugin => (config) => {
  registerCharging({
    causeText,
    planCharges,
    reopenFailures,
    reportRefused,
    settleFailures,
    startCharges,
    storingAccounts,
  })
  registerOutboxKind(chargeOutbox)
  registerOutboxKind(revokeOutbox)
  registerOutboxKind(cardMailOutbox)
  reminderMails.forEach(registerMailKind)
  sealedTexts.forEach(registerSealedField)
  registerTick('Charges that are due', chargeDue)
  registerTick('Reminders of failed payments', remindDue)
  registerTick('Cards stored by link', askAboutSetups)
  registerTick('Counts of runs', recountRuns)
  const { admin = {}, ...rest } = ['BookPayment', 'RefundPayment', 'TakeBackPayment'].reduce(
    (changed, name) =>
      addFileAction(changed, {
        path: `/plugins/payments/components/${name}#${name}`,
        plugin: 'payments',
      }),
    config,
  )
  return withDebitFiles({
    ...rest,
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
            meta: { title: 'payments:screens:title' },
            path: '/failed-payments',
          },
        },
      },
    },
    collections: [
      ...(config.collections ?? []).map(withPanels),
      Charges,
      PaymentFailures,
      PaymentMailings,
      CardLinks,
      ReminderPlans,
      PaymentAccounts,
      PaymentEvents,
    ],
    endpoints: [...(config.endpoints ?? []), ...endpoints],
    i18n: {
      ...config.i18n,
      translations: deepMergeSimple(translations, config.i18n?.translations ?? {}),
    },
  })
}
