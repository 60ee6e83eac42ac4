import type { UndoReason } from '../jobs/undoRun'
import type { ReasonCode } from '../operations/types'
import type { renewalKind, undoKind } from '../renewalKinds'

import { paymentNextSteps, paymentReasons } from '../../../translations/paymentReasons'

type Code = ReasonCode | UndoReason
type Sentences = Record<Code, string>
type Languages<T> = { de: T; en: T; fr: T }
type Outcome =
  'charging' | 'failed' | 'kept' | 'notRenewed' | 'reserved' | 'sold' | 'undone' | 'waiting'

/** How a subscription came out. */
export const outcomes: Languages<Record<Outcome, string>> = {
  de: {
    charging: 'Wird belastet',
    failed: 'Gescheitert',
    kept: 'Belassen',
    notRenewed: 'Nicht verlängert',
    reserved: 'Reserviert',
    sold: 'Verkauft',
    undone: 'Rückgängig',
    waiting: 'Wartet',
  },
  en: {
    charging: 'Being charged',
    failed: 'Failed',
    kept: 'Kept',
    notRenewed: 'Not renewed',
    reserved: 'Reserved',
    sold: 'Sold',
    undone: 'Undone',
    waiting: 'Waiting',
  },
  fr: {
    charging: 'Débit en cours',
    failed: 'Échoué',
    kept: 'Conservé',
    notRenewed: 'Non renouvelé',
    reserved: 'Réservé',
    sold: 'Vendu',
    undone: 'Annulé',
    waiting: 'En attente',
  },
}

/** "3 reserved": how many came out so, for one and for more. */
const counted = (words: Record<Outcome, [string, string]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([outcome, [one, more]]) => [
      [`${outcome}_one`, `{{count}} ${one}`],
      [`${outcome}_other`, `{{count}} ${more}`],
    ]),
  )

/** The outcomes as parts of a sentence. */
export const outcomeCounts: Languages<Record<string, string>> = {
  de: counted({
    charging: ['wird belastet', 'werden belastet'],
    failed: ['gescheitert', 'gescheitert'],
    kept: ['belassen', 'belassen'],
    notRenewed: ['nicht verlängert', 'nicht verlängert'],
    reserved: ['reserviert', 'reserviert'],
    sold: ['verkauft', 'verkauft'],
    undone: ['rückgängig gemacht', 'rückgängig gemacht'],
    waiting: ['wartet', 'warten'],
  }),
  en: counted({
    charging: ['being charged', 'being charged'],
    failed: ['failed', 'failed'],
    kept: ['kept', 'kept'],
    notRenewed: ['not renewed', 'not renewed'],
    reserved: ['reserved', 'reserved'],
    sold: ['sold', 'sold'],
    undone: ['undone', 'undone'],
    waiting: ['waiting', 'waiting'],
  }),
  fr: counted({
    charging: ['en cours de débit', 'en cours de débit'],
    failed: ['échoué', 'échoués'],
    kept: ['conservé', 'conservés'],
    notRenewed: ['non renouvelé', 'non renouvelés'],
    reserved: ['réservé', 'réservés'],
    sold: ['vendu', 'vendus'],
    undone: ['annulé', 'annulés'],
    waiting: ['en attente', 'en attente'],
  }),
}

/** What a run does, by its kind. */
export const kinds: Languages<Record<typeof renewalKind | typeof undoKind, string>> = {
  de: { renewal: 'Verlängerung', 'renewal-undo': 'Rücknahme' },
  en: { renewal: 'Renewal', 'renewal-undo': 'Undo' },
  fr: { renewal: 'Renouvellement', 'renewal-undo': 'Annulation' },
}

