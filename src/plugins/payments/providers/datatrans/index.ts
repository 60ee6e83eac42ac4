import type { ProviderKind } from '../types'

import { adoptAlias } from './alias'
import { createDatatransProvider } from './datatransProvider'

/** Datatrans; see docs/plugins/payments-providers.md for what a house sets up there. */
export const datatransKind: ProviderKind = {
  name: 'datatrans',
  adopt: adoptAlias,
  credentials: [
    {
      name: 'merchantID',
      isSecret: false,
      label: {
        de: 'Händlernummer (merchantId)',
        en: 'Merchant number (merchantId)',
        fr: 'Numéro de commerçant (merchantId)',
      },
      required: true,
    },
    {
      name: 'password',
      isSecret: true,
      label: {
        de: 'Server-zu-Server-Passwort',
        en: 'Server-to-server password',
        fr: 'Mot de passe serveur à serveur',
      },
      required: true,
    },
    {
      name: 'hmacKey',
      isSecret: true,
      label: {
        de: 'HMAC-Schlüssel der Webhooks',
        en: 'HMAC key of the webhooks',
        fr: 'Clé HMAC des webhooks',
      },
      required: true,
    },
    {
      name: 'environment',
      isSecret: false,
      label: {
        de: 'Umgebung: live oder sandbox (leer: live)',
        en: 'Environment: live or sandbox (empty: live)',
        fr: 'Environnement : live ou sandbox (vide : live)',
      },
      required: false,
    },
    {
      name: 'currency',
      isSecret: false,
      label: {
        de: 'Währung beim Hinterlegen einer Karte (leer: CHF)',
        en: 'Currency for storing a card (empty: CHF)',
        fr: 'Devise pour enregistrer une carte (vide : CHF)',
      },
      required: false,
    },
    {
      name: 'paymentMethods',
      isSecret: false,
      label: {
        de: 'Kartenarten, mit Komma getrennt (leer: VIS,ECA)',
        en: 'Kinds of card, with commas (empty: VIS,ECA)',
        fr: 'Types de carte, séparés par des virgules (vide : VIS,ECA)',
      },
      required: false,
    },
  ],
  label: { de: 'Datatrans', en: 'Datatrans', fr: 'Datatrans' },
  open: ({ baseURL, credentials }) => {
    const { currency, environment, hmacKey, merchantID, password, paymentMethods } = credentials
    return createDatatransProvider({
      baseURL,
      currency: currency || undefined,
      environment: environment || undefined,
      hmacKey: hmacKey ?? '',
      merchantID: merchantID ?? '',
      password: password ?? '',
      paymentMethods: paymentMethods?.match(/\w+/g) ?? undefined,
    })
  },
}
