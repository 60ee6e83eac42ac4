/** The states of a run, with the words staff see. */
export const runStates = [
  { label: { de: 'Geplant', en: 'Scheduled', fr: 'Planifié' }, value: 'scheduled' },
  { label: { de: 'In Vorbereitung', en: 'Preparing', fr: 'En préparation' }, value: 'preparing' },
  { label: { de: 'Läuft', en: 'Running', fr: 'En cours' }, value: 'running' },
  { label: { de: 'Wird angehalten', en: 'Stopping', fr: 'Arrêt en cours' }, value: 'stopping' },
  { label: { de: 'Angehalten', en: 'Stopped', fr: 'Arrêté' }, value: 'stopped' },
  { label: { de: 'Beendet', en: 'Done', fr: 'Terminé' }, value: 'done' },
  { label: { de: 'Gescheitert', en: 'Failed', fr: 'Échoué' }, value: 'failed' },
]

export type RunState =
  'done' | 'failed' | 'preparing' | 'running' | 'scheduled' | 'stopped' | 'stopping'
