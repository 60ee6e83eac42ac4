/** Why an import has failed that could be begun. */
export const problems = {
  de: {
    importedInPart:
      'Es sollte alles oder nichts eingelesen werden, aber während des Einlesens sind Zeilen schlecht geworden. Schon eingelesen (Zeilen): {{value}}.',
  },
  en: {
    importedInPart:
      'All or nothing was to be imported, but lines have become bad meanwhile. Lines that are in already: {{value}}.',
  },
  fr: {
    importedInPart:
      'Tout ou rien devait être importé, mais des lignes sont devenues mauvaises entre-temps. Lignes déjà importées : {{value}}.',
  },
}

/** What to do about it. */
export const problemSteps = {
  de: {
    importedInPart:
      'Berichtigen Sie, was unten abgelehnt ist, und lesen Sie die Datei nochmals ein: Nur was fehlt, kommt dazu.',
  },
  en: {
    importedInPart:
      'Correct what is refused below and import the file again: only what is missing is added.',
  },
  fr: {
    importedInPart:
      'Corrigez ce qui est refusé ci-dessous et importez à nouveau le fichier : seul ce qui manque s’ajoute.',
  },
}
