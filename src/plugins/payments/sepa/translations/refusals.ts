const en = {
  refusals: {
    dayOutside:
      'The money cannot have come in before the day of its collection, nor later than today.',
    dayToCome: 'The day of this collection is still to come: the bank may collect it yet.',
    decidedAlready: 'This collection is decided already, by the bank or by somebody here.',
  },
  refusalSteps: {
    dayOutside: 'Enter the day on which it stands on the account.',
    dayToCome: 'Wait for its day. Where the bank has not got the file, say that of the file.',
    decidedAlready: 'Reload the page and look at how it stands.',
  },
}

const de: typeof en = {
  refusals: {
    dayOutside:
      'Das Geld kann nicht vor dem Einzugstag eingegangen sein und nicht später als heute.',
    dayToCome: 'Der Einzugstag kommt erst noch: Die Bank kann den Betrag noch einziehen.',
    decidedAlready:
      'Über diesen Einzug ist schon entschieden, von der Bank oder von jemandem hier.',
  },
  refusalSteps: {
    dayOutside: 'Geben Sie den Tag ein, an dem es auf dem Konto steht.',
    dayToCome:
      'Warten Sie den Einzugstag ab. Wurde die Datei gar nicht eingereicht, sagen Sie das bei der Datei.',
    decidedAlready: 'Laden Sie die Seite neu und sehen Sie nach, wie er steht.',
  },
}

const fr: typeof en = {
  refusals: {
    dayOutside:
      'L’argent ne peut pas être arrivé avant le jour du prélèvement, ni après aujourd’hui.',
    dayToCome: 'Le jour de ce prélèvement n’est pas encore venu : la banque peut encore prélever.',
    decidedAlready: 'Ce prélèvement est déjà décidé, par la banque ou par quelqu’un ici.',
  },
  refusalSteps: {
    dayOutside: 'Saisissez le jour où il figure sur le compte.',
    dayToCome:
      'Attendez ce jour. Si le fichier n’a pas été remis à la banque, indiquez-le sur le fichier.',
    decidedAlready: 'Rechargez la page et regardez où il en est.',
  },
}

/** Why a person cannot decide on a collection, and what to do. */
export const refusals = { de, en, fr }
