import type { Problem } from '../operations/checkStart'

type Sentences = Record<Problem['code'], string>
type Languages = { de: Sentences; en: Sentences; fr: Sentences }

/** What the check before the start finds. */
export const problems: Languages = {
  de: {
    automaticWithoutCharge:
      'Abonnements mit automatischer Verlängerung, die nicht abgebucht werden können: {{count}}.',
    automaticWithoutShipmentMode:
      'Es sind keine Versandarten gewählt; automatische Verkäufe brauchen sie.',
    criterionMissing: 'Es fehlt das Kündigungskriterium; Gekündigte würden mit verlängert.',
    deadlineBeforeStart: 'Die Zahlungsfrist endet, bevor der Stapel startet.',
    deadlinePassed: 'Die Zahlungsfrist ist abgelaufen.',
    fallbackMissing:
      'Es fehlt die Versandart, wenn keine passt; automatische Verkäufe brauchen sie.',
    nothingMapped: 'Kein Abonnement hat ein Ziel.',
    nothingToRenew: 'Es gibt nichts zu verlängern.',
    targetWithoutPerformances: '«{{value}}» hat noch keine Vorstellungen.',
    targetWithoutPrices: '«{{value}}» hat noch keine Preise.',
    targetWithoutVenue: '«{{value}}» hat feste Plätze, aber keinen Saal.',
  },
  en: {
    automaticWithoutCharge:
      'Subscriptions with automatic renewal that cannot be charged: {{count}}.',
    automaticWithoutShipmentMode: 'No shipment modes are chosen; automatic sales need them.',
    criterionMissing:
      'The termination criterion is missing; those who stopped would be renewed as well.',
    deadlineBeforeStart: 'The payment deadline ends before the batch starts.',
    deadlinePassed: 'The payment deadline has passed.',
    fallbackMissing: 'The fallback shipment mode is missing; automatic sales need it.',
    nothingMapped: 'No subscription has a target.',
    nothingToRenew: 'There is nothing to renew.',
    targetWithoutPerformances: '“{{value}}” has no performances yet.',
    targetWithoutPrices: '“{{value}}” has no prices yet.',
    targetWithoutVenue: '“{{value}}” has numbered seats but no venue.',
  },
  fr: {
    automaticWithoutCharge:
      'Abonnements à renouvellement automatique qui ne peuvent pas être encaissés : {{count}}.',
    automaticWithoutShipmentMode:
      'Aucun mode d’envoi n’est choisi ; les ventes automatiques en ont besoin.',
    criterionMissing: 'Le critère de résiliation manque ; les résiliés seraient renouvelés aussi.',
    deadlineBeforeStart: 'Le délai de paiement prend fin avant le lancement du batch.',
    deadlinePassed: 'Le délai de paiement est dépassé.',
    fallbackMissing: 'Le mode d’envoi de repli manque ; les ventes automatiques en ont besoin.',
    nothingMapped: 'Aucun abonnement n’a de cible.',
    nothingToRenew: 'Il n’y a rien à renouveler.',
    targetWithoutPerformances: '« {{value}} » n’a pas encore de séances.',
    targetWithoutPrices: '« {{value}} » n’a pas encore de prix.',
    targetWithoutVenue: '« {{value}} » a des places numérotées mais pas de salle.',
  },
}

/** What to do about it. */
export const problemSteps: Languages = {
  de: {
    automaticWithoutCharge:
      'Sie werden behandelt, wie es unter «Wenn nicht bezahlt oder versandt werden kann» steht.',
    automaticWithoutShipmentMode: 'Wählen Sie unter «Mögliche Versandarten» mindestens eine.',
    criterionMissing: 'Wählen Sie das Kündigungskriterium, für alle oder je Zeile der Zuordnung.',
    deadlineBeforeStart: 'Wählen Sie eine spätere Zahlungsfrist oder einen früheren Start.',
    deadlinePassed: 'Wählen Sie eine neue Zahlungsfrist.',
    fallbackMissing: 'Wählen Sie «Versandart, wenn keine passt».',
    nothingMapped: 'Ordnen Sie mindestens einem Abonnement eines der neuen Saison zu.',
    nothingToRenew:
      'Prüfen Sie Ausgangssaison und Dossiers; vielleicht ist schon alles verlängert.',
    targetWithoutPerformances: 'Geben Sie dem Abonnement seine Vorstellungen, bevor Sie starten.',
    targetWithoutPrices: 'Erfassen Sie die Preise der neuen Saison, bevor Sie starten.',
    targetWithoutVenue: 'Wählen Sie beim Abonnement den Saal.',
  },
  en: {
    automaticWithoutCharge: 'They are treated as set under “When it cannot be paid or shipped”.',
    automaticWithoutShipmentMode: 'Choose at least one under “Available shipment modes”.',
    criterionMissing: 'Choose the termination criterion, for all or per row of the mapping.',
    deadlineBeforeStart: 'Choose a later payment deadline or an earlier start.',
    deadlinePassed: 'Choose a new payment deadline.',
    fallbackMissing: 'Choose the “Fallback shipment mode”.',
    nothingMapped: 'Map at least one subscription to one of the new season.',
    nothingToRenew: 'Check the origin season and the files; perhaps all is renewed already.',
    targetWithoutPerformances: 'Give the subscription its performances before you start.',
    targetWithoutPrices: 'Enter the prices of the new season before you start.',
    targetWithoutVenue: 'Choose the venue of the subscription.',
  },
  fr: {
    automaticWithoutCharge: 'Ils sont traités selon « Si le paiement ou l’envoi est impossible ».',
    automaticWithoutShipmentMode: 'Choisissez-en au moins un sous « Modes d’envoi disponibles ».',
    criterionMissing: 'Choisissez le critère de résiliation, pour tous ou par ligne d’association.',
    deadlineBeforeStart: 'Choisissez un délai plus long ou un lancement plus tôt.',
    deadlinePassed: 'Choisissez un nouveau délai de paiement.',
    fallbackMissing: 'Choisissez le « Mode d’envoi de repli ».',
    nothingMapped: 'Associez au moins un abonnement à un de la nouvelle saison.',
    nothingToRenew:
      'Vérifiez la saison d’origine et les dossiers ; tout est peut-être déjà renouvelé.',
    targetWithoutPerformances: 'Donnez ses séances à l’abonnement avant de lancer.',
    targetWithoutPrices: 'Saisissez les prix de la nouvelle saison avant de lancer.',
    targetWithoutVenue: 'Choisissez la salle de l’abonnement.',
  },
}
