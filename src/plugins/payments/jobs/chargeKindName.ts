/** The kind of the outbox rows that charge or give back. */
export const chargeKind = 'charge'
