/** Texts of the core's own screens; one object per screen. */
const en = {
  answers: {
    lost: 'No answer came. Check the connection, reload the page, and see whether it was done before you try again.',
  },
  fields: {
    amountInvalid: 'This is no amount. Write it like 1234.50.',
    amountTooSmall: 'The amount must be {{min}} or more.',
    no: 'no',
    timeZoneUnknown: 'This time zone is unknown. Example: Europe/Zurich',
    yes: 'yes',
  },
  seatMap: {
    tab: 'Seat map',
  },
}

type Screens = typeof en

const de: Screens = {
  answers: {
    lost: 'Es kam keine Antwort. Prüfen Sie die Verbindung, laden Sie die Seite neu und sehen Sie nach, ob es geschehen ist, bevor Sie es nochmals versuchen.',
  },
  fields: {
    amountInvalid: 'Das ist kein Betrag. Schreiben Sie ihn so: 1234.50.',
    amountTooSmall: 'Der Betrag muss mindestens {{min}} sein.',
    no: 'nein',
    timeZoneUnknown: 'Diese Zeitzone ist unbekannt. Beispiel: Europe/Zurich',
    yes: 'ja',
  },
  seatMap: {
    tab: 'Saalplan',
  },
}

const fr: Screens = {
  answers: {
    lost: 'Aucune réponse n’est arrivée. Vérifiez la connexion, rechargez la page et regardez si c’est fait avant de réessayer.',
  },
  fields: {
    amountInvalid: 'Ce n’est pas un montant. Écrivez-le ainsi : 1234.50.',
    amountTooSmall: 'Le montant doit être d’au moins {{min}}.',
    no: 'non',
    timeZoneUnknown: 'Ce fuseau horaire est inconnu. Exemple : Europe/Zurich',
    yes: 'oui',
  },
  seatMap: {
    tab: 'Plan de salle',
  },
}

export const screens = { de, en, fr }
