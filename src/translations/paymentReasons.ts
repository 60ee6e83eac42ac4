/** Why money did not come in, as a code. */
export type PaymentReason =
  | 'aliasExpired'
  | 'aliasRevoked'
  | 'declined'
  | 'declinedForNow'
  | 'mandateExpired'
  | 'needsCustomer'
  | 'noAlias'
  | 'noChargeableMethod'
  | 'noMandate'
  | 'providerRefused'

type Sentences = Record<PaymentReason, string>

/** The sentences for these reasons, shared by result rows and the list of failed payments. */
export const paymentReasons: { de: Sentences; en: Sentences; fr: Sentences } = {
  de: {
    aliasExpired: 'Die hinterlegte Karte ist abgelaufen.',
    aliasRevoked: 'Die hinterlegte Karte wurde widerrufen.',
    declined: 'Die Bank hat die Zahlung abgelehnt.',
    declinedForNow: 'Die Bank hat die Zahlung vorläufig abgelehnt, etwa mangels Deckung.',
    mandateExpired: 'Das Lastschriftmandat ist erloschen oder widerrufen.',
    needsCustomer: 'Die Bank verlangt, dass die Person die Zahlung selbst bestätigt.',
    noAlias: 'Die zahlende Person hat keine Karte hinterlegt.',
    noChargeableMethod:
      'Dieser Standort hat keine Zahlungsart, die sich automatisch abbuchen lässt.',
    noMandate: 'Es gibt kein gültiges Lastschriftmandat.',
    providerRefused: 'Der Zahlungsanbieter hat den Auftrag abgewiesen, nicht die Karte.',
  },
  en: {
    aliasExpired: 'The stored card has expired.',
    aliasRevoked: 'The stored card was revoked.',
    declined: 'The bank declined the payment.',
    declinedForNow: 'The bank declined the payment for now, for example for lack of funds.',
    mandateExpired: 'The direct debit mandate has expired or was revoked.',
    needsCustomer: 'The bank wants the person to confirm the payment.',
    noAlias: 'The payer has not stored a card.',
    noChargeableMethod: 'No payment method of this site can be charged automatically.',
    noMandate: 'There is no valid direct debit mandate.',
    providerRefused: 'The payment provider refused the request, not the card.',
  },
  fr: {
    aliasExpired: 'La carte enregistrée a expiré.',
    aliasRevoked: 'La carte enregistrée a été révoquée.',
    declined: 'La banque a refusé le paiement.',
    declinedForNow:
      'La banque a refusé le paiement pour le moment, par exemple faute de provision.',
    mandateExpired: 'Le mandat de prélèvement est expiré ou révoqué.',
    needsCustomer: 'La banque exige que le client confirme lui-même le paiement.',
    noAlias: 'Le payeur n’a enregistré aucune carte.',
    noChargeableMethod: 'Ce site n’a aucun mode de règlement à encaissement automatique.',
    noMandate: 'Il n’y a pas de mandat de prélèvement valable.',
    providerRefused: 'Le prestataire de paiement a rejeté la demande, pas la carte.',
  },
}

/** What to do about them. */
export const paymentNextSteps: { de: Sentences; en: Sentences; fr: Sentences } = {
  de: {
    aliasExpired: 'Senden Sie der Person den Link, mit dem sie eine neue Karte hinterlegt.',
    aliasRevoked:
      'Senden Sie der Person den Link für eine neue Karte, oder notieren Sie eine Zahlung.',
    declined: 'Senden Sie der Person den Link für eine andere Karte.',
    declinedForNow: 'Belasten Sie die Karte später noch einmal, oder bitten Sie um eine andere.',
    mandateExpired: 'Holen Sie ein neues Mandat ein, oder notieren Sie eine Zahlung.',
    needsCustomer: 'Senden Sie der Person den Link, mit dem sie ihre Karte bestätigt.',
    noAlias: 'Senden Sie der Person den Link für eine Karte, oder notieren Sie eine Zahlung.',
    noChargeableMethod:
      'Notieren Sie eine Zahlung, oder richten Sie eine Zahlungsart ein und starten Sie die gescheiterten erneut.',
    noMandate: 'Holen Sie ein Mandat ein, oder notieren Sie eine Zahlung.',
    providerRefused:
      'Prüfen Sie das Zahlungskonto (Währung, Verträge, Kartenarten) und belasten Sie noch einmal, oder notieren Sie eine Zahlung.',
  },
  en: {
    aliasExpired: 'Send the person the link to store a new card.',
    aliasRevoked: 'Send the person the link for a new card, or note a payment.',
    declined: 'Send the person the link to store another card.',
    declinedForNow: 'Charge the card again later, or ask for another one.',
    mandateExpired: 'Obtain a new mandate, or note a payment.',
    needsCustomer: 'Send the person the link by which they confirm their card.',
    noAlias: 'Send the person the link to store a card, or note a payment.',
    noChargeableMethod: 'Note a payment, or set up a payment method and run the failed ones again.',
    noMandate: 'Obtain a mandate, or note a payment.',
    providerRefused:
      'Check the payment account (currency, contracts, kinds of card) and charge again, or note a payment.',
  },
  fr: {
    aliasExpired: 'Envoyez au client le lien pour enregistrer une nouvelle carte.',
    aliasRevoked: 'Envoyez au client le lien pour une nouvelle carte, ou notez un règlement.',
    declined: 'Envoyez au client le lien pour enregistrer une autre carte.',
    declinedForNow: 'Débitez la carte plus tard, ou demandez-en une autre.',
    mandateExpired: 'Obtenez un nouveau mandat, ou notez un règlement.',
    needsCustomer: 'Envoyez au client le lien pour confirmer sa carte.',
    noAlias: 'Envoyez au client le lien pour enregistrer une carte, ou notez un règlement.',
    noChargeableMethod:
      'Notez un règlement, ou configurez un mode de règlement et relancez les échecs.',
    noMandate: 'Obtenez un mandat, ou notez un règlement.',
    providerRefused:
      'Vérifiez le compte de paiement (devise, contrats, types de carte) et débitez à nouveau, ou notez un règlement.',
  },
}
