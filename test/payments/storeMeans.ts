import type { PaymentProvider } from '../../src/plugins/payments/providers/types'

/** Sends the form of the fake provider's page as a browser does. @returns the answer, redirects not followed */
export const submitForm = (url: string, fields: Record<string, string>): Promise<Response> =>
  fetch(url, { body: new URLSearchParams(fields), method: 'POST', redirect: 'manual' })

let made = 0
export const newReference = (): string => `F${Date.now().toString(36)}${made++}`.toUpperCase()

/** Opens a set-up and stores a card or account with it. @param expiry of a card, well ahead unless given */
export const storeMeans = async ({
  customer = 'C1',
  expiry = '12/49',
  kind = 'card',
  number = '4242424242424242',
  provider,
}: {
  customer?: string
  expiry?: string
  kind?: 'card' | 'sepa'
  number?: string
  provider: PaymentProvider
}) => {
  const reference = newReference()
  const { redirectURL, setupID } = await provider.createSetup({
    customer,
    key: `setup:${reference}`,
    kind,
    language: 'de',
    reference,
    returnURL: 'http://127.0.0.1:9/back',
  })
  await submitForm(redirectURL, { name: 'Maria Muster', action: 'save', expiry, number })
  const result = await provider.completeSetup({ setupID })
  if (result.state !== 'completed') throw new Error(`The set-up is ${result.state}.`)
  return { customer, means: result.means, reference }
}
