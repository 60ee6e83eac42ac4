type Cause = 'paidTooLate' | 'refundRefused' | 'returned'
type Texts = { nextSteps: Record<Cause, string>; sentences: Record<Cause, string> }

/** Causes that only come up after a charge. */
export const causes: { de: Texts; en: Texts; fr: Texts } = {
  de: {
    nextSteps: {
      paidTooLate: 'Erstatten Sie den Betrag, oder verlängern Sie das Abonnement noch einmal.',
      refundRefused: 'Erstatten Sie auf einem anderen Weg.',
      returned: 'Fragen Sie die Person, und belasten Sie dann noch einmal.',
    },
    sentences: {
      paidTooLate:
        'Das Geld kam, nachdem die Zahlung als abgelehnt galt und nichts angelegt wurde.',
      refundRefused: 'Der Anbieter hat die Rückzahlung abgelehnt.',
      returned: 'Die Bank hat die Zahlung zurückgeholt.',
    },
  },
  en: {
    nextSteps: {
      paidTooLate: 'Refund the amount, or renew the subscription once more.',
      refundRefused: 'Refund it another way.',
      returned: 'Ask the person, then charge again.',
    },
    sentences: {
      paidTooLate: 'The money came after the payment had been declined and nothing was created.',
      refundRefused: 'The provider declined the refund.',
      returned: 'The bank has taken the payment back.',
    },
  },
  fr: {
    nextSteps: {
      paidTooLate: 'Remboursez le montant, ou renouvelez encore une fois l’abonnement.',
      refundRefused: 'Remboursez par une autre voie.',
      returned: 'Contactez le client, puis débitez de nouveau.',
    },
    sentences: {
      paidTooLate: 'L’argent est arrivé après le refus du paiement, alors que rien n’a été créé.',
      refundRefused: 'Le prestataire a refusé le remboursement.',
      returned: 'La banque a repris le paiement.',
    },
  },
}
