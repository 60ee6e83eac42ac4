const en = {
  cameIn: 'The money came in',
  cameInBody:
    'It is booked as paid. Only where it stands on your account and the files of the bank do not say so; what the bank sends back later is booked as always.',
  cameInDay: 'On which day?',
  cameInDone: 'It will be booked as paid in a moment.',
  closeFailure: 'Settled otherwise',
  closeFailureBody:
    'It leaves this list, and no more reminders go out. No file can tell that it is settled, so say how: for example that the subscription was bought anew at the counter.',
  closeFailureDone: 'It is settled and off the list.',
  hanging_one: 'One instalment of {{amounts}} still hangs on it, due on {{day}}.',
  hanging_other:
    '{{count}} instalments, together {{amounts}}, still hang on it, the next due on {{day}}.',
  hangingAtProvider_one:
    'It will fail on its day and then stand under failed payments, unless it is paid in another way before.',
  hangingAtProvider_other:
    'They will fail on their day and then stand under failed payments, unless they are paid in another way before.',
  hangingByFile_one:
    'It stays planned, but is not collected until a new mandate of this person has been entered.',
  hangingByFile_other:
    'They stay planned, but are not collected until a new mandate of this person has been entered.',
  hangingElsewhere_one: 'At other sites one more instalment hangs on it.',
  hangingElsewhere_other: 'At other sites {{count}} more instalments hang on it.',
  hangingNothing: 'No instalment hangs on it.',
  hangingOnCard_one:
    'It will fail on its day and then stand under failed payments, unless the person stores a new card before: send them the link.',
  hangingOnCard_other:
    'They will fail on their day and then stand under failed payments, unless the person stores a new card before: send them the link.',
  hangingSuccessor_one: 'From now on it is collected by the mandate {{reference}}.',
  hangingSuccessor_other: 'From now on they are collected by the mandate {{reference}}.',
  hangingUnderWay_one: 'One payment is under way already and may still be charged.',
  hangingUnderWay_other: '{{count}} payments are under way already and may still be charged.',
  means: 'Stored cards and mandates',
  notCameIn: 'It did not come in',
  notCameInBody:
    'It is owed again and stands under failed payments, as what a bank sends back. For the first collection of a renewal that was never credited, the setting of the batch decides. Only where the bank will not credit it any more: ask your bank when in doubt.',
  notCameInDone: 'It will be owed again in a moment.',
  noWayBack: 'This cannot be undone.',
  reason: 'Why? (for the journal)',
  refund: 'Refund',
  refundAmount: 'Amount (at most {{most}})',
  refundBody:
    '{{amount}} will go back to {{means}}. Until the provider has confirmed it, the refund shows as pending.',
  refundDueAgain:
    'Nothing was cancelled for {{amount}} of it: that will be due again on this file.',
  refunding: 'The refund is on its way. It is pending until the provider has confirmed it.',
  refundNoAmount: 'That is not an amount. Write it like 12.50; at most {{most}} can be refunded.',
  refundNothing: 'Enter how much is refunded: more than zero, at most {{most}}.',
  refundTooMuch:
    'That is more than what is left of this payment: at most {{most}} can be refunded.',
  refundWhich: 'Of which payment?',
  revokeBody: '{{title}}: from this moment nothing new is charged to it.',
  revokeCard: 'Revoke card',
  revoked: '{{title}} is revoked.',
  revokedOn: '{{title}}: revoked on {{day}}',
  revokeMandate: 'Revoke mandate',
  takeBack: 'Take back noted payment',
  takeBackBody: 'It counts as never received.',
  takeBackByOthers:
    'To take back a payment noted earlier or by somebody else, ask the sales manager, an accountant or an administrator.',
  takeBackCancelled:
    'The file has been cancelled since: nothing is owed again, only the credit of this file becomes smaller.',
  takeBackDone: 'The payment is taken back.',
  takeBackDue:
    'The amount is due on this file again, and a failed payment that it had settled is open again.',
  takeBackKept: 'Note and taking back both stay on the file, your reason in its journal.',
  takeBackPlan:
    'Instalments that it stood for are owed again: those still to come are charged on their day; those whose day has passed go to the failed payments, and are charged only when you say so.',
  takeBackReserved:
    'What was sold because of it becomes a reservation again where it is no longer covered; the seats stay held.',
  which: 'Which?',
}

