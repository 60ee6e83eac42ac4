import type { PaymentProvider, ProviderKind } from './types'

import { SetupError } from '../../../utilities/SetupError'
import { datatransKind } from './datatrans'
import { fakeKind } from './fake'
import { stripeKind } from './stripe'

/** The providers that an account can be opened with, in the order in which staff choose from them. */
export const providerKinds: ProviderKind[] = [stripeKind, datatransKind, fakeKind]

/**
 * Opens an account at a provider. Nothing is sent yet: whether the keys are right shows with the first request.
 *
 * @param kind the name of a provider kind
 * @throws SetupError when there is no such kind, or when a credential that it needs is empty
 */
export const openProvider = ({
  baseURL,
  credentials,
  kind,
}: {
  baseURL?: string
  credentials: Record<string, string>
  kind: string
}): PaymentProvider => {
  const found = providerKinds.find(({ name }) => name === kind)
  if (!found) throw new SetupError(`There is no payment provider "${kind}".`)
  const missing = found.credentials.filter(({ name, required }) => required && !credentials[name])
  if (missing.length)
    throw new SetupError(
      `The account at ${found.label.en} needs: ${missing.map(({ label }) => label.en).join(', ')}.`,
    )
  return found.open({ baseURL, credentials })
}
