/** The plugins that a site can switch on: slug (folder, translation namespace, endpoint prefix) and label. */
export const pluginOptions = [
  {
    label: { de: 'Abonnenten einlesen', en: 'Subscriber import', fr: 'Import des abonnés' },
    value: 'subscriber-import',
  },
  { label: { de: 'Verlängerung', en: 'Renewal', fr: 'Renouvellement' }, value: 'renewal' },
  { label: { de: 'Zahlungen', en: 'Payments', fr: 'Règlements' }, value: 'payments' },
]