type Desk = Record<keyof typeof en, string>

const de: Desk = {
  cameIn: 'Das Geld ging ein',
  cameInBody:
    'Der Einzug gilt als bezahlt. Nur wenn der Betrag auf Ihrem Konto steht und die Dateien der Bank es nicht sagen; was die Bank später zurückgibt, wird gebucht wie immer.',
  cameInDay: 'An welchem Tag?',
  cameInDone: 'Der Einzug gilt gleich als bezahlt.',
  closeFailure: 'Anders erledigt',
  closeFailureBody:
    'Der Eintrag verlässt diese Liste, und es gehen keine Erinnerungen mehr hinaus. Kein Dossier kann sagen, dass es erledigt ist; schreiben Sie deshalb, wie: etwa dass das Abonnement an der Kasse neu gekauft wurde.',
  closeFailureDone: 'Der Eintrag ist erledigt und nicht mehr auf der Liste.',
  hanging_one: 'Daran hängt noch eine Rate von {{amounts}}, fällig am {{day}}.',
  hanging_other:
    'Daran hängen noch {{count}} Raten, zusammen {{amounts}}, die nächste fällig am {{day}}.',
  hangingAtProvider_one:
    'Sie scheitert an ihrem Tag und steht dann unter den fehlgeschlagenen Zahlungen, wenn sie nicht vorher anders bezahlt wird.',
  hangingAtProvider_other:
    'Sie scheitern an ihrem Tag und stehen dann unter den fehlgeschlagenen Zahlungen, wenn sie nicht vorher anders bezahlt werden.',
  hangingByFile_one:
    'Sie bleibt geplant, wird aber erst eingezogen, wenn ein neues Mandat dieser Person erfasst ist.',
  hangingByFile_other:
    'Sie bleiben geplant, werden aber erst eingezogen, wenn ein neues Mandat dieser Person erfasst ist.',
  hangingElsewhere_one: 'An anderen Standorten hängt noch eine Rate daran.',
  hangingElsewhere_other: 'An anderen Standorten hängen noch {{count}} Raten daran.',
  hangingNothing: 'Es hängt keine Rate daran.',
  hangingOnCard_one:
    'Sie scheitert an ihrem Tag und steht dann unter den fehlgeschlagenen Zahlungen, wenn die Person nicht vorher eine neue Karte hinterlegt: Senden Sie ihr den Link.',
  hangingOnCard_other:
    'Sie scheitern an ihrem Tag und stehen dann unter den fehlgeschlagenen Zahlungen, wenn die Person nicht vorher eine neue Karte hinterlegt: Senden Sie ihr den Link.',
  hangingSuccessor_one: 'Sie wird von jetzt an mit dem Mandat {{reference}} eingezogen.',
  hangingSuccessor_other: 'Sie werden von jetzt an mit dem Mandat {{reference}} eingezogen.',
  hangingUnderWay_one: 'Eine Zahlung ist schon unterwegs und kann noch belastet werden.',
  hangingUnderWay_other:
    '{{count}} Zahlungen sind schon unterwegs und können noch belastet werden.',
  means: 'Hinterlegte Karten und Mandate',
  notCameIn: 'Es ging nicht ein',
  notCameInBody:
    'Der Betrag ist wieder offen und steht unter den fehlgeschlagenen Zahlungen, wie was eine Bank zurückgibt. Beim ersten Einzug einer Verlängerung, der nie gutgeschrieben wurde, entscheidet die Einstellung des Stapels. Nur wenn die Bank ihn nicht mehr gutschreibt: Fragen Sie im Zweifel Ihre Bank.',
  notCameInDone: 'Der Betrag ist gleich wieder offen.',
  noWayBack: 'Das lässt sich nicht rückgängig machen.',
  reason: 'Warum? (für das Journal)',
  refund: 'Erstatten',
  refundAmount: 'Betrag (höchstens {{most}})',
  refundBody:
    '{{amount}} gehen zurück auf {{means}}. Bis der Anbieter es bestätigt hat, ist die Erstattung «unterwegs».',
  refundDueAgain:
    'Für {{amount}} davon wurde nichts storniert: So viel ist danach auf diesem Dossier wieder offen.',
  refunding: 'Die Erstattung ist unterwegs, bis der Anbieter sie bestätigt hat.',
  refundNoAmount:
    'Das ist kein Betrag. Schreiben Sie ihn wie 12.50; höchstens {{most}} lassen sich erstatten.',
  refundNothing: 'Geben Sie ein, wie viel erstattet wird: mehr als null, höchstens {{most}}.',
  refundTooMuch:
    'Das ist mehr, als von dieser Zahlung übrig ist: Höchstens {{most}} lassen sich erstatten.',
  refundWhich: 'Von welcher Zahlung?',
  revokeBody: '{{title}}: Von diesem Moment an wird nichts Neues mehr belastet.',
  revokeCard: 'Karte widerrufen',
  revoked: '{{title}} ist widerrufen.',
  revokedOn: '{{title}}: widerrufen am {{day}}',
  revokeMandate: 'Mandat widerrufen',
  takeBack: 'Notierte Zahlung zurücknehmen',
  takeBackBody: 'Sie gilt als nie eingegangen.',
  takeBackByOthers:
    'Eine früher oder von jemand anderem notierte Zahlung nehmen Verkaufsleitung, Buchhaltung oder Administration zurück.',
  takeBackCancelled:
    'Das Dossier wurde seither storniert: Es ist nichts wieder offen, nur das Guthaben auf diesem Dossier wird kleiner.',
  takeBackDone: 'Die Zahlung ist zurückgenommen.',
  takeBackDue:
    'Der Betrag ist auf diesem Dossier wieder offen, ebenso eine fehlgeschlagene Zahlung, die damit erledigt war.',
  takeBackKept: 'Notiz und Rücknahme bleiben beide im Dossier, Ihr Grund in seinem Journal.',
  takeBackPlan:
    'Raten, für die sie stand, sind wieder geschuldet: Künftige werden an ihrem Tag belastet; solche, deren Tag vorbei ist, kommen zu den fehlgeschlagenen Zahlungen und werden erst belastet, wenn Sie es sagen.',
  takeBackReserved:
    'Was ihretwegen verkauft wurde, wird wieder zur Reservation, wo es nicht mehr gedeckt ist; die Plätze bleiben gehalten.',
  which: 'Welche?',
}

