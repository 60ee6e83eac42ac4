import type { Role } from './roles'

import { allRoles } from './roles'

type Permission = {
  create: readonly Role[]
  delete: readonly Role[]
  read: readonly Role[]
  update: readonly Role[]
}

const may = (args: {
  create?: readonly Role[]
  delete?: readonly Role[]
  read?: readonly Role[]
  write?: readonly Role[]
}): Permission => ({
  create: args.create ?? args.write ?? [],
  delete: args.delete ?? [],
  read: args.read ?? allRoles,
  update: args.write ?? [],
})

const catalogue = may({
  delete: ['administrator', 'catalogueEditor'],
  write: ['administrator', 'catalogueEditor'],
})
const setup = may({ delete: ['administrator'], write: ['administrator', 'salesManager'] })
const people = may({
  delete: ['administrator'],
  write: ['administrator', 'cashier', 'salesManager', 'marketing'],
})
const answers = may({
  delete: ['administrator', 'cashier', 'salesManager', 'marketing'],
  write: ['administrator', 'cashier', 'salesManager', 'marketing'],
})
/** What operations alone write: the ledger is added to by verbs, never by hand. */
const ledger = may({})

/**
 * Who may do what, for every collection that belongs to an institution. The one table: access functions, tests and the
 * staff documentation read it. A collection that is missing here does not start.
 */
export const permissions: Record<string, Permission> = {
  // Stored and revoked by verbs; what they are worth is never read by anybody.
  aliases: may({ read: ['administrator', 'cashier', 'salesManager', 'accountant'] }),
  // What a bank has reported: shown on the page of direct debits only.
  'bank-reports': may({ read: [] }),
  // Made by verbs; a link's token is known to whoever got the mail, and to nobody else.
  'card-links': may({
    read: ['administrator', 'salesManager', 'marketing', 'cashier', 'accountant'],
  }),
  charges: may({ read: ['administrator', 'salesManager', 'accountant', 'cashier'] }),
  'contact-answers': answers,
  contacts: people,
  criteria: setup,
  'direct-debit-files': may({ read: ['administrator', 'salesManager', 'accountant'] }),
  events: catalogue,
  files: may({ create: [], write: ['administrator', 'cashier', 'salesManager'] }),
  instalments: ledger,
  institutions: may({ create: [], write: ['administrator'] }),
  journal: may({ read: ['administrator', 'salesManager', 'accountant', 'cashier'] }),
  lines: ledger,
  'mail-texts': may({
    delete: ['administrator', 'salesManager', 'marketing'],
    read: ['administrator', 'salesManager', 'marketing'],
    write: ['administrator', 'salesManager', 'marketing'],
  }),
  // Entered from the signed form, and changed by verbs afterwards.
  mandates: may({
    create: ['administrator', 'cashier', 'salesManager', 'accountant'],
    read: ['administrator', 'cashier', 'salesManager', 'accountant'],
  }),
  orders: ledger,
  outbox: may({ read: ['accountant', 'administrator', 'salesManager'] }),
  'payment-accounts': may({
    delete: ['administrator'],
    read: ['administrator', 'salesManager', 'accountant'],
    write: ['administrator'],
  }),
  'payment-events': may({ read: [] }),
  'payment-failures': may({
    read: ['administrator', 'salesManager', 'marketing', 'cashier', 'accountant'],
  }),
  'payment-mailings': may({
    read: ['administrator', 'salesManager', 'marketing', 'cashier', 'accountant'],
  }),
  'payment-methods': may({
    delete: ['administrator'],
    write: ['administrator', 'salesManager', 'accountant'],
  }),
  payments: ledger,
  performances: catalogue,
  'points-of-sale': setup,
  'preferred-seats': answers,
  'price-categories': catalogue,
  prices: catalogue,
  'reminder-plans': may({
    delete: ['administrator', 'salesManager'],
    read: ['administrator', 'salesManager', 'marketing', 'cashier', 'accountant'],
    write: ['administrator', 'salesManager'],
  }),
  'renewal-batches': may({
    delete: ['administrator', 'salesManager'],
    read: ['administrator', 'salesManager', 'cashier', 'accountant', 'marketing'],
    write: ['administrator', 'salesManager'],
  }),
  'run-chunks': may({ read: [] }),
  'run-rows': may({}),
  runs: may({}),
  'sales-channels': setup,
  seasons: catalogue,
  'seat-allocations': ledger,
  seats: catalogue,
  'shipment-modes': setup,
  sites: may({ write: ['administrator'] }),
  'subscriber-imports': may({
    delete: ['administrator'],
    read: ['administrator', 'salesManager'],
    write: ['administrator', 'salesManager'],
  }),
  subscriptions: catalogue,
  tariffs: catalogue,
  tickets: ledger,
  users: may({ delete: ['administrator'], write: ['administrator'] }),
  venues: catalogue,
}
