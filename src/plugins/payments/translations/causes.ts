type Cause =
  | 'bookingTakenBack'
  | 'decisionDenied'
  | 'notCameIn'
  | 'notHandedIn'
  | 'paidBackOtherwise'
  | 'paidOtherwise'
  | 'paidTooLate'
  | 'partReturned'
  | 'refundRefused'
  | 'returned'
type Texts = {
  nextSteps: Record<Exclude<Cause, 'notHandedIn' | 'paidBackOtherwise' | 'paidOtherwise'>, string>
  sentences: Record<Cause, string>
}

/** What an instalment says of itself besides the answers to its charge. */
export const causes: { de: Texts; en: Texts; fr: Texts } = {
  de: {
    nextSteps: {
      bookingTakenBack: 'Belasten Sie noch einmal, oder notieren Sie, was wirklich einging.',
      decisionDenied:
        'Vergleichen Sie mit dem Anbieter; ging wirklich nichts ein, klären Sie es mit der Person. Dann schliessen Sie den Eintrag.',
      notCameIn: 'Fragen Sie die Person, und belasten Sie dann noch einmal.',
      paidTooLate: 'Erstatten Sie den Betrag, oder verlängern Sie das Abonnement noch einmal.',
      partReturned:
        'Klären Sie es mit der Person und notieren Sie, was noch eingeht. Ist es erledigt, schliessen Sie den Eintrag.',
      refundRefused: 'Erstatten Sie auf einem anderen Weg.',
      returned: 'Fragen Sie die Person, und belasten Sie dann noch einmal.',
    },
    sentences: {
      bookingTakenBack: 'Die dafür notierte Zahlung wurde zurückgenommen.',
      decisionDenied: 'Jemand hat gesagt, es sei bezahlt; der Anbieter sagt, es sei abgelehnt.',
      notCameIn: 'Das Geld ging nicht ein; so wurde es von Hand notiert.',
      notHandedIn: 'Die Datei wurde der Bank nicht eingereicht.',
      paidBackOtherwise: 'Das Geld ging auf anderem Weg zurück.',
      paidOtherwise: 'Dafür ging auf anderem Weg Geld ein.',
      paidTooLate:
        'Das Geld kam, nachdem die Zahlung als abgelehnt galt und nichts angelegt wurde.',
      partReturned: 'Die Bank hat einen Teil der Zahlung zurückgeholt; der Rest ist da.',
      refundRefused: 'Der Anbieter hat die Rückzahlung abgelehnt.',
      returned: 'Die Bank hat die Zahlung zurückgeholt.',
    },
  },
  en: {
    nextSteps: {
      bookingTakenBack: 'Charge again, or note what really came in.',
      decisionDenied:
        'Compare with the provider; if nothing came in, settle it with the person. Then close the entry.',
      notCameIn: 'Ask the person, then charge again.',
      paidTooLate: 'Refund the amount, or renew the subscription once more.',
      partReturned:
        'Settle it with the person, and note what still comes in. Close the entry when that is done.',
      refundRefused: 'Refund it another way.',
      returned: 'Ask the person, then charge again.',
    },
    sentences: {
      bookingTakenBack: 'The payment that was noted for it was taken back.',
      decisionDenied: 'Somebody said that it was paid; the provider says that it was declined.',
      notCameIn: 'The money did not come in, as somebody has noted by hand.',
      notHandedIn: 'The file was not handed in at the bank.',
      paidBackOtherwise: 'The money went back in another way.',
      paidOtherwise: 'Money came in for it in another way.',
      paidTooLate: 'The money came after the payment had been declined and nothing was created.',
      partReturned: 'The bank has taken back a part of the payment; the rest is here.',
      refundRefused: 'The provider declined the refund.',
      returned: 'The bank has taken the payment back.',
    },
  },
  fr: {
    nextSteps: {
      bookingTakenBack: 'Débitez de nouveau, ou notez ce qui a réellement été encaissé.',
      decisionDenied:
        'Comparez avec le prestataire ; si rien n’a été encaissé, réglez la question avec le client. Fermez ensuite l’entrée.',
      notCameIn: 'Contactez le client, puis débitez de nouveau.',
      paidTooLate: 'Remboursez le montant, ou renouvelez encore une fois l’abonnement.',
      partReturned:
        'Réglez la question avec le client et notez ce qui est encore encaissé. Fermez ensuite l’entrée.',
      refundRefused: 'Remboursez par une autre voie.',
      returned: 'Contactez le client, puis débitez de nouveau.',
    },
    sentences: {
      bookingTakenBack: 'Le règlement noté à ce titre a été contre-passé.',
      decisionDenied: 'Quelqu’un a indiqué que c’était payé ; le prestataire indique un refus.',
      notCameIn: 'L’argent n’est pas arrivé, selon une note saisie à la main.',
      notHandedIn: 'Le fichier n’a pas été remis à la banque.',
      paidBackOtherwise: 'L’argent a été rendu par une autre voie.',
      paidOtherwise: 'Réglé par une autre voie.',
      paidTooLate: 'L’argent est arrivé après le refus du paiement, alors que rien n’a été créé.',
      partReturned: 'La banque a repris une partie du paiement ; le reste est là.',
      refundRefused: 'Le prestataire a refusé le remboursement.',
      returned: 'La banque a repris le paiement.',
    },
  },
}
