import type { ProviderKind } from '../types'

import { SetupError } from '../../../../utilities/SetupError'
import { fakeProviderURL } from '../../../../utilities/environment'
import { createFakeProvider } from './createFakeProvider'

/** The provider for tests and demonstrations, `src/fake-provider`: everything is real but the money. */
export const fakeKind: ProviderKind = {
  name: 'fake',
  adopt: ({ token }) => token,
  credentials: [
    {
      name: 'secretKey',
      isSecret: true,
      label: { de: 'Geheimer Schlüssel', en: 'Secret key', fr: 'Clé secrète' },
      required: true,
    },
    {
      name: 'webhookSecret',
      isSecret: true,
      label: {
        de: 'Schlüssel der Benachrichtigungen',
        en: 'Secret of the notifications',
        fr: 'Clé des notifications',
      },
      required: true,
    },
    {
      name: 'address',
      isSecret: false,
      label: { de: 'Adresse', en: 'Address', fr: 'Adresse' },
      required: false,
    },
  ],
  label: {
    de: 'Testanbieter (ohne Geld)',
    en: 'Test provider (no money)',
    fr: 'Prestataire de test (sans argent)',
  },
  open: ({ baseURL, credentials }) => {
    const address = baseURL ?? (credentials.address || fakeProviderURL())
    if (!address)
      throw new SetupError(
        'The test provider has no address. Enter it in the account, or set REPRISE_FAKE_PROVIDER_URL.',
      )
    return createFakeProvider({
      address,
      secretKey: credentials.secretKey ?? '',
      webhookSecret: credentials.webhookSecret ?? '',
    })
  },
}