const fr: Desk = {
  cameIn: 'L’argent est arrivé',
  cameInBody:
    'Le prélèvement est compté comme payé. Seulement si le montant figure sur votre compte et que les fichiers de la banque ne le disent pas ; ce que la banque retourne plus tard est comptabilisé comme toujours.',
  cameInDay: 'Quel jour ?',
  cameInDone: 'Le prélèvement sera compté comme payé dans un instant.',
  closeFailure: 'Réglé autrement',
  closeFailureBody:
    'L’entrée quitte cette liste et plus aucune relance n’est envoyée. Aucun dossier ne peut dire que c’est réglé : indiquez donc comment, par exemple que l’abonnement a été racheté au guichet.',
  closeFailureDone: 'C’est réglé, l’entrée a quitté la liste.',
  hanging_one: 'Une échéance de {{amounts}} en dépend encore, due le {{day}}.',
  hanging_other:
    '{{count}} échéances, {{amounts}} au total, en dépendent encore, la prochaine due le {{day}}.',
  hangingAtProvider_one:
    'Elle échouera le jour venu et figurera parmi les règlements échoués, sauf si elle est réglée autrement d’ici là.',
  hangingAtProvider_other:
    'Elles échoueront le jour venu et figureront parmi les règlements échoués, sauf si elles sont réglées autrement d’ici là.',
  hangingByFile_one:
    'Elle reste prévue, mais ne sera prélevée qu’une fois un nouveau mandat de cette personne saisi.',
  hangingByFile_other:
    'Elles restent prévues, mais ne seront prélevées qu’une fois un nouveau mandat de cette personne saisi.',
  hangingElsewhere_one: 'Sur d’autres sites, une échéance de plus en dépend.',
  hangingElsewhere_other: 'Sur d’autres sites, {{count}} échéances de plus en dépendent.',
  hangingNothing: 'Aucune échéance n’en dépend.',
  hangingOnCard_one:
    'Elle échouera le jour venu et figurera parmi les règlements échoués, sauf si le client enregistre une nouvelle carte d’ici là : envoyez-lui le lien.',
  hangingOnCard_other:
    'Elles échoueront le jour venu et figureront parmi les règlements échoués, sauf si le client enregistre une nouvelle carte d’ici là : envoyez-lui le lien.',
  hangingSuccessor_one: 'Elle sera désormais prélevée avec le mandat {{reference}}.',
  hangingSuccessor_other: 'Elles seront désormais prélevées avec le mandat {{reference}}.',
  hangingUnderWay_one: 'Un règlement est déjà en cours et peut encore être débité.',
  hangingUnderWay_other: '{{count}} règlements sont déjà en cours et peuvent encore être débités.',
  means: 'Cartes et mandats enregistrés',
  notCameIn: 'Il n’est pas arrivé',
  notCameInBody:
    'Le montant est de nouveau dû et figure parmi les paiements échoués, comme ce qu’une banque retourne. Pour le premier prélèvement d’un renouvellement qui n’a jamais été crédité, le réglage du batch décide. Seulement si la banque ne le créditera plus : en cas de doute, demandez à votre banque.',
  notCameInDone: 'Le montant sera de nouveau dû dans un instant.',
  noWayBack: 'Cette opération est définitive.',
  reason: 'Pourquoi ? (pour le journal)',
  refund: 'Rembourser',
  refundAmount: 'Montant (au plus {{most}})',
  refundBody:
    '{{amount}} seront remboursés sur {{means}}. Tant que le prestataire n’a pas confirmé, le remboursement est « en cours ».',
  refundDueAgain:
    'Rien n’a été annulé pour {{amount}} de cette somme : ce montant sera de nouveau dû sur ce dossier.',
  refunding: 'Le remboursement est en cours jusqu’à la confirmation du prestataire.',
  refundNoAmount:
    'Ce n’est pas un montant. Écrivez-le comme 12.50 ; au plus {{most}} peuvent être remboursés.',
  refundNothing: 'Saisissez combien rembourser : plus de zéro, au plus {{most}}.',
  refundTooMuch:
    'C’est plus que ce qui reste de ce règlement : au plus {{most}} peuvent être remboursés.',
  refundWhich: 'De quel règlement ?',
  revokeBody: '{{title}} : à partir de maintenant, plus rien de nouveau n’est débité.',
  revokeCard: 'Révoquer la carte',
  revoked: '{{title}} : révocation faite.',
  revokedOn: '{{title}} : révocation du {{day}}',
  revokeMandate: 'Révoquer le mandat',
  takeBack: 'Contre-passer un règlement noté',
  takeBackBody: 'Il compte comme jamais encaissé.',
  takeBackByOthers:
    'Un règlement noté plus tôt ou par quelqu’un d’autre est contre-passé par le responsable des ventes, la comptabilité ou un administrateur.',
  takeBackCancelled:
    'Le dossier a été annulé depuis : rien n’est de nouveau dû, seul l’avoir de ce dossier diminue.',
  takeBackDone: 'Le règlement est contre-passé.',
  takeBackDue:
    'Le montant est de nouveau dû sur ce dossier, et un règlement échoué qu’il avait soldé est rouvert.',
  takeBackKept:
    'La note et sa contre-passation restent toutes deux au dossier, votre motif dans son journal.',
  takeBackPlan:
    'Les échéances qu’il couvrait sont de nouveau dues : celles à venir sont débitées le jour venu ; celles dont le jour est passé rejoignent les règlements échoués et ne sont débitées que si vous le demandez.',
  takeBackReserved:
    'Ce qui avait été vendu grâce à lui redevient une réservation si ce n’est plus couvert ; les places restent tenues.',
  which: 'Lequel ?',
}

/** The texts of what staff put right: refunds, payments noted by mistake, cards and mandates that end. */
export const desk = { de, en, fr }
