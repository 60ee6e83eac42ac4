import type {
  CollectionBeforeValidateHook,
  CollectionConfig,
  Field,
  TextField,
  TextFieldSingleValidation,
} from 'payload'

import { ValidationError } from 'payload'

import type { Text } from '../../../collections/createCollection'

import { createCollection } from '../../../collections/createCollection'
import { nameField, selectField } from '../../../collections/fields'
import { keepSecrets, SET, showWhetherSet } from '../hooks/keepSecrets'
import { bankFields } from '../sepa/collections/bankFields'
import { paymentSlugs } from './slugs'

type Shown = (data: { provider?: string }) => boolean

const of =
  (...providers: string[]): Shown =>
  ({ provider }) =>
    providers.includes(provider ?? '')

const plain = (name: string, label: Text, shown: Shown, more: Partial<TextField> = {}): Field =>
  ({
    name,
    type: 'text',
    admin: { condition: (_: unknown, data: object) => shown(data) },
    label,
    maxLength: 300,
    ...more,
  }) as Field

/** Payload's own sentence for a field that must not be empty; a field of another provider is not asked. */
const needed: TextFieldSingleValidation = (value, { req }) =>
  Boolean(value?.trim()) || req.t('validation:required')

/** Refuses what would only be found out when money is to move. @param says the key of the sentence, under `payments:account` */
const shaped =
  (shape: RegExp, says: string): TextFieldSingleValidation =>
  (value, { req }) =>
    !value ||
    value === SET ||
    shape.test(value.trim()) ||
    req.t(`payments:account:${says}` as never)

/** Before it is sealed: a key of another form would refuse each message as one with a wrong signature. */
const checkHmacKey: CollectionBeforeValidateHook = ({ collection, data, originalDoc, req }) => {
  const key = data?.hmacKey as null | string | undefined
  const isAsked = (data?.provider ?? originalDoc?.provider) === 'datatrans'
  if (isAsked && key && key !== SET && !/^[0-9a-f]{32,}$/i.test(key.trim()))
    throw new ValidationError({
      collection: collection.slug,
      errors: [{ message: req.t('payments:account:hmacKey' as never), path: 'hmacKey' }],
      req,
    })
  return data
}

/** Goes in, is sealed, and never comes out again: the panel shows whether there is one. */
const secret = (name: string, label: Text, shown: Shown): Field =>
  plain(name, label, shown, {
    hooks: { afterRead: [showWhetherSet] },
    maxLength: 2000,
    validate: needed,
  } as Partial<TextField>)

/** The fields of an account that its provider is opened with, besides the secrets. */
export const plainFields = [
  'address',
  'currency',
  'environment',
  'merchantID',
  'paymentMethods',
] as const

/** The fields of an account that are sealed. */
export const secretFields = ['secretKey', 'webhookSecret', 'password', 'hmacKey'] as const

/** Where money that is taken without the customer goes: an account at a provider, or at the bank for direct debits by file. */
export const PaymentAccounts: CollectionConfig = createCollection({
  slug: paymentSlugs.accounts,
  config: {
    admin: { defaultColumns: ['name', 'provider', 'active'], useAsTitle: 'name' },
    hooks: { beforeChange: [keepSecrets(secretFields)], beforeValidate: [checkHmacKey] },
  },
  fields: [
    nameField(),
    selectField(
      'provider',
      { de: 'Anbieter', en: 'Provider', fr: 'Prestataire' },
      [
        { label: { de: 'Stripe', en: 'Stripe', fr: 'Stripe' }, value: 'stripe' },
        { label: { de: 'Datatrans', en: 'Datatrans', fr: 'Datatrans' }, value: 'datatrans' },
        {
          label: {
            de: 'Lastschrift mit Datei (SEPA)',
            en: 'Direct debit by file (SEPA)',
            fr: 'Prélèvement par fichier (SEPA)',
          },
          value: 'sepaFile',
        },
        {
          label: {
            de: 'Übungsanbieter (kein echtes Geld)',
            en: 'Practice provider (no real money)',
            fr: 'Prestataire d’essai (sans argent réel)',
          },
          value: 'fake',
        },
      ],
      { access: { update: () => false }, required: true },
    ),
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: { de: 'In Gebrauch', en: 'In use', fr: 'En service' },
    },
    plain('address', { de: 'Adresse', en: 'Address', fr: 'Adresse' }, of('fake')),
    plain(
      'merchantID',
      { de: 'Händlernummer', en: 'Merchant number', fr: 'Numéro de marchand' },
      of('datatrans'),
      { validate: needed } as Partial<TextField>,
    ),
    plain(
      'environment',
      {
        de: 'Umgebung: live oder sandbox (leer: live)',
        en: 'Environment: live or sandbox (empty: live)',
        fr: 'Environnement : live ou sandbox (vide : live)',
      },
      of('datatrans'),
      { validate: shaped(/^(live|sandbox)$/, 'environment') } as Partial<TextField>,
    ),
    plain(
      'currency',
      {
        de: 'Währung beim Hinterlegen einer Karte (leer: CHF)',
        en: 'Currency for storing a card (empty: CHF)',
        fr: 'Devise pour enregistrer une carte (vide : CHF)',
      },
      of('datatrans'),
      { validate: shaped(/^[A-Z]{3}$/, 'currency') } as Partial<TextField>,
    ),
    plain(
      'paymentMethods',
      {
        de: 'Kartenarten, mit Komma getrennt (leer: VIS,ECA)',
        en: 'Kinds of card, with commas (empty: VIS,ECA)',
        fr: 'Types de carte, séparés par des virgules (vide : VIS,ECA)',
      },
      of('datatrans'),
      {
        validate: shaped(/^[A-Z]{3}(\s*,\s*[A-Z]{3})*$/, 'paymentMethods'),
      } as Partial<TextField>,
    ),
    secret(
      'secretKey',
      { de: 'Geheimer Schlüssel', en: 'Secret key', fr: 'Clé secrète' },
      of('stripe', 'fake'),
    ),
    secret('password', { de: 'Passwort', en: 'Password', fr: 'Mot de passe' }, of('datatrans')),
    secret(
      'webhookSecret',
      {
        de: 'Schlüssel der Meldungen (Webhook)',
        en: 'Signing key of the messages (webhook)',
        fr: 'Clé de signature des messages (webhook)',
      },
      of('stripe', 'fake'),
    ),
    secret(
      'hmacKey',
      { de: 'Signaturschlüssel (HMAC)', en: 'Signing key (HMAC)', fr: 'Clé de signature (HMAC)' },
      of('datatrans'),
    ),
    ...bankFields,
  ],
  group: 'setup',
  labels: {
    plural: { de: 'Zahlungskonten', en: 'Payment accounts', fr: 'Comptes de paiement' },
    singular: { de: 'Zahlungskonto', en: 'Payment account', fr: 'Compte de paiement' },
  },
  scope: 'institution',
})
