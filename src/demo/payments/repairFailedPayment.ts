import type { Payload, PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import type { FailedPayment } from '../../plugins/payments/views/loadFailedPayments'

import { readMany } from '../../database/bulk'
import { drainOutbox } from '../../jobs/outbox/drainOutbox'
import { cardTitle, storeCards } from '../../operations/payments/storedMeans'
import { chargeAgain } from '../../plugins/payments/operations/chargeAgain'
import { openAccount } from '../../plugins/payments/operations/openAccount'
import { newReference } from '../../plugins/payments/operations/newReference'

const NEW_CARD = { expiry: '12/49', number: '4242 4242 4242 4242' }

/**
 * Puts a failed payment right as the customer does: they store another card on the provider's page, and it is charged again.
 *
 * @returns the card, and the file, which is sold
 * @throws an Error when it is not paid after that
 */
export const repairFailedPayment = async ({
  failure,
  payload,
  req,
  url,
}: {
  failure: FailedPayment
  payload: Payload
  req: PayloadRequest
  /** Where the provider sends the customer back to. */
  url: string
}): Promise<{ card: string; fileNumber: number }> => {
  const own = await createLocalReq({}, payload)
  const read = async (collection: string, id: string): Promise<Record<string, any>> => {
    const [doc] = await readMany({ collection: collection as 'sites', payload, where: { id } })
    if (!doc) throw new Error(`There is nothing in ${collection} of the failed payment.`)
    return doc
  }
  const { contact, institution, payment } = await read('payment-failures', failure.id)
  const { paymentMethod } = await read('payments', payment)
  const { account } = await read('payment-methods', paymentMethod)
  const { provider } = await openAccount({ accountID: account, payload })
  const reference = newReference()
  const { redirectURL, setupID } = await provider.createSetup({
    customer: contact,
    key: `setup:${reference}`,
    kind: 'card',
    language: 'de',
    reference,
    returnURL: url,
  })
  await fetch(redirectURL, {
    body: new URLSearchParams({ ...NEW_CARD, name: failure.contact.name, action: 'save' }),
    method: 'POST',
    redirect: 'manual',
  })
  const result = await provider.completeSetup({ setupID })
  if (result.state !== 'completed') throw new Error(`The new card is ${result.state}.`)
  const { alias, brand, expMonth, expYear, last4 } = result.means
  await storeCards({
    cards: [
      {
        account,
        brand,
        contact,
        expMonth,
        expYear,
        institution,
        last4,
        token: alias,
      },
    ],
    payload,
    replaces: true,
    req: own,
  })
  await chargeAgain({ failureID: failure.id, payload, req })
  await drainOutbox({ kind: 'charge', payload })
  const { number, status } = await read('files', failure.file!.id)
  if (status !== 'sold') throw new Error(`File ${number} is ${status} after its new card.`)
  return { card: cardTitle({ brand, last4 }), fileNumber: number }
}
