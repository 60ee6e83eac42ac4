/** The collections of this plugin. */
export const paymentSlugs = {
  accounts: 'payment-accounts',
  bankReports: 'bank-reports',
  charges: 'charges',
  debitFiles: 'direct-debit-files',
  events: 'payment-events',
  failures: 'payment-failures',
  links: 'card-links',
  mailings: 'payment-mailings',
  plans: 'reminder-plans',
} as const
