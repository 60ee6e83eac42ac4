import type { TicketField } from './fieldTypes'

/** What a file may say about how the subscription was paid. */
export const paymentFields = {
  aliasReference: {
    group: 'payment',
    kind: 'text',
    maxLength: 200,
    synonyms: {
      de: ['Alias', 'Kartenalias', 'Alias-Referenz', 'Kartentoken', 'Token'],
      en: ['alias', 'card alias', 'alias reference', 'card token', 'payment token', 'token'],
      fr: ['alias', 'alias carte', 'référence alias', 'jeton', 'jeton carte'],
    },
  },
  cardBrand: {
    group: 'payment',
    kind: 'text',
    maxLength: 40,
    synonyms: {
      de: ['Kartenmarke', 'Kartentyp', 'Kartenart', 'Kreditkartentyp'],
      en: ['card brand', 'card type', 'card scheme'],
      fr: ['marque de la carte', 'marque carte', 'type de carte', 'réseau de carte'],
    },
  },
  cardExpiry: {
    group: 'payment',
    kind: 'expiry',
    maxLength: 30,
    synonyms: {
      de: ['Karte gültig bis', 'Kartenablauf', 'Ablaufdatum Karte', 'Ablaufdatum', 'Verfalldatum'],
      en: ['card expiry', 'card expiry date', 'expiry date', 'expiry', 'card valid until'],
      fr: [
        'expiration carte',
        'date d’expiration de la carte',
        'date d’expiration',
        'expiration',
        'carte valable jusqu’au',
      ],
    },
  },
  cardLast4: {
    group: 'payment',
    kind: 'lastFour',
    maxLength: 30,
    synonyms: {
      de: [
        'letzte vier Ziffern',
        'letzte vier Ziffern der Karte',
        'letzte 4 Ziffern',
        'Karte letzte vier Ziffern',
        'Kartenendziffern',
        'Endziffern',
      ],
      en: [
        'last four digits',
        'last four digits of the card',
        'last 4 digits',
        'last four',
        'last 4',
        'card last four digits',
        'card last 4',
      ],
      fr: [
        'quatre derniers chiffres',
        'quatre derniers chiffres de la carte',
        '4 derniers chiffres',
        'derniers chiffres de la carte',
        'derniers chiffres carte',
      ],
    },
  },
  currency: {
    group: 'payment',
    kind: 'text',
    maxLength: 10,
    synonyms: {
      de: ['Währung', 'Währungscode'],
      en: ['currency', 'currency code'],
      fr: ['monnaie', 'devise', 'code devise'],
    },
  },
  iban: {
    group: 'payment',
    kind: 'iban',
    maxLength: 60,
    synonyms: {
      de: ['IBAN', 'IBAN Lastschrift', 'Konto IBAN'],
      en: ['IBAN', 'account IBAN', 'IBAN of the account'],
      fr: ['IBAN', 'IBAN du compte', 'compte IBAN'],
    },
  },
  instalments: {
    group: 'payment',
    kind: 'integer',
    maxLength: 10,
    synonyms: {
      de: ['Raten', 'Anzahl Raten', 'Ratenzahl', 'Teilzahlungen'],
      en: ['instalments', 'installments', 'number of instalments', 'number of installments'],
      fr: [
        'échéances',
        'nombre d’échéances',
        'nb échéances',
        'mensualités',
        'nombre de mensualités',
      ],
    },
  },
  mandateReference: {
    group: 'payment',
    kind: 'text',
    // SEPA Direct Debit Core Rulebook, AT-01: 35 signs.
    maxLength: 35,
    synonyms: {
      de: ['Mandatsreferenz', 'Mandatsnummer', 'SEPA-Mandat', 'Mandat'],
      en: ['mandate reference', 'mandate reference (RUM)', 'mandate', 'SEPA mandate', 'UMR'],
      fr: ['référence unique de mandat', 'référence de mandat', 'RUM', 'mandat', 'mandat SEPA'],
    },
  },
  mandateSignedOn: {
    group: 'payment',
    kind: 'date',
    maxLength: 40,
    synonyms: {
      de: [
        'Mandat unterschrieben am',
        'Mandatsdatum',
        'Datum des Mandats',
        'Unterschriftsdatum Mandat',
      ],
      en: ['mandate signed on', 'mandate date', 'mandate signature date', 'date of mandate'],
      fr: [
        'date de signature du mandat',
        'mandat signé le',
        'date du mandat',
        'date signature mandat',
      ],
    },
  },
  paymentMethod: {
    group: 'payment',
    kind: 'paymentMethod',
    maxLength: 60,
    synonyms: {
      de: ['Zahlungsart', 'Zahlart', 'Zahlungsweise', 'Zahlungsmittel', 'Zahlungsmethode'],
      en: ['payment method', 'payment type', 'method of payment', 'paid by'],
      fr: [
        'mode de règlement',
        'mode de paiement',
        'moyen de paiement',
        'moyen de règlement',
        'type de règlement',
        'règlement',
      ],
    },
  },
  pricePaid: {
    group: 'payment',
    kind: 'amount',
    maxLength: 40,
    synonyms: {
      de: [
        'bezahlter Preis',
        'Preis bezahlt',
        'bezahlter Betrag',
        'bezahlt',
        'Abopreis',
        'Preis',
        'Betrag',
      ],
      en: ['price paid', 'amount paid', 'paid', 'price', 'amount'],
      fr: ['prix payé', 'montant payé', 'payé', 'prix', 'montant'],
    },
  },
  soldAt: {
    group: 'payment',
    kind: 'date',
    maxLength: 40,
    synonyms: {
      de: ['Verkaufsdatum', 'verkauft am', 'Kaufdatum', 'Bestelldatum', 'Datum'],
      en: ['sold at', 'sold on', 'sale date', 'purchase date', 'order date', 'date'],
      fr: ['date de vente', 'vendu le', 'date d’achat', 'date de commande', 'date'],
    },
  },
} as const satisfies Record<string, TicketField>
