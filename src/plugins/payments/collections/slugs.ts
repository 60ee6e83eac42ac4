/** The collections of this plugin. */
export const paymentSlugs = {
  accounts: 'payment-accounts',
  charges: 'charges',
  events: 'payment-events',
  failures: 'payment-failures',
} as const
