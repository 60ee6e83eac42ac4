import type { ChargeRefusal } from '../../../operations/payments/paymentMethods'

type Sentences = Record<'aliasRevoked' | ChargeRefusal, string>

/** In place of the button that charges again, where there is nothing to charge: why, and what to do. */
export const cannotCharge: { de: Sentences; en: Sentences; fr: Sentences } = {
  de: {
    aliasExpired: 'Die hinterlegte Karte gilt nicht mehr. Senden Sie den Link.',
    aliasRevoked:
      'Die Karte wurde widerrufen. Senden Sie den Link für eine neue, oder notieren Sie eine Zahlung.',
    mandateExpired: 'Das Mandat gilt nicht mehr. Holen Sie ein neues ein.',
    noAlias: 'Es ist keine Karte hinterlegt. Senden Sie den Link.',
    noChargeableMethod: 'Der Standort hat keine Zahlungsart, die sich belasten lässt.',
    noMandate: 'Es ist kein Mandat hinterlegt. Holen Sie eines ein.',
  },
  en: {
    aliasExpired: 'The stored card is no longer good. Send the link.',
    aliasRevoked: 'The card was revoked. Send the link for a new one, or note a payment.',
    mandateExpired: 'The mandate is no longer good. Obtain a new one.',
    noAlias: 'No card is stored. Send the link.',
    noChargeableMethod: 'The site has no payment method that can be charged.',
    noMandate: 'No mandate is stored. Obtain one.',
  },
  fr: {
    aliasExpired: 'La carte enregistrée n’est plus valable. Envoyez le lien.',
    aliasRevoked:
      'La carte a été révoquée. Envoyez le lien pour une nouvelle carte, ou notez un règlement.',
    mandateExpired: 'Le mandat n’est plus valable. Obtenez-en un nouveau.',
    noAlias: 'Aucune carte n’est enregistrée. Envoyez le lien.',
    noChargeableMethod: 'Le site n’a aucun mode de règlement qui se débite.',
    noMandate: 'Aucun mandat n’est enregistré. Obtenez-en un.',
  },
}
