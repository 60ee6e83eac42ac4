const en = {
  allCauses: 'All causes',
  amount: 'Amount',
  andMore_one: 'and {{count}} more',
  andMore_other: 'and {{count}} more',
  attempts: 'Attempts',
  beingCharged: 'Being charged',
  byCause: 'By cause',
  cancel: 'Cancel',
  card: 'Card or mandate',
  cause: 'What happened',
  charge: 'Charge again',
  chargeBody: '{{amount}} for {{name}}: the card or account that the person has now is charged.',
  charged: 'The charge is on its way. The result shows here in a moment.',
  contact: 'Contact',
  count: 'Number',
  due: 'Instalment due on',
  empty: 'There is no failed payment to work on.',
  failedOn: 'Failed on',
  file: 'File',
  forecast: 'Cards that expire before an instalment',
  forecastEmpty: 'No stored card expires before a planned instalment.',
  forecastHint:
    'These cards are no longer good on the day of an instalment. Ask the people for a new card in time.',
  list: 'To work on',
  mandate: 'Mandate {{reference}}',
  moreCards: 'Only the first {{count}} cards are shown.',
  moreFailures: 'Only the newest {{count}} are shown. Choose a cause to see fewer.',
  title: 'Work on failed payments',
  toList: 'Full list, with what is settled',
}

type Screens = Record<keyof typeof en, string>

const de: Screens = {
  allCauses: 'Alle Ursachen',
  amount: 'Betrag',
  andMore_one: 'und {{count}} weitere',
  andMore_other: 'und {{count}} weitere',
  attempts: 'Versuche',
  beingCharged: 'Wird belastet',
  byCause: 'Nach Ursache',
  cancel: 'Abbrechen',
  card: 'Karte oder Mandat',
  cause: 'Was geschehen ist',
  charge: 'Noch einmal belasten',
  chargeBody:
    '{{amount}} für {{name}}: Belastet wird die Karte oder das Konto, das jetzt hinterlegt ist.',
  charged: 'Die Belastung ist unterwegs. Das Ergebnis steht gleich hier.',
  contact: 'Kontakt',
  count: 'Anzahl',
  due: 'Rate fällig am',
  empty: 'Es gibt keine fehlgeschlagene Zahlung zu bearbeiten.',
  failedOn: 'Fehlgeschlagen am',
  file: 'Dossier',
  forecast: 'Karten, die vor einer Rate ablaufen',
  forecastEmpty: 'Keine hinterlegte Karte läuft vor einer geplanten Rate ab.',
  forecastHint:
    'Diese Karten gelten am Tag einer Rate nicht mehr. Bitten Sie rechtzeitig um eine neue Karte.',
  list: 'Zu bearbeiten',
  mandate: 'Mandat {{reference}}',
  moreCards: 'Es werden nur die ersten {{count}} Karten gezeigt.',
  moreFailures:
    'Es werden nur die neuesten {{count}} gezeigt. Wählen Sie eine Ursache, um weniger zu sehen.',
  title: 'Fehlgeschlagene Zahlungen bearbeiten',
  toList: 'Ganze Liste, auch Erledigtes',
}

const fr: Screens = {
  allCauses: 'Toutes les causes',
  amount: 'Montant',
  andMore_one: 'et {{count}} autre',
  andMore_other: 'et {{count}} autres',
  attempts: 'Tentatives',
  beingCharged: 'Débit en cours',
  byCause: 'Par cause',
  cancel: 'Annuler',
  card: 'Carte ou mandat',
  cause: 'Ce qui s’est passé',
  charge: 'Débiter de nouveau',
  chargeBody:
    '{{amount}} pour {{name}} : la carte ou le compte enregistré actuellement est débité.',
  charged: 'Le débit est en route. Le résultat s’affichera ici dans un instant.',
  contact: 'Contact',
  count: 'Nombre',
  due: 'Échéance du',
  empty: 'Aucun règlement échoué à traiter.',
  failedOn: 'Échoué le',
  file: 'Dossier',
  forecast: 'Cartes qui expirent avant une échéance',
  forecastEmpty: 'Aucune carte enregistrée n’expire avant une échéance prévue.',
  forecastHint:
    'Ces cartes ne seront plus valables le jour d’une échéance. Demandez à temps une nouvelle carte.',
  list: 'À traiter',
  mandate: 'Mandat {{reference}}',
  moreCards: 'Seules les {{count}} premières cartes sont affichées.',
  moreFailures:
    'Seuls les {{count}} plus récents sont affichés. Choisissez une cause pour en voir moins.',
  title: 'Traiter les règlements échoués',
  toList: 'Liste complète, avec ce qui est réglé',
}

/** The texts of the page of failed payments. */
export const screens = { de, en, fr }
