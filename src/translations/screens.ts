/** Texts of the core's own screens; one object per screen. */
const en = {
  fields: {
    timeZoneUnknown: 'This time zone is unknown. Example: Europe/Zurich',
  },
  seatMap: {
    tab: 'Seat map',
  },
}

type Screens = typeof en

const de: Screens = {
  fields: {
    timeZoneUnknown: 'Diese Zeitzone ist unbekannt. Beispiel: Europe/Zurich',
  },
  seatMap: {
    tab: 'Saalplan',
  },
}

const fr: Screens = {
  fields: {
    timeZoneUnknown: 'Ce fuseau horaire est inconnu. Exemple : Europe/Zurich',
  },
  seatMap: {
    tab: 'Plan de salle',
  },
}

export const screens = { de, en, fr }
