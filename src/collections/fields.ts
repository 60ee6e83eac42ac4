import type { DateField, NumberField, RelationshipField, SelectField, TextField } from 'payload'

import type { Text } from './createCollection'

import { validateAmount } from '../utilities/validateAmount'

/** Fields that many nouns have, so that they look and behave alike everywhere. */

export const nameField = (overrides: Partial<TextField> = {}): TextField =>
  ({
    name: 'name',
    type: 'text',
    label: { de: 'Bezeichnung', en: 'Name', fr: 'Désignation' },
    maxLength: 200,
    required: true,
    ...overrides,
  }) as TextField

export const codeField = (overrides: Partial<TextField> = {}): TextField =>
  ({
    name: 'code',
    type: 'text',
    admin: {
      description: {
        de: 'Kurzzeichen. Gleiche Codes werden von Saison zu Saison einander zugeordnet.',
        en: 'Short sign. Equal codes are mapped to each other from season to season.',
        fr: 'Code court. Les codes identiques sont associés d’une saison à l’autre.',
      },
    },
    index: true,
    label: { de: 'Code', en: 'Code', fr: 'Code' },
    maxLength: 40,
    required: true,
    ...overrides,
  }) as TextField

/** A reference to one document of another collection. */
export const to = (
  name: string,
  relationTo: string,
  label: Text,
  overrides: Partial<RelationshipField> = {},
): RelationshipField =>
  ({
    name,
    type: 'relationship',
    index: true,
    label,
    relationTo,
    ...overrides,
  }) as RelationshipField

/** Money in minor units (cents, Rappen); shown in major units. */
export const amountField = (
  name: string,
  label: Text,
  overrides: Partial<NumberField> = {},
): NumberField =>
  ({
    name,
    type: 'number',
    custom: { isAmount: true },
    label,
    validate: validateAmount as never,
    ...overrides,
    admin: {
      ...overrides.admin,
      components: {
        Cell: '/components/Amount/cell#AmountCell',
        Field: '/components/Amount/field#AmountField',
      },
    },
  }) as NumberField

export const dateField = (
  name: string,
  label: Text,
  overrides: Partial<DateField> = {},
): DateField =>
  ({
    name,
    type: 'date',
    label,
    ...overrides,
    admin: {
      date: { displayFormat: 'dd.MM.yyyy', pickerAppearance: 'dayOnly' },
      ...overrides.admin,
    },
  }) as DateField

export const momentField = (
  name: string,
  label: Text,
  overrides: Partial<DateField> = {},
): DateField =>
  dateField(name, label, {
    ...overrides,
    admin: {
      date: {
        displayFormat: 'dd.MM.yyyy HH:mm',
        pickerAppearance: 'dayAndTime',
        timeFormat: 'HH:mm',
      },
      ...overrides.admin,
    },
  })

/** Until when a card is good: kept as the first moment at which it is not, shown as the month that stands on it. */
export const expiryField = (
  name: string,
  label: Text,
  overrides: Partial<DateField> = {},
): DateField =>
  momentField(name, label, {
    ...overrides,
    admin: {
      components: {
        Cell: '/components/cells/ExpiryCell#ExpiryCell',
        Field: '/components/ExpiryField#ExpiryField',
      },
      ...overrides.admin,
    },
  })

export const selectField = (
  name: string,
  label: Text,
  options: { label: Text; value: string }[],
  overrides: Partial<SelectField> = {},
): SelectField =>
  ({ name, type: 'select', index: true, label, options, ...overrides }) as SelectField

/** Why money did not come in: kept as a code, shown as the sentence that people know. */
export const causeField = (
  name: string,
  label: Text,
  overrides: Partial<TextField> = {},
): TextField =>
  ({
    name,
    type: 'text',
    admin: {
      components: {
        Cell: '/components/cells/CauseCell#CauseCell',
        Field: '/components/CauseField#CauseField',
      },
    },
    index: true,
    label,
    ...overrides,
  }) as TextField

/** The language in which a person or a site is written to. */
export const languageField = (overrides: Partial<SelectField> = {}): SelectField =>
  selectField(
    'language',
    { de: 'Sprache', en: 'Language', fr: 'Langue' },
    [
      { label: { de: 'Deutsch', en: 'German', fr: 'Allemand' }, value: 'de' },
      { label: { de: 'Französisch', en: 'French', fr: 'Français' }, value: 'fr' },
      { label: { de: 'Englisch', en: 'English', fr: 'Anglais' }, value: 'en' },
    ],
    { defaultValue: 'de', required: true, ...overrides },
  )

/** A unique key string that carries a "once" of the product; never shown, and written by our own code only. */
export const uniqueKey = (name: string): TextField => ({
  name,
  type: 'text',
  access: { create: () => false, update: () => false },
  admin: { disableListColumn: true, disableListFilter: true, hidden: true },
  required: true,
  unique: true,
})
