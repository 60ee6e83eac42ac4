import type { FormError } from '../setups'
import type { Behaviour } from '../testMeans'

type Texts = {
  name: Record<'card' | 'sepa', string>
  accountNumber: string
  behaviours: Record<'refused' | Behaviour['outcome'], string>
  cancel: string
  cardNumber: string
  errors: Record<FormError, string>
  expiry: string
  expiryHint: string
  failed: string
  form: Record<'card' | 'sepa', string>
  goBack: string
  mandate: string
  notFound: string
  refuse: string
  save: string
  stored: string
  testCards: Record<'card' | 'sepa', string>
  warning: string
}

export const cardPageTexts: Record<'de' | 'en' | 'fr', Texts> = {
  de: {
    name: { card: 'Name auf der Karte', sepa: 'Kontoinhaber' },
    accountNumber: 'IBAN',
    behaviours: {
      expired: 'wird beim Belasten als abgelaufen abgelehnt',
      hard: 'wird beim Belasten endgültig abgelehnt (gestohlen, Konto aufgelöst)',
      needsCustomer: 'die Bank verlangt eine Bestätigung durch den Karteninhaber',
      paid: 'wird bezahlt',
      refused: 'kann nicht hinterlegt werden',
      returned: 'wird bezahlt und einige Tage später zurückgebucht',
      soft: 'wird beim Belasten abgelehnt (keine Deckung)',
    },
    cancel: 'Abbrechen',
    cardNumber: 'Kartennummer',
    errors: {
      name: 'Bitte geben Sie den Namen ein.',
      expired: 'Diese Karte ist abgelaufen. Bitte nehmen Sie eine andere.',
      expiry: 'Bitte geben Sie das Ablaufdatum als Monat und Jahr ein, zum Beispiel 12/30.',
      number:
        'Diese Nummer wird hier nicht angenommen. Bitte nehmen Sie eine der Testnummern unten.',
      refused: 'Die Bank hat diese Karte abgelehnt. Bitte nehmen Sie eine andere.',
    },
    expiry: 'Gültig bis',
    expiryHint: 'MM/JJ',
    failed: 'Es wurde nichts hinterlegt.',
    form: { card: 'Karte hinterlegen', sepa: 'Konto für den Lastschrifteinzug hinterlegen' },
    goBack: 'Zurück zum Shop',
    mandate:
      'Mit dem Hinterlegen erlauben Sie, Beträge von diesem Konto mit SEPA-Lastschrift einzuziehen (Mandat).',
    notFound: 'Diese Seite gibt es nicht oder nicht mehr.',
    refuse: 'Ablehnen, wie eine Bank es tut',
    save: 'Hinterlegen',
    stored: 'Ist hinterlegt.',
    testCards: { card: 'Testkarten', sepa: 'Testkonten' },
    warning:
      'Dies ist ein nachgebildeter Zahlungsanbieter: Es fliesst kein Geld. Geben Sie keine echten Daten ein.',
  },
  en: {
    name: { card: 'Name on the card', sepa: 'Account holder' },
    accountNumber: 'IBAN',
    behaviours: {
      expired: 'is declined as expired when charged',
      hard: 'is declined for good when charged (stolen, account closed)',
      needsCustomer: 'the bank asks the cardholder to confirm',
      paid: 'is paid',
      refused: 'cannot be stored',
      returned: 'is paid, and taken back some days later',
      soft: 'is declined when charged (insufficient funds)',
    },
    cancel: 'Cancel',
    cardNumber: 'Card number',
    errors: {
      name: 'Please enter the name.',
      expired: 'This card has expired. Please use another one.',
      expiry: 'Please enter the expiry date as month and year, for example 12/30.',
      number: 'This number is not accepted here. Please use one of the test numbers below.',
      refused: 'The bank has refused this card. Please use another one.',
    },
    expiry: 'Expiry date',
    expiryHint: 'MM/YY',
    failed: 'Nothing was stored.',
    form: { card: 'Store a card', sepa: 'Store an account for direct debit' },
    goBack: 'Back to the shop',
    mandate:
      'By storing this account you allow amounts to be collected from it by SEPA direct debit (mandate).',
    notFound: 'This page does not exist, or no longer.',
    refuse: 'Refuse, as a bank would',
    save: 'Store',
    stored: 'It is stored.',
    testCards: { card: 'Test cards', sepa: 'Test accounts' },
    warning:
      'This is an imitation of a payment provider: no money moves. Do not enter real details.',
  },
  fr: {
    name: { card: 'Nom sur la carte', sepa: 'Titulaire du compte' },
    accountNumber: 'IBAN',
    behaviours: {
      expired: 'est refusée comme expirée au moment du débit',
      hard: 'est refusé définitivement au moment du débit (carte volée, compte clôturé)',
      needsCustomer: 'la banque demande une confirmation du titulaire',
      paid: 'est payé',
      refused: 'ne peut pas être enregistrée',
      returned: 'est payé, puis repris quelques jours plus tard',
      soft: 'est refusé au moment du débit (provision insuffisante)',
    },
    cancel: 'Annuler',
    cardNumber: 'Numéro de carte',
    errors: {
      name: 'Veuillez saisir le nom.',
      expired: 'Cette carte a expiré. Veuillez en utiliser une autre.',
      expiry: 'Veuillez saisir la date d’expiration avec le mois et l’année, par exemple 12/30.',
      number:
        'Ce numéro n’est pas accepté ici. Veuillez utiliser un des numéros de test ci-dessous.',
      refused: 'La banque a refusé cette carte. Veuillez en utiliser une autre.',
    },
    expiry: 'Date d’expiration',
    expiryHint: 'MM/AA',
    failed: 'Rien n’a été enregistré.',
    form: {
      card: 'Enregistrer une carte',
      sepa: 'Enregistrer un compte pour le prélèvement',
    },
    goBack: 'Retour à la boutique',
    mandate:
      'En enregistrant ce compte, vous autorisez le prélèvement SEPA de montants sur celui-ci (mandat).',
    notFound: 'Cette page n’existe pas, ou n’existe plus.',
    refuse: 'Refuser, comme le ferait une banque',
    save: 'Enregistrer',
    stored: 'C’est enregistré.',
    testCards: { card: 'Cartes de test', sepa: 'Comptes de test' },
    warning:
      'Ceci est une imitation de prestataire de paiement : aucun argent ne circule. Ne saisissez pas de données réelles.',
  },
}
