/** The states of what leaves the house, with the words staff see. */
export const outboxStates = [
  { label: { de: 'Wartet', en: 'Waiting', fr: 'En attente' }, value: 'waiting' },
  { label: { de: 'Wird gesendet', en: 'Sending', fr: 'Envoi en cours' }, value: 'sending' },
  { label: { de: 'Erledigt', en: 'Done', fr: 'Fait' }, value: 'done' },
  { label: { de: 'Gescheitert', en: 'Failed', fr: 'Échoué' }, value: 'failed' },
  { label: { de: 'Ungewiss', en: 'Unknown', fr: 'Incertain' }, value: 'unknown' },
  { label: { de: 'Zurückgezogen', en: 'Cancelled', fr: 'Annulé' }, value: 'cancelled' },
]

export type OutboxState = 'cancelled' | 'done' | 'failed' | 'sending' | 'unknown' | 'waiting'
