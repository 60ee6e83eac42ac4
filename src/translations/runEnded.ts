/** The words that fill the mail at the end of a run. */
const en = {
  nextSteps: {
    done: 'Open the results: what did not work is listed there by reason, with what to do.',
    failed:
      'What was written up to there counts, and nothing is done twice. Open the run, put right what the error says, and choose “Go on”. If it fails again, pass the error on to whoever looks after the program.',
    refused:
      'Nothing was begun. Open the batch, put right what the error says, and start it again.',
    stopped: 'What was written up to there counts. Open the run and choose “Go on”.',
  },
  nothing: 'none',
  states: { done: 'done', failed: 'failed', stopped: 'stopped' },
}

type Words = typeof en

const de: Words = {
  nextSteps: {
    done: 'Öffnen Sie die Ergebnisse: Was nicht ging, steht dort nach Gründen, mit dem nächsten Schritt.',
    failed:
      'Was bis dahin geschrieben ist, gilt, und nichts wird doppelt gemacht. Öffnen Sie den Lauf, beheben Sie, was der Fehler sagt, und wählen Sie «Weiter». Scheitert er wieder, geben Sie den Fehler an die Betreuung des Programms weiter.',
    refused:
      'Es hat nichts begonnen. Öffnen Sie den Stapel, beheben Sie, was der Fehler sagt, und starten Sie ihn neu.',
    stopped: 'Was bis dahin geschrieben ist, gilt. Öffnen Sie den Lauf und wählen Sie «Weiter».',
  },
  nothing: 'keine',
  states: { done: 'beendet', failed: 'gescheitert', stopped: 'angehalten' },
}

const fr: Words = {
  nextSteps: {
    done: 'Ouvrez les résultats : ce qui n’a pas abouti y est classé par motif, avec ce qu’il faut faire.',
    failed:
      'Ce qui a été écrit jusque-là reste valable et rien n’est fait deux fois. Ouvrez l’exécution, corrigez ce que dit l’erreur et choisissez « Continuer ». Si elle échoue encore, transmettez l’erreur à la personne responsable du programme.',
    refused: 'Rien n’a commencé. Ouvrez le batch, corrigez ce que dit l’erreur et relancez-le.',
    stopped:
      'Ce qui a été écrit jusque-là reste valable. Ouvrez l’exécution et choisissez « Continuer ».',
  },
  nothing: 'aucun',
  states: { done: 'terminée', failed: 'échouée', stopped: 'arrêtée' },
}

export const runEndedWords = { de, en, fr }
