import type { FieldGroup, FieldKind, Synonyms } from './importFields'

/** What a file may say about the subscription, its seat and its payment. */
export const ticketFields = {
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
  block: {
    group: 'subscription',
    kind: 'text',
    maxLength: 60,
    synonyms: {
      de: ['Block', 'Sektor', 'Bereich', 'Rang', 'Tribüne'],
      en: ['block', 'section', 'sector', 'stand'],
      fr: ['bloc', 'secteur', 'zone', 'tribune'],
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
  fileNumber: {
    group: 'subscription',
    kind: 'text',
    maxLength: 40,
    synonyms: {
      de: [
        'Dossiernummer',
        'Dossier-Nr',
        'Dossier',
        'Dossiernummer im alten System',
        'Auftragsnummer',
        'Auftrags-Nr',
        'Vertragsnummer',
      ],
      en: [
        'file number',
        'file no',
        'file',
        'file number in the old system',
        'order number',
        'order no',
      ],
      fr: [
        'numéro de dossier',
        'n° de dossier',
        'no dossier',
        'dossier',
        'numéro de dossier dans l’ancien système',
        'numéro de commande',
      ],
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
  remarks: {
    group: 'subscription',
    kind: 'text',
    maxLength: 2000,
    synonyms: {
      de: ['Bemerkungen', 'Bemerkung', 'Notizen', 'Notiz', 'Kommentar'],
      en: ['remarks', 'remark', 'notes', 'note', 'comments', 'comment'],
      fr: ['remarques', 'remarque', 'commentaires', 'commentaire', 'notes', 'observations'],
    },
  },
  row: {
    group: 'subscription',
    kind: 'text',
    maxLength: 20,
    synonyms: {
      de: ['Reihe', 'Reihennummer', 'Reihen-Nr'],
      en: ['row', 'row number'],
      fr: ['rang', 'rangée'],
    },
  },
  seat: {
    group: 'subscription',
    kind: 'text',
    maxLength: 20,
    synonyms: {
      de: ['Platz', 'Platznummer', 'Platz-Nr', 'Sitz', 'Sitzplatz', 'Sitznummer'],
      en: ['seat', 'seat number', 'seat no'],
      fr: ['place', 'numéro de place', 'n° de place', 'no place', 'siège', 'fauteuil'],
    },
  },
  shipmentMode: {
    group: 'subscription',
    kind: 'text',
    maxLength: 100,
    synonyms: {
      de: ['Versandart', 'Versand', 'Zustellart', 'Lieferart'],
      en: [
        'shipment mode',
        'shipping method',
        'shipping',
        'delivery mode',
        'delivery method',
        'delivery',
      ],
      fr: [
        'mode d’envoi',
        'mode d’expédition',
        'mode de livraison',
        'mode de retrait',
        'envoi',
        'livraison',
      ],
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
  subscriptionCode: {
    group: 'subscription',
    isRequired: true,
    kind: 'text',
    maxLength: 40,
    synonyms: {
      de: [
        'Abo-Code',
        'Abonnement-Code',
        'Abonnement',
        'Abo',
        'Aboart',
        'Abonnementart',
        'Abotyp',
        'Aboserie',
      ],
      en: ['subscription code', 'subscription', 'season ticket code', 'season ticket', 'package'],
      fr: ['code abonnement', 'abonnement', 'abo', 'type d’abonnement', 'formule', 'code formule'],
    },
  },
  tariffCode: {
    group: 'subscription',
    isRequired: true,
    kind: 'text',
    maxLength: 40,
    synonyms: {
      de: ['Tarif-Code', 'Tarif', 'Preisart', 'Ermässigung'],
      en: ['tariff code', 'tariff', 'price type', 'rate'],
      fr: ['code tarif', 'tarif', 'type de tarif'],
    },
  },
  terminated: {
    group: 'subscription',
    kind: 'yesNo',
    maxLength: 20,
    synonyms: {
      de: [
        'gekündigt',
        'Kündigung',
        'Abo gekündigt',
        'Verlängerung stoppen',
        'automatische Verlängerung stoppen',
        'nicht verlängern',
      ],
      en: ['terminated', 'stop automatic renewal', 'stop renewal', 'do not renew'],
      fr: [
        'résilié',
        'résiliation',
        'arrêter le renouvellement automatique',
        'arrêt du renouvellement',
        'arrêt du renouvellement automatique',
        'ne pas renouveler',
        'non-renouvellement',
      ],
    },
  },
} as const satisfies Record<
  string,
  {
    group: FieldGroup
    isRequired?: boolean
    kind: FieldKind
    maxLength: number
    synonyms: Synonyms
  }
>

export type TicketKey = keyof typeof ticketFields
