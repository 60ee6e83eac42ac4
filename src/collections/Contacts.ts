import type { CollectionConfig } from 'payload'

import { keepContactName } from '../hooks/keepContactName'
import { createCollection } from './createCollection'
import { languageField, selectField, uniqueKey } from './fields'
import { slugs } from './slugs'

/** A person or company with a structured address; who pays, and for whom. */
export const Contacts: CollectionConfig = createCollection({
  slug: slugs.contacts,
  config: {
    admin: {
      defaultColumns: ['displayName', 'number', 'postcode', 'city', 'email'],
      useAsTitle: 'displayName',
    },
    hooks: { beforeChange: [keepContactName] },
  },
  fields: [
    {
      type: 'row',
      fields: [
        selectField(
          'kind',
          { de: 'Art', en: 'Kind', fr: 'Type' },
          [
            { label: { de: 'Person', en: 'Person', fr: 'Personne' }, value: 'person' },
            { label: { de: 'Firma', en: 'Company', fr: 'Société' }, value: 'company' },
          ],
          { defaultValue: 'person', required: true },
        ),
        {
          name: 'number',
          type: 'number',
          admin: { readOnly: true },
          index: true,
          label: { de: 'Nummer', en: 'Number', fr: 'Numéro' },
        },
        languageField(),
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'salutation',
          type: 'text',
          label: { de: 'Anrede', en: 'Salutation', fr: 'Civilité' },
        },
        {
          name: 'firstName',
          type: 'text',
          label: { de: 'Vorname', en: 'First name', fr: 'Prénom' },
        },
        { name: 'lastName', type: 'text', label: { de: 'Nachname', en: 'Last name', fr: 'Nom' } },
      ],
    },
    { name: 'company', type: 'text', label: { de: 'Firma', en: 'Company', fr: 'Société' } },
    {
      type: 'row',
      fields: [
        { name: 'street', type: 'text', label: { de: 'Strasse', en: 'Street', fr: 'Rue' } },
        {
          name: 'houseNumber',
          type: 'text',
          label: { de: 'Hausnummer', en: 'House number', fr: 'Numéro' },
        },
      ],
    },
    {
      name: 'addressLine2',
      type: 'text',
      label: { de: 'Adresszusatz', en: 'Address line 2', fr: 'Complément d’adresse' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'postcode',
          type: 'text',
          index: true,
          label: { de: 'PLZ', en: 'Postcode', fr: 'Code postal' },
        },
        { name: 'city', type: 'text', label: { de: 'Ort', en: 'City', fr: 'Localité' } },
        {
          name: 'country',
          type: 'text',
          defaultValue: 'CH',
          label: { de: 'Land', en: 'Country', fr: 'Pays' },
          maxLength: 2,
          minLength: 2,
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'email',
          type: 'email',
          index: true,
          label: { de: 'E-Mail', en: 'E-mail', fr: 'E-mail' },
        },
        { name: 'phone', type: 'text', label: { de: 'Telefon', en: 'Phone', fr: 'Téléphone' } },
      ],
    },
    {
      name: 'answers',
      type: 'join',
      admin: { defaultColumns: ['criterion', 'answer', 'text'] },
      collection: slugs.contactAnswers,
      label: { de: 'Kriterien', en: 'Criteria', fr: 'Critères' },
      on: 'contact',
    },
    {
      name: 'preferredSeats',
      type: 'join',
      admin: { defaultColumns: ['venue', 'seat'] },
      collection: slugs.preferredSeats,
      label: { de: 'Lieblingsplätze', en: 'Preferred seats', fr: 'Places préférées' },
      on: 'contact',
    },
    {
      name: 'files',
      type: 'join',
      admin: { allowCreate: false, defaultColumns: ['number', 'status', 'total', 'balance'] },
      collection: slugs.files,
      label: { de: 'Dossiers', en: 'Files', fr: 'Dossiers' },
      on: 'payer',
    },
    {
      name: 'remarks',
      type: 'richText',
      label: { de: 'Bemerkungen', en: 'Remarks', fr: 'Remarques' },
    },
    {
      name: 'displayName',
      type: 'text',
      admin: { hidden: true },
      index: true,
      label: { de: 'Name', en: 'Name', fr: 'Nom' },
    },
    {
      name: 'externalNumber',
      type: 'text',
      admin: { readOnly: true },
      label: {
        de: 'Nummer im alten System',
        en: 'Number in the old system',
        fr: 'Numéro dans l’ancien système',
      },
    },
    { ...uniqueKey('identityKey'), required: false },
  ],
  group: 'customers',
  labels: {
    plural: { de: 'Kontakte', en: 'Contacts', fr: 'Contacts' },
    singular: { de: 'Kontakt', en: 'Contact', fr: 'Contact' },
  },
  scope: 'institution',
  search: ['displayName', 'company', 'postcode', 'city', 'email', 'number'],
  searchLabel: {
    de: 'Name, Ort, E-Mail oder Nummer',
    en: 'name, city, e-mail or number',
    fr: 'nom, localité, e-mail ou numéro',
  },
})
