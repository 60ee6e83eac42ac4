/** The roles of staff, with the labels they see. */
export const roles = [
  {
    label: { de: 'Administration', en: 'Administrator', fr: 'Administrateur' },
    value: 'administrator',
  },
  {
    label: { de: 'Spielplan und Produkte', en: 'Catalogue editor', fr: 'Catalogue' },
    value: 'catalogueEditor',
  },
  { label: { de: 'Kasse', en: 'Cashier', fr: 'Guichet' }, value: 'cashier' },
  {
    label: { de: 'Verkaufsleitung', en: 'Sales manager', fr: 'Responsable des ventes' },
    value: 'salesManager',
  },
  { label: { de: 'Marketing', en: 'Marketing', fr: 'Marketing' }, value: 'marketing' },
  { label: { de: 'Buchhaltung', en: 'Accountant', fr: 'Comptabilité' }, value: 'accountant' },
] as const

export type Role = (typeof roles)[number]['value']

export const allRoles: readonly Role[] = roles.map((role) => role.value)
