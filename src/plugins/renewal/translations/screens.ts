const en = {
  again: 'Run the {{count}} failed again',
  againBody: '{{count}} subscriptions that failed are decided anew, with the batch as it is now.',
  already: '{{count}} are renewed already.',
  batches: 'Batches',
  cancel: 'Cancel',
  checkFailed: 'The check gave no answer. Reload the page.',
  checking: 'Checking …',
  done: 'Done',
  empty: 'Nothing here yet.',
  emptyBatches:
    'No batch here. “New batch” begins one: it renews last season’s subscriptions into the new season.',
  emptyDone: 'No batch has run yet.',
  emptyRunning: 'Nothing is running at the moment.',
  emptyScheduled:
    'Nothing is scheduled. In a batch, under “When”, choose a date and time, save, and press “Schedule”.',
  every: { day: 'then every day', hour: 'then every hour', week: 'then every week' },
  latestRuns: 'Latest runs',
  newBatch: 'New batch',
  newTab: 'New',
  noProblems: 'Nothing stands in the way.',
  notRenewed: 'not renewed',
  numbers_one:
    '{{count}} subscription will be renewed, {{stopped}} stopped, {{unmapped}} unmapped (files: {{files}}).',
  numbers_other:
    '{{count}} subscriptions will be renewed, {{stopped}} stopped, {{unmapped}} unmapped (files: {{files}}).',
  numbersAutomatic: '{{automatic}} of them renew automatically.',
  running: 'Running',
  saveFirst: 'Save the batch first.',
  schedule: 'Schedule',
  scheduled: 'Scheduled',
  scheduledFor: 'Scheduled for {{time}}',
  simulate: 'Simulate',
  simulatedOnly: 'simulation only',
  simulation: 'Simulation',
  siteTime: 'In the time of the site: {{time}} ({{zone}}).',
  start: 'Start',
  startBody:
    '{{numbers}} This creates reservations and sales in the new season. Afterwards you can undo what nobody has touched.',
  startForReal: 'Start for real',
  startTitle: 'Renew now?',
  steps: 'Fill in the form, save, check, simulate, look at the results, then start.',
  toBatch: 'To the batch',
  toField: 'Go to the field',
  toUndone: 'To the run taken back',
  undo: 'Undo',
  undoBody:
    'New files that nobody has touched are cancelled and their seats are free again. Files with money, tickets or changes stay; the list says why.',
  undoTitle: 'Undo this run?',
  unmappedList: 'Without a target: {{names}}.',
  unschedule: 'Take off the schedule',
  whatHappens: 'What will happen',
}

type Texts = typeof en

const de: Texts = {
  again: 'Die {{count}} gescheiterten erneut starten',
  againBody:
    '{{count}} gescheiterte Abonnements werden neu entschieden, mit dem Stapel, wie er jetzt ist.',
  already: '{{count}} sind schon verlängert.',
  batches: 'Stapel',
  cancel: 'Abbrechen',
  checkFailed: 'Die Prüfung hat nicht geantwortet. Laden Sie die Seite neu.',
  checking: 'Wird geprüft …',
  done: 'Erledigt',
  empty: 'Hier ist noch nichts.',
  emptyBatches:
    'Hier ist kein Stapel. «Neuer Stapel» beginnt einen: Er verlängert die Abonnements der letzten Saison in die neue.',
  emptyDone: 'Noch ist kein Stapel gelaufen.',
  emptyRunning: 'Im Moment läuft nichts.',
  emptyScheduled:
    'Es ist nichts geplant. Wählen Sie in einem Stapel unter «Wann» einen Zeitpunkt, speichern Sie und drücken Sie «Einplanen».',
  every: { day: 'dann jeden Tag', hour: 'dann jede Stunde', week: 'dann jede Woche' },
  latestRuns: 'Neueste Läufe',
  newBatch: 'Neuer Stapel',
  newTab: 'Neu',
  noProblems: 'Es steht nichts im Weg.',
  notRenewed: 'wird nicht verlängert',
  numbers_one:
    '{{count}} Abonnement wird verlängert, {{stopped}} gekündigt, {{unmapped}} nicht zugeordnet (Dossiers: {{files}}).',
  numbers_other:
    '{{count}} Abonnements werden verlängert, {{stopped}} gekündigt, {{unmapped}} nicht zugeordnet (Dossiers: {{files}}).',
  numbersAutomatic: '{{automatic}} davon verlängern sich automatisch.',
  running: 'Läuft',
  saveFirst: 'Speichern Sie den Stapel zuerst.',
  schedule: 'Einplanen',
  scheduled: 'Geplant',
  scheduledFor: 'Geplant für {{time}}',
  simulate: 'Simulieren',
  simulatedOnly: 'nur Simulation',
  simulation: 'Simulation',
  siteTime: 'In der Zeit des Standorts: {{time}} ({{zone}}).',
  start: 'Starten',
  startBody:
    '{{numbers}} Dies legt Reservationen und Verkäufe in der neuen Saison an. Danach lässt sich rückgängig machen, was niemand angefasst hat.',
  startForReal: 'Jetzt wirklich starten',
  startTitle: 'Jetzt verlängern?',
  steps: 'Formular ausfüllen, speichern, prüfen, simulieren, Ergebnisse ansehen, dann starten.',
  toBatch: 'Zum Stapel',
  toField: 'Zum Feld',
  toUndone: 'Zum zurückgenommenen Lauf',
  undo: 'Rückgängig machen',
  undoBody:
    'Neue Dossiers, die niemand angefasst hat, werden storniert, ihre Plätze sind wieder frei. Dossiers mit Geld, Karten oder Änderungen bleiben; die Liste sagt, warum.',
  undoTitle: 'Diesen Lauf rückgängig machen?',
  unmappedList: 'Ohne Ziel: {{names}}.',
  unschedule: 'Aus dem Plan nehmen',
  whatHappens: 'Was geschehen wird',
}

