import type { FindingCode } from '../operations/verify'

type Texts = {
  /** What was found, per code. */
  findings: Record<FindingCode, string>
  /** What the codes of states are called in those sentences. */
  states: Record<string, string>
  summary: {
    clean: string
    findings: string
    inFile: string
    nothing: string
    omitted: string
  }
}

/** Texts of `reprise verify`: everything that can be found to be wrong in a house. */
export const verifyTexts: { de: Texts; en: Texts; fr: Texts } = {
  de: {
    findings: {
      cancelledBy:
        'Position mit Stand «{{expected}}»: Der Stornoauftrag fehlt oder passt nicht ({{actual}}).',
      counterBehind:
        'Der Nummernzähler steht bei {{actual}}, vergeben ist schon {{expected}}: Nummern würden ein zweites Mal vergeben.',
      debitFileCount: 'Die Lastschriftdatei nennt {{actual}} Einzüge; es sind {{expected}}.',
      debitFileSum:
        'Die Lastschriftdatei nennt die Summe {{actual}}; ihre Einzüge ergeben {{expected}}.',
      fileBalance: 'Offen ist laut Dossier {{actual}}, gerechnet {{expected}}.',
      fileMissing: 'Gehört zu keinem Dossier ({{actual}}).',
      filePaid: 'Bezahlt ist laut Dossier {{actual}}, die Zahlungen ergeben {{expected}}.',
      fileStatus: 'Der Stand des Dossiers ist «{{actual}}», nach seinen Positionen «{{expected}}».',
      fileTotal: 'Der Betrag des Dossiers ist {{actual}}, seine Aufträge ergeben {{expected}}.',
      instalmentChargedTwice: 'Die Rate wird {{actual}}-mal zugleich belastet.',
      instalmentElsewhere: 'Die Rate gehört zu einer Zahlung ausserhalb des Dossiers ({{actual}}).',
      institutionDiffers:
        'Gehört zur Institution {{actual}}, das Dossier aber zur Institution {{expected}}.',
      lineSeatedTwice:
        'Die Vorstellung belegt ausser dem Platz {{expected}} auch den Platz {{actual}}.',
      numberKey: 'Der Schlüssel der Nummer ist {{actual}} statt {{expected}}.',
      numberTwice: 'Die Nummer {{actual}} ist zweimal vergeben.',
      orderAmount: 'Der Betrag des Auftrags ist {{actual}}, seine Positionen ergeben {{expected}}.',
      orderElsewhere: 'Der Auftrag der Position ({{actual}}) gehört nicht zu diesem Dossier.',
      originElsewhere: 'Verlängert aus einer Position einer anderen Institution ({{actual}}).',
      originMissing: 'Die Position, aus der verlängert wurde, fehlt ({{actual}}).',
      originSameSeason: 'Verlängert aus einer Position derselben Saison ({{actual}}).',
      parentMissing: 'Zur Vorstellung fehlt das Abonnement im Dossier ({{actual}}).',
      parentState: 'Die Vorstellung ist «{{actual}}», ihr Abonnement «{{expected}}».',
      paymentAmount: 'Der Betrag der Zahlung ist {{actual}}, ihre Raten ergeben {{expected}}.',
      paymentPaid: 'Eingegangen ist laut Zahlung {{actual}}, gerechnet {{expected}}.',
      paymentState: 'Der Stand der Zahlung ist «{{actual}}», nach ihren Raten «{{expected}}».',
      referenceForeign:
        'Verweist auf einen Eintrag einer anderen Institution oder eines anderen Standorts ({{actual}}).',
      referenceMissing: 'Verweist auf einen Eintrag, den es nicht gibt ({{actual}}).',
      renewalKey: 'Der Schlüssel der Verlängerung ist {{actual}} statt {{expected}}.',
      renewedTwice: 'Dieselbe Position ist {{actual}}-mal in dieselbe Saison verlängert.',
      rowsOfLine:
        'Der Lauf hat die Position verlängert und führt dazu {{actual}} Ergebniszeilen statt {{expected}}.',
      rowWithoutLine:
        'Die Ergebniszeile nennt keine Position, die dieser Lauf angelegt hat ({{actual}}).',
      runUnfinished: 'Der Lauf ist beendet, hat aber noch {{actual}} offene Teile.',
      sealedUnopened:
        'Von {{expected}} versiegelten Texten (hinterlegte Karten, Mandate, Schlüssel der Zahlungskonten) lassen sich {{actual}} mit diesem Geheimnis nicht öffnen, der erste hier. Starten Sie Reprise mit dem PAYLOAD_SECRET oder der Datei «secret», mit denen das Haus lief; was niemand mehr öffnen kann, muss neu erfasst werden.',
      seatDiffers: 'Belegt ist {{actual}}, zur Vorstellung der Position gehört {{expected}}.',
      seatHeldTwice: 'Derselbe Platz ist in derselben Vorstellung zweimal vergeben ({{actual}}).',
      seatKey: 'Der Schlüssel des Platzes ist {{actual}} statt {{expected}}.',
      seatMissing:
        'Der Platz der Vorstellung ({{expected}}) ist nicht belegt: er könnte nochmals verkauft werden.',
      seatState: 'Der Platz ist «{{actual}}», die Vorstellung «{{expected}}».',
      seatWithoutLine:
        'Der Platz ist belegt, ohne dass eine Vorstellung des Dossiers ihn braucht ({{actual}}).',
      simulationWrote: 'Von einer Simulation angelegt, die nichts anlegen darf ({{actual}}).',
      siteDiffers: 'Gehört zum Standort {{actual}}, das Dossier aber zum Standort {{expected}}.',
      ticketElsewhere: 'Die Position der Karte ({{actual}}) gehört nicht zu diesem Dossier.',
      ticketValid: 'Die Karte ist «{{actual}}», obwohl ihre Position storniert ist.',
    },
    states: {
      cancelled: 'storniert',
      charging: 'wird belastet',
      failed: 'fehlgeschlagen',
      issued: 'ausgegeben',
      mixed: 'teils reserviert',
      paid: 'bezahlt',
      pending: 'unterwegs',
      planned: 'geplant',
      printed: 'gedruckt',
      refunded: 'erstattet',
      released: 'freigegeben',
      reserved: 'reserviert',
      returned: 'zurückgegeben',
      sold: 'verkauft',
      void: 'ungültig',
    },
    summary: {
      clean: 'Alles stimmt.',
      findings: 'Befunde: {{count}}',
      inFile: 'Dossier {{number}}',
      nothing: 'nichts',
      omitted: 'Nicht aufgeführt sind weitere Befunde: {{count}}',
    },
  },
  en: {
    findings: {
      cancelledBy:
        'A line of state “{{expected}}”: its cancellation order is missing or does not fit ({{actual}}).',
      counterBehind:
        'The counter of numbers stands at {{actual}}, but {{expected}} is in use: numbers would be given a second time.',
      debitFileCount: 'The direct debit file says {{actual}} collections; there are {{expected}}.',
      debitFileSum:
        'The direct debit file says a sum of {{actual}}; its collections come to {{expected}}.',
      fileBalance: 'The file says {{actual}} is due; computed it is {{expected}}.',
      fileMissing: 'Belongs to no file ({{actual}}).',
      filePaid: 'The file says {{actual}} is paid; its payments come to {{expected}}.',
      fileStatus: 'The status of the file is “{{actual}}”; by its lines it is “{{expected}}”.',
      fileTotal: 'The total of the file is {{actual}}; its orders come to {{expected}}.',
      instalmentChargedTwice: 'The instalment is charged {{actual}} times at once.',
      instalmentElsewhere: 'The instalment belongs to a payment outside the file ({{actual}}).',
      institutionDiffers:
        'Belongs to institution {{actual}}, the file to institution {{expected}}.',
      lineSeatedTwice: 'The performance holds seat {{actual}} besides its seat {{expected}}.',
      numberKey: 'The key of the number is {{actual}} instead of {{expected}}.',
      numberTwice: 'The number {{actual}} is in use twice.',
      orderAmount: 'The amount of the order is {{actual}}; its lines come to {{expected}}.',
      orderElsewhere: 'The order of the line ({{actual}}) does not belong to this file.',
      originElsewhere: 'Renewed from a line of another institution ({{actual}}).',
      originMissing: 'The line it was renewed from is missing ({{actual}}).',
      originSameSeason: 'Renewed from a line of the same season ({{actual}}).',
      parentMissing: 'The subscription of this performance is missing in the file ({{actual}}).',
      parentState: 'The performance is “{{actual}}”, its subscription “{{expected}}”.',
      paymentAmount: 'The payment is {{actual}}, its instalments add up to {{expected}}.',
      paymentPaid: 'The payment says {{actual}} is received, its instalments say {{expected}}.',
      paymentState: 'The payment is “{{actual}}”, by its instalments “{{expected}}”.',
      referenceForeign: 'Leads to an entry of another institution or site ({{actual}}).',
      referenceMissing: 'Leads to an entry that does not exist ({{actual}}).',
      renewalKey: 'The key of the renewal is {{actual}} instead of {{expected}}.',
      renewedTwice: 'The same line is renewed {{actual}} times into the same season.',
      rowsOfLine:
        'The run renewed this line and has {{actual}} result rows about it instead of {{expected}}.',
      rowWithoutLine: 'The result row names no line that this run made ({{actual}}).',
      runUnfinished: 'The run is done but has {{actual}} parts left to do.',
      sealedUnopened:
        'Of {{expected}} sealed texts (stored cards, mandates, keys of payment accounts), {{actual}} do not open with this secret, the first one here. Start Reprise with the PAYLOAD_SECRET or the file “secret” that the house ran with; what nobody can open any more must be entered anew.',
      seatDiffers: 'Allocated is {{actual}}; the line’s performance has {{expected}}.',
      seatHeldTwice: 'The same seat is given away twice for the same performance ({{actual}}).',
      seatKey: 'The key of the seat is {{actual}} instead of {{expected}}.',
      seatMissing:
        'The seat of the performance ({{expected}}) is not allocated: it could be sold again.',
      seatState: 'The seat is “{{actual}}”, the performance “{{expected}}”.',
      seatWithoutLine:
        'The seat is held although no performance of the file needs it ({{actual}}).',
      simulationWrote: 'Made by a simulation, which must make nothing ({{actual}}).',
      siteDiffers: 'Belongs to site {{actual}}, the file to site {{expected}}.',
      ticketElsewhere: 'The line of the ticket ({{actual}}) does not belong to this file.',
      ticketValid: 'The ticket is “{{actual}}” although its line is cancelled.',
    },
    states: {
      cancelled: 'cancelled',
      charging: 'being charged',
      failed: 'failed',
      issued: 'issued',
      mixed: 'partly reserved',
      paid: 'paid',
      pending: 'pending',
      planned: 'planned',
      printed: 'printed',
      refunded: 'refunded',
      released: 'released',
      reserved: 'reserved',
      returned: 'returned',
      sold: 'sold',
      void: 'void',
    },
    summary: {
      clean: 'Everything is right.',
      findings: 'Findings: {{count}}',
      inFile: 'File {{number}}',
      nothing: 'nothing',
      omitted: 'Further findings, not listed: {{count}}',
    },
  },
  fr: {
    findings: {
      cancelledBy:
        'Ligne au statut « {{expected}} » : l’ordre d’annulation manque ou ne convient pas ({{actual}}).',
      counterBehind:
        'Le compteur est à {{actual}}, mais {{expected}} est déjà utilisé : des numéros seraient attribués deux fois.',
      debitFileCount:
        'Le fichier de prélèvements indique {{actual}} prélèvements ; il y en a {{expected}}.',
      debitFileSum:
        'Le fichier de prélèvements indique une somme de {{actual}} ; ses prélèvements donnent {{expected}}.',
      fileBalance: 'Le dossier indique un solde dû de {{actual}} ; le calcul donne {{expected}}.',
      fileMissing: 'N’appartient à aucun dossier ({{actual}}).',
      filePaid: 'Le dossier indique {{actual}} payé ; ses règlements donnent {{expected}}.',
      fileStatus: 'Le statut du dossier est « {{actual}} » ; d’après ses lignes, « {{expected}} ».',
      fileTotal: 'Le total du dossier est {{actual}} ; ses ordres donnent {{expected}}.',
      instalmentChargedTwice: 'L’échéance est débitée {{actual}} fois en même temps.',
      instalmentElsewhere: 'L’échéance appartient à un règlement hors du dossier ({{actual}}).',
      institutionDiffers:
        'Appartient à l’institution {{actual}}, le dossier à l’institution {{expected}}.',
      lineSeatedTwice: 'La séance occupe la place {{actual}} en plus de sa place {{expected}}.',
      numberKey: 'La clé du numéro est {{actual}} au lieu de {{expected}}.',
      numberTwice: 'Le numéro {{actual}} est utilisé deux fois.',
      orderAmount: 'Le montant de l’ordre est {{actual}} ; ses lignes donnent {{expected}}.',
      orderElsewhere: 'L’ordre de la ligne ({{actual}}) n’appartient pas à ce dossier.',
      originElsewhere: 'Renouvelé depuis une ligne d’une autre institution ({{actual}}).',
      originMissing: 'La ligne d’origine du renouvellement manque ({{actual}}).',
      originSameSeason: 'Renouvelé depuis une ligne de la même saison ({{actual}}).',
      parentMissing: 'L’abonnement de cette séance manque dans le dossier ({{actual}}).',
      parentState: 'La séance est « {{actual}} », son abonnement « {{expected}} ».',
      paymentAmount: 'Le règlement est de {{actual}}, ses échéances font {{expected}}.',
      paymentPaid: 'Encaissé selon le règlement : {{actual}}, selon ses échéances : {{expected}}.',
      paymentState: 'Le règlement est « {{actual}} », selon ses échéances « {{expected}} ».',
      referenceForeign:
        'Renvoie à une entrée d’une autre institution ou d’un autre site ({{actual}}).',
      referenceMissing: 'Renvoie à une entrée qui n’existe pas ({{actual}}).',
      renewalKey: 'La clé du renouvellement est {{actual}} au lieu de {{expected}}.',
      renewedTwice: 'La même ligne est renouvelée {{actual}} fois dans la même saison.',
      rowsOfLine:
        'L’exécution a renouvelé cette ligne et compte {{actual}} lignes de résultat au lieu de {{expected}}.',
      rowWithoutLine:
        'La ligne de résultat ne désigne aucune ligne créée par cette exécution ({{actual}}).',
      runUnfinished: 'L’exécution est terminée mais compte encore {{actual}} parties à traiter.',
      sealedUnopened:
        'Sur {{expected}} textes scellés (cartes enregistrées, mandats, clés des comptes de paiement), {{actual}} ne s’ouvrent pas avec ce secret, dont le premier ici. Démarrez Reprise avec le PAYLOAD_SECRET ou le fichier « secret » de cette maison ; ce que personne ne peut plus ouvrir doit être saisi à nouveau.',
      seatDiffers: 'Place attribuée : {{actual}} ; la séance de la ligne a {{expected}}.',
      seatHeldTwice: 'La même place est attribuée deux fois pour la même séance ({{actual}}).',
      seatKey: 'La clé de la place est {{actual}} au lieu de {{expected}}.',
      seatMissing:
        'La place de la séance ({{expected}}) n’est pas attribuée : elle pourrait être revendue.',
      seatState: 'La place est « {{actual}} », la séance « {{expected}} ».',
      seatWithoutLine:
        'La place est occupée sans qu’une séance du dossier en ait besoin ({{actual}}).',
      simulationWrote: 'Créé par une simulation, qui ne doit rien créer ({{actual}}).',
      siteDiffers: 'Appartient au site {{actual}}, le dossier au site {{expected}}.',
      ticketElsewhere: 'La ligne du billet ({{actual}}) n’appartient pas à ce dossier.',
      ticketValid: 'Le billet est « {{actual}} » alors que sa ligne est annulée.',
    },
    states: {
      cancelled: 'annulé',
      charging: 'débit en cours',
      failed: 'échoué',
      issued: 'émis',
      mixed: 'en partie réservé',
      paid: 'payé',
      pending: 'en cours',
      planned: 'prévu',
      printed: 'imprimé',
      refunded: 'remboursé',
      released: 'libéré',
      reserved: 'réservé',
      returned: 'retourné',
      sold: 'vendu',
      void: 'invalidé',
    },
    summary: {
      clean: 'Tout est juste.',
      findings: 'Constats : {{count}}',
      inFile: 'Dossier {{number}}',
      nothing: 'rien',
      omitted: 'Autres constats, non listés : {{count}}',
    },
  },
}
