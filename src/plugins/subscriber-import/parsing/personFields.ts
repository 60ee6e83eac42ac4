import type { FieldKind, Synonyms } from './fieldTypes'

/**
 * What a file may say about a person; the payer and the beneficiary each have these columns. The words are those of exports that houses
 * really have, in any spelling: case, accents, blanks and signs make no difference.
 */
export const personFields = {
  addressLine2: {
    kind: 'text',
    maxLength: 200,
    synonyms: {
      de: ['Adresszusatz', 'Adresszeile 2', 'Adresse 2', 'Zusatz', 'Postfach', 'c/o'],
      en: ['address line 2', 'address 2', 'address supplement', 'PO box'],
      fr: ['complément d’adresse', 'complément', 'adresse 2', 'case postale', 'adresse ligne 2'],
    },
  },
  city: {
    kind: 'text',
    maxLength: 100,
    synonyms: {
      de: ['Ort', 'Stadt', 'Wohnort', 'Ortschaft'],
      en: ['city', 'town', 'place'],
      fr: ['ville', 'localité', 'commune'],
    },
  },
  company: {
    kind: 'text',
    maxLength: 200,
    synonyms: {
      de: ['Firma', 'Firmenname', 'Unternehmen', 'Organisation', 'Institution'],
      en: ['company', 'company name', 'organisation', 'organization'],
      fr: ['société', 'entreprise', 'raison sociale', 'organisation', 'structure'],
    },
  },
  country: {
    kind: 'country',
    maxLength: 100,
    synonyms: {
      de: ['Land', 'Ländercode', 'Landescode', 'Länderkürzel'],
      en: ['country', 'country code'],
      fr: ['pays', 'code pays'],
    },
  },
  email: {
    kind: 'email',
    maxLength: 254,
    synonyms: {
      de: ['E-Mail', 'E-Mail-Adresse', 'Mail', 'Mailadresse'],
      en: ['e-mail', 'e-mail address', 'mail'],
      fr: ['e-mail', 'courriel', 'adresse e-mail', 'adresse mail', 'adresse électronique', 'mél'],
    },
  },
  externalContactNumber: {
    kind: 'text',
    maxLength: 40,
    synonyms: {
      de: [
        'Kundennummer',
        'Kunden-Nr',
        'Kd-Nr',
        'Kunden-ID',
        'Kontaktnummer',
        'Kontakt-Nr',
        'Adressnummer',
        'Adress-Nr',
        'Personennummer',
        'Personen-Nr',
        'Mitgliedernummer',
        'Nummer im alten System',
      ],
      en: [
        'external contact number',
        'customer number',
        'customer no',
        'customer ID',
        'contact number',
        'contact no',
        'contact ID',
        'client number',
        'client ID',
        'member number',
        'number in the old system',
      ],
      fr: [
        'numéro client',
        'n° client',
        'no client',
        'code client',
        'identifiant client',
        'numéro contact',
        'n° contact',
        'numéro adhérent',
        'n° adhérent',
        'numéro dans l’ancien système',
      ],
    },
  },
  firstName: {
    kind: 'text',
    maxLength: 100,
    synonyms: {
      de: ['Vorname', 'Vornamen', 'Rufname'],
      en: ['first name', 'given name', 'forename'],
      fr: ['prénom', 'prénoms'],
    },
  },
  houseNumber: {
    kind: 'text',
    maxLength: 20,
    synonyms: {
      de: ['Hausnummer', 'Haus-Nr', 'Strassennummer', 'Strasse Nr'],
      en: ['house number', 'house no', 'street number', 'street no', 'building number'],
      fr: ['numéro de rue', 'n° de rue', 'numéro de voie', 'n° de voie', 'numéro dans la rue'],
    },
  },
  language: {
    kind: 'language',
    maxLength: 40,
    synonyms: {
      de: ['Sprache', 'Korrespondenzsprache', 'Sprachcode'],
      en: ['language', 'language code'],
      fr: ['langue', 'code langue', 'langue de correspondance'],
    },
  },
  lastName: {
    kind: 'text',
    maxLength: 100,
    synonyms: {
      de: ['Nachname', 'Familienname', 'Zuname', 'Name'],
      en: ['last name', 'surname', 'family name', 'name'],
      fr: ['nom', 'nom de famille'],
    },
  },
  phone: {
    kind: 'text',
    maxLength: 40,
    synonyms: {
      de: ['Telefon', 'Telefonnummer', 'Tel', 'Telefon privat', 'Mobiltelefon', 'Handy', 'Natel'],
      en: ['phone', 'phone number', 'telephone', 'mobile', 'mobile phone', 'cell phone'],
      fr: ['téléphone', 'tél', 'numéro de téléphone', 'portable', 'téléphone portable', 'mobile'],
    },
  },
  postcode: {
    kind: 'text',
    maxLength: 20,
    synonyms: {
      de: ['PLZ', 'Postleitzahl'],
      en: ['postcode', 'postal code', 'zip', 'zip code'],
      fr: ['code postal', 'CP', 'NPA'],
    },
  },
  salutation: {
    kind: 'text',
    maxLength: 60,
    synonyms: {
      de: ['Anrede', 'Titel'],
      en: ['salutation', 'title', 'form of address'],
      fr: ['civilité', 'titre', 'formule d’appel'],
    },
  },
  street: {
    kind: 'text',
    maxLength: 200,
    synonyms: {
      de: ['Strasse', 'Straße', 'Strassenname', 'Adresse', 'Adresse 1', 'Adresszeile 1'],
      en: ['street', 'street name', 'address', 'address line 1', 'address 1'],
      fr: ['rue', 'voie', 'adresse', 'adresse 1', 'adresse ligne 1', 'libellé de voie'],
    },
  },
} as const satisfies Record<string, { kind: FieldKind; maxLength: number; synonyms: Synonyms }>

export type PersonKey = keyof typeof personFields