const fr: Texts = {
  again: 'Relancer les {{count}} échecs',
  againBody:
    '{{count}} abonnements en échec sont décidés à nouveau, avec le batch tel qu’il est maintenant.',
  already: '{{count}} sont déjà renouvelés.',
  batches: 'Batch',
  cancel: 'Annuler',
  checkFailed: 'La vérification n’a pas répondu. Rechargez la page.',
  checking: 'Vérification …',
  done: 'Terminés',
  empty: 'Rien ici pour l’instant.',
  emptyBatches:
    'Aucun batch ici. « Nouveau batch » en commence un : il renouvelle les abonnements de la saison passée.',
  emptyDone: 'Aucun batch n’a encore été exécuté.',
  emptyRunning: 'Rien n’est en cours.',
  emptyScheduled:
    'Rien n’est planifié. Dans un batch, sous « Quand », choisissez une date et une heure, enregistrez, puis « Planifier ».',
  every: {
    day: 'puis tous les jours',
    hour: 'puis toutes les heures',
    week: 'puis toutes les semaines',
  },
  latestRuns: 'Exécutions récentes',
  newBatch: 'Nouveau batch',
  newTab: 'Nouveaux',
  noProblems: 'Rien ne s’y oppose.',
  notRenewed: 'non renouvelé',
  numbers_one:
    '{{count}} abonnement sera renouvelé, {{stopped}} résiliés, {{unmapped}} sans association (dossiers : {{files}}).',
  numbers_other:
    '{{count}} abonnements seront renouvelés, {{stopped}} résiliés, {{unmapped}} sans association (dossiers : {{files}}).',
  numbersAutomatic: 'Dont {{automatic}} à renouvellement automatique.',
  running: 'En cours',
  saveFirst: 'Enregistrez d’abord le batch.',
  schedule: 'Planifier',
  scheduled: 'Planifiés',
  scheduledFor: 'Planifié pour le {{time}}',
  simulate: 'Simuler',
  simulatedOnly: 'simulation seulement',
  simulation: 'Simulation',
  siteTime: 'À l’heure du site : {{time}} ({{zone}}).',
  start: 'Lancer',
  startBody:
    '{{numbers}} Ceci crée des réservations et des ventes dans la nouvelle saison. Ensuite, on peut annuler ce que personne n’a touché.',
  startForReal: 'Lancer pour de bon',
  startTitle: 'Renouveler maintenant ?',
  steps:
    'Remplir le formulaire, enregistrer, vérifier, simuler, regarder les résultats, puis lancer.',
  toBatch: 'Vers le batch',
  toField: 'Aller au champ',
  toUndone: 'Vers l’exécution annulée',
  undo: 'Annuler l’exécution',
  undoBody:
    'Les nouveaux dossiers que personne n’a touchés sont annulés et leurs places libérées. Ceux qui ont de l’argent, des billets ou des changements restent ; la liste dit pourquoi.',
  undoTitle: 'Annuler cette exécution ?',
  unmappedList: 'Sans cible : {{names}}.',
  unschedule: 'Retirer du planning',
  whatHappens: 'Ce qui va se passer',
}

export const screens = { de, en, fr }