/** Why, in plain words. */
export const reasons: Languages<Sentences> = {
  de: {
    ...paymentReasons.de,
    alreadyCancelled: 'Das Dossier war schon storniert.',
    alreadyRenewed: 'Ist schon verlängert.',
    noPrice: 'Für Tarif und Preiskategorie fehlt der Preis der neuen Saison.',
    noSeatLeft: 'In der Preiskategorie ist kein Platz mehr frei.',
    noShipmentMode: 'Keine Versandart passt.',
    originChanged: 'Das bisherige Abonnement ist nicht mehr verkauft.',
    otherSeat: 'Anderer Platz: der bisherige ist nicht mehr frei.',
    preferredSeat: 'Lieblingsplatz: der bisherige ist nicht mehr frei.',
    renewedWithoutSeat: 'Verlängert, ohne festen Platz.',
    sameSeat: 'Verlängert auf demselben Platz.',
    stoppedByBeneficiary:
      'Gekündigt: die Person, für die das Abonnement ist, will nicht verlängern.',
    stoppedByPayer: 'Gekündigt: die zahlende Person will nicht verlängern.',
    touchedChange: 'Das Dossier wurde seither geändert.',
    touchedOrder: 'Das Dossier hat seither einen weiteren Auftrag.',
    touchedPaid: 'Auf das Dossier ist Geld eingegangen.',
    touchedPending: 'Eine Zahlung ist noch unterwegs.',
    touchedTicket: 'Es sind Karten ausgegeben.',
    undone: 'Storniert; die Plätze sind wieder frei.',
    unmapped: 'Das Abonnement hat in der neuen Saison kein Ziel.',
    unmappedTariff: 'Der Tarif hat in der neuen Saison kein Ziel.',
    waitingForSeat: 'Behält den Platz nicht; wird im zweiten Durchgang gesetzt.',
  },
  en: {
    ...paymentReasons.en,
    alreadyCancelled: 'The file was cancelled already.',
    alreadyRenewed: 'Renewed already.',
    noPrice: 'The new season has no price for this tariff and price category.',
    noSeatLeft: 'No seat is left in the price category.',
    noShipmentMode: 'No shipment mode fits.',
    originChanged: 'The former subscription is no longer sold.',
    otherSeat: 'Another seat: last year’s is no longer free.',
    preferredSeat: 'Preferred seat: last year’s is no longer free.',
    renewedWithoutSeat: 'Renewed, without a numbered seat.',
    sameSeat: 'Renewed on the same seat.',
    stoppedByBeneficiary: 'Stopped: the person it is for does not want to renew.',
    stoppedByPayer: 'Stopped: the payer does not want to renew.',
    touchedChange: 'The file has been changed since.',
    touchedOrder: 'The file has had another order since.',
    touchedPaid: 'Money has come in on the file.',
    touchedPending: 'A payment is still on its way.',
    touchedTicket: 'Tickets have been issued.',
    undone: 'Cancelled; the seats are free again.',
    unmapped: 'The subscription has no target in the new season.',
    unmappedTariff: 'The tariff has no target in the new season.',
    waitingForSeat: 'Does not keep its seat; is placed in the second pass.',
  },
  fr: {
    ...paymentReasons.fr,
    alreadyCancelled: 'Le dossier était déjà annulé.',
    alreadyRenewed: 'Déjà renouvelé.',
    noPrice: 'La nouvelle saison n’a pas de prix pour ce tarif et cette catégorie.',
    noSeatLeft: 'Plus aucune place libre dans la catégorie.',
    noShipmentMode: 'Aucun mode d’envoi ne convient.',
    originChanged: 'L’ancien abonnement n’est plus vendu.',
    otherSeat: 'Autre place : celle de l’an dernier n’est plus libre.',
    preferredSeat: 'Place préférée : celle de l’an dernier n’est plus libre.',
    renewedWithoutSeat: 'Renouvelé, sans place numérotée.',
    sameSeat: 'Renouvelé à la même place.',
    stoppedByBeneficiary: 'Résilié : le bénéficiaire ne veut pas renouveler.',
    stoppedByPayer: 'Résilié : le payeur ne veut pas renouveler.',
    touchedChange: 'Le dossier a été modifié depuis.',
    touchedOrder: 'Le dossier a reçu un autre ordre depuis.',
    touchedPaid: 'De l’argent a été encaissé sur le dossier.',
    touchedPending: 'Un paiement est encore en cours.',
    touchedTicket: 'Des billets ont été émis.',
    undone: 'Annulé ; les places sont de nouveau libres.',
    unmapped: 'L’abonnement n’a pas de cible dans la nouvelle saison.',
    unmappedTariff: 'Le tarif n’a pas de cible dans la nouvelle saison.',
    waitingForSeat: 'Ne garde pas sa place ; placé à la seconde passe.',
  },
}

/** What to do now; empty where nothing is. */
export const nextSteps: Languages<Partial<Sentences>> = {
  de: {
    ...paymentNextSteps.de,
    noPrice: 'Erfassen Sie den Preis und starten Sie die gescheiterten erneut.',
    noSeatLeft: 'Rufen Sie die Person an und bieten Sie eine andere Preiskategorie an.',
    noShipmentMode:
      'Ergänzen Sie die Versandarten des Stapels und starten Sie die gescheiterten erneut.',
    otherSeat: 'Teilen Sie der Person den neuen Platz mit.',
    touchedChange: 'Prüfen Sie das Dossier und stornieren Sie es von Hand, wenn es weg soll.',
    touchedOrder: 'Prüfen Sie das Dossier und stornieren Sie es von Hand, wenn es weg soll.',
    touchedPaid: 'Erstatten Sie zuerst das Geld.',
    touchedPending: 'Warten Sie die Antwort ab und starten Sie die Rücknahme dann noch einmal.',
    touchedTicket: 'Nehmen Sie zuerst die Karten zurück.',
    unmapped: 'Ordnen Sie das Abonnement im Stapel zu, wenn es verlängert werden soll.',
    unmappedTariff: 'Ordnen Sie den Tarif im Stapel zu.',
  },
  en: {
    ...paymentNextSteps.en,
    noPrice: 'Enter the price and run the failed ones again.',
    noSeatLeft: 'Call the person and offer another price category.',
    noShipmentMode: 'Complete the shipment modes of the batch and run the failed ones again.',
    otherSeat: 'Tell the person about the new seat.',
    touchedChange: 'Look at the file, and cancel it by hand if it is to go.',
    touchedOrder: 'Look at the file, and cancel it by hand if it is to go.',
    touchedPaid: 'Refund the money first.',
    touchedPending: 'Wait for the answer, then undo once more.',
    touchedTicket: 'Take the tickets back first.',
    unmapped: 'Map the subscription in the batch if it is to be renewed.',
    unmappedTariff: 'Map the tariff in the batch.',
  },
  fr: {
    ...paymentNextSteps.fr,
    noPrice: 'Saisissez le prix et relancez les échecs.',
    noSeatLeft: 'Appelez le client et proposez une autre catégorie.',
    noShipmentMode: 'Complétez les modes d’envoi du batch et relancez les échecs.',
    otherSeat: 'Informez le client de sa nouvelle place.',
    touchedChange: 'Vérifiez le dossier et annulez-le à la main s’il doit disparaître.',
    touchedOrder: 'Vérifiez le dossier et annulez-le à la main s’il doit disparaître.',
    touchedPaid: 'Remboursez d’abord l’argent.',
    touchedPending: 'Attendez la réponse, puis relancez l’annulation.',
    touchedTicket: 'Reprenez d’abord les billets.',
    unmapped: 'Associez l’abonnement dans le batch s’il doit être renouvelé.',
    unmappedTariff: 'Associez le tarif dans le batch.',
  },
}
