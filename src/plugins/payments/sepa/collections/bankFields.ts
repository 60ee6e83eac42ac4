import type { Field, NumberField, TextField } from 'payload'

import type { Text } from '../../../../collections/createCollection'

import { selectField } from '../../../../collections/fields'
import { isBIC } from '../../../../utilities/bank/identifiers/bic'
import { readCreditorID } from '../../../../utilities/bank/identifiers/creditorID'
import { readIBAN } from '../../../../utilities/bank/identifiers/iban'
import { FILE_PROVIDER } from '../fileProvider'

type Data = { provider?: string }
type Translate = (key: string) => string

const isShown = (_: unknown, data: Data) => data.provider === FILE_PROVIDER

const bankText = (
  name: string,
  label: Text,
  {
    check,
    isRequired = false,
    ...more
  }: {
    /** The key of what is wrong with what was typed, below `payments:debits:problems`. */
    check?: (typed: string) => string | undefined
    isRequired?: boolean
  } & Partial<TextField>,
): Field =>
  ({
    name,
    type: 'text',
    label,
    ...more,
    admin: { condition: isShown, ...more.admin },
    validate: (
      value: null | string | undefined,
      { data, req }: { data: Data; req: { t: Translate } },
    ) => {
      if (data.provider !== FILE_PROVIDER) return true
      const typed = value?.trim()
      if (!typed) return isRequired ? req.t('validation:required') : true
      const problem = check?.(typed)
      return problem ? req.t(`payments:debits:problems:${problem}`) : true
    },
  }) as Field

const bankNumber = (name: string, label: Text, more: Partial<NumberField>): Field =>
  ({
    name,
    type: 'number',
    label,
    ...more,
    admin: { condition: isShown, ...more.admin },
  }) as Field

/** What an account at the bank, for direct debits by file, says of the house and of its agreement with the bank. */
export const bankFields: Field[] = [
  bankText(
    'creditorName',
    { de: 'Zahlungsempfänger', en: 'Creditor', fr: 'Créancier' },
    { isRequired: true, maxLength: 70 },
  ),
  bankText(
    'creditorID',
    {
      de: 'Gläubiger-Identifikationsnummer',
      en: 'Creditor identifier (ICS)',
      fr: 'Identifiant créancier SEPA (ICS)',
    },
    {
      check: (typed) => (readCreditorID(typed) ? undefined : 'creditorIDInvalid'),
      isRequired: true,
      maxLength: 45,
    },
  ),
  bankText(
    'creditorIBAN',
    { de: 'IBAN', en: 'IBAN', fr: 'IBAN' },
    {
      check: (typed) => (readIBAN(typed).problem ? 'ibanInvalid' : undefined),
      isRequired: true,
      maxLength: 42,
    },
  ),
  bankText(
    'creditorBIC',
    { de: 'BIC', en: 'BIC', fr: 'BIC' },
    {
      check: (typed) => (isBIC(typed.toUpperCase()) ? undefined : 'bicInvalid'),
      maxLength: 11,
    },
  ),
  {
    type: 'row',
    fields: [
      bankText('creditorStreet', { de: 'Strasse', en: 'Street', fr: 'Rue' }, { maxLength: 70 }),
      bankText(
        'creditorHouseNumber',
        { de: 'Hausnummer', en: 'House number', fr: 'Numéro' },
        { maxLength: 16 },
      ),
    ],
  },
  {
    type: 'row',
    fields: [
      bankText(
        'creditorPostcode',
        { de: 'PLZ', en: 'Postcode', fr: 'Code postal' },
        { maxLength: 16 },
      ),
      bankText(
        'creditorTown',
        { de: 'Ort', en: 'Town', fr: 'Localité' },
        { isRequired: true, maxLength: 35 },
      ),
      bankText(
        'creditorCountry',
        { de: 'Land', en: 'Country', fr: 'Pays' },
        {
          check: (typed) => (/^[A-Z]{2}$/.test(typed) ? undefined : 'addressIncomplete'),
          isRequired: true,
          maxLength: 2,
        },
      ),
    ],
  },
  bankNumber(
    'noticeDays',
    {
      de: 'Vorankündigung, Tage vor dem Einzug',
      en: 'Notice, days before the collection',
      fr: 'Préavis, jours avant le prélèvement',
    },
    {
      admin: {
        description: {
          de: '14 Tage, ausser Sie haben mit der Kundschaft eine kürzere Frist vereinbart.',
          en: '14 days, unless you have agreed on fewer with your customers.',
          fr: '14 jours, sauf si vous avez convenu d’un délai plus court avec vos clients.',
        },
      },
      defaultValue: 14,
      max: 60,
      min: 1,
    },
  ),
  bankNumber(
    'leadDays',
    {
      de: 'Die Bank braucht die Datei so viele Bankarbeitstage vorher',
      en: 'The bank wants the file so many banking days before',
      fr: 'La banque demande le fichier tant de jours ouvrés avant',
    },
    { defaultValue: 1, max: 10, min: 1 },
  ),
  bankText(
    'cutOff',
    {
      de: 'Annahmeschluss der Bank (HH:MM)',
      en: 'The bank takes files until (HH:MM)',
      fr: 'Heure limite de la banque (HH:MM)',
    },
    {
      check: (typed) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(typed) ? undefined : 'timeInvalid'),
      defaultValue: '12:00',
      maxLength: 5,
    },
  ),
  selectField(
    'painVersion',
    { de: 'Format der Datei', en: 'Format of the file', fr: 'Format du fichier' },
    [
      {
        label: { de: 'pain.008.001.08', en: 'pain.008.001.08', fr: 'pain.008.001.08' },
        value: '08',
      },
      {
        label: {
          de: 'pain.008.001.02 (älter)',
          en: 'pain.008.001.02 (older)',
          fr: 'pain.008.001.02 (ancien)',
        },
        value: '02',
      },
    ],
    { admin: { condition: isShown }, defaultValue: '08' },
  ),
  {
    name: 'announcesFirst',
    type: 'checkbox',
    admin: {
      condition: isShown,
      description: {
        de: 'Den ersten Einzug eines Mandats als «FRST» melden. Seit 2016 nicht mehr nötig, manche Banken verlangen es.',
        en: 'Mark the first collection of a mandate as “FRST”. Not needed since 2016, but some banks want it.',
        fr: 'Signaler le premier prélèvement d’un mandat par « FRST ». Facultatif depuis 2016, exigé par certaines banques.',
      },
    },
    defaultValue: true,
    label: { de: 'Ersten Einzug melden', en: 'Mark the first', fr: 'Signaler le premier' },
  } as Field,
  bankNumber(
    'paidAfterDays',
    {
      de: 'Gilt als bezahlt, Bankarbeitstage nach dem Einzug',
      en: 'Counts as paid, banking days after the collection',
      fr: 'Considéré comme payé, jours ouvrés après le prélèvement',
    },
    {
      admin: {
        description: {
          de: 'Leer: erst wenn ein Kontoauszug der Bank die Gutschrift meldet.',
          en: 'Empty: only when a statement of the bank reports the credit.',
          fr: 'Vide : seulement quand un relevé de la banque annonce le crédit.',
        },
      },
      max: 60,
      min: 1,
    },
  ),
]
