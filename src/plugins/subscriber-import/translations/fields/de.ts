import type { fieldTexts as english } from './en'

import { personTexts } from '../personTexts'

const person = {
  addressLine2: {
    hint: 'Was sonst zur Adresse gehört: c/o, Postfach, Stockwerk.',
    label: 'Adresszusatz',
  },
  city: { hint: 'Der Ort ohne Postleitzahl.', label: 'Ort' },
  company: { hint: 'Für Firmen und Vereine; dann braucht es keinen Nachnamen.', label: 'Firma' },
  country: {
    hint: 'Name oder Code, zum Beispiel Schweiz oder CH; leer heisst: das Land des Hauses.',
    label: 'Land',
  },
  email: { hint: 'Nur eine Adresse.', label: 'E-Mail' },
  externalContactNumber: {
    hint: 'An dieser Nummer erkennen wir dieselbe Person auf mehreren Zeilen.',
    label: 'Kundennummer',
  },
  firstName: { hint: 'So, wie er auf Briefen und Karten stehen soll.', label: 'Vorname' },
  houseNumber: {
    hint: 'Nur wenn sie eine eigene Spalte hat; sonst bleibt sie bei der Strasse.',
    label: 'Hausnummer',
  },
  language: {
    hint: 'Deutsch, Französisch oder Englisch; leer heisst: die Sprache des Hauses.',
    label: 'Sprache',
  },
  lastName: { hint: 'So, wie er auf Briefen und Karten stehen soll.', label: 'Nachname' },
  phone: {
    hint: 'So, wie man sie wählt; am besten mit Landesvorwahl, zum Beispiel +41.',
    label: 'Telefon',
  },
  postcode: {
    hint: 'Formatieren Sie die Spalte in Excel als Text, damit Nullen am Anfang bleiben.',
    label: 'PLZ',
  },
  salutation: {
    hint: 'Frau, Herr oder ein Titel, so wie Sie ihn auf Briefen schreiben.',
    label: 'Anrede',
  },
  street: { hint: 'Mit Hausnummer, wenn diese keine eigene Spalte hat.', label: 'Strasse' },
}

export const fieldTexts: typeof english = {
  ...personTexts({ person: 'Zahlende Person', texts: person, who: 'payer' }),
  ...personTexts({ person: 'Begünstigte Person', texts: person, who: 'beneficiary' }),
  aliasReference: {
    hint: 'Das Token der hinterlegten Karte (oder des Mandats) bei Ihrem Zahlungsanbieter, nie eine Kartennummer.',
    label: 'Kartenalias',
  },
  block: { hint: 'Block, Rang oder Tribüne, benannt wie im Saalplan.', label: 'Block' },
  cardBrand: { hint: 'Zum Beispiel Visa oder Mastercard.', label: 'Kartenmarke' },
  cardExpiry: {
    hint: 'Monat und Jahr, bis zu denen die hinterlegte Karte gilt, zum Beispiel 12/27.',
    label: 'Karte gültig bis',
  },
  cardLast4: {
    hint: 'Nur die letzten vier Ziffern, damit die Kundschaft ihre Karte wiedererkennt.',
    label: 'Letzte vier Ziffern der Karte',
  },
  currency: {
    hint: 'Zum Beispiel CHF oder EUR; leer heisst: die Währung des Standorts.',
    label: 'Währung',
  },
  fileNumber: {
    hint: 'Zeilen mit derselben Nummer werden ein Dossier.',
    label: 'Dossiernummer im alten System',
  },
  iban: {
    hint: 'Das Konto, für das das Mandat gilt; wird versiegelt aufbewahrt.',
    label: 'IBAN',
  },
  instalments: { hint: 'In wie vielen Teilen bezahlt wurde, als ganze Zahl.', label: 'Raten' },
  mandateReference: { hint: 'Die eindeutige Referenz des SEPA-Mandats.', label: 'Mandatsreferenz' },
  mandateSignedOn: {
    hint: 'Der Tag, an dem das Mandat unterschrieben wurde, zum Beispiel 31.05.2022.',
    label: 'Mandat unterschrieben am',
  },
  paymentMethod: {
    hint: 'Zum Beispiel bar, Karte, Lastschrift, Rechnung, Überweisung oder Gutschein.',
    label: 'Zahlungsart',
  },
  pricePaid: { hint: 'Nur für dieses Abonnement, zum Beispiel 110.00.', label: 'Bezahlter Preis' },
  remarks: { hint: 'Bleibt als Notiz beim Dossier.', label: 'Bemerkungen' },
  row: { hint: 'Die Reihe, benannt wie im Saalplan.', label: 'Reihe' },
  seat: { hint: 'Der Platz, benannt wie im Saalplan.', label: 'Platz' },
  shipmentMode: {
    hint: 'Bezeichnung oder Code einer Versandart des Standorts.',
    label: 'Versandart',
  },
  soldAt: { hint: 'Der Tag des Verkaufs, zum Beispiel 31.05.2025.', label: 'Verkauft am' },
  subscriptionCode: {
    hint: 'Der Code des Abonnements in seiner Saison.',
    label: 'Abonnement-Code',
  },
  tariffCode: {
    hint: 'Der Code des Tarifs, zum Beispiel jener für den Vollpreis.',
    label: 'Tarif-Code',
  },
  terminated: {
    hint: 'Ja, wenn das Abonnement nicht von selbst verlängert werden soll.',
    label: 'Automatische Verlängerung stoppen',
  },
}
