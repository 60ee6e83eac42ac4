import type { Language } from '../../../utilities/languages'

const de = {
  byProvider:
    'Ihre Kartendaten geben Sie auf der gesicherten Seite unseres Zahlungsanbieters ein. Wir sehen und speichern keine Kartennummer.',
  charging: 'Ihre Karte wird jetzt mit {{amount}} belastet.',
  continue: 'Weiter zum Zahlungsanbieter',
  due: 'Offen sind {{amount}} (Dossier {{file}}).',
  failed: 'Es wurde keine Karte hinterlegt. Sie können es noch einmal versuchen.',
  forWhom: 'Für {{name}}',
  going: 'Sie werden zur gesicherten Seite des Zahlungsanbieters geführt.',
  later: 'Wir belasten Ihre Karte in den nächsten Tagen mit {{amount}}.',
  notRenewed:
    'Ihr Abonnement konnte nicht erneuert werden, weil die Zahlung von {{amount}} nicht geklappt hat. Sobald eine neue Karte hinterlegt ist, können wir es noch einmal versuchen.',
  notThere:
    'Dieser Link gilt nicht oder nicht mehr. Bitte wenden Sie sich an das Haus, von dem Sie ihn haben.',
  paid: 'Es ist nichts mehr offen.',
  renewAgain: 'Damit können wir die Erneuerung Ihres Abonnements noch einmal versuchen.',
  reserved:
    'Offen sind {{amount}} (Dossier {{file}}). Dafür wird keine Karte mehr belastet; bitte wenden Sie sich an uns.',
  store: 'Neue Karte hinterlegen',
  thanks: 'Vielen Dank',
  title: 'Neue Karte hinterlegen',
  tooMany: 'Das waren zu viele Versuche. Bitte versuchen Sie es in einer Stunde noch einmal.',
  tryAgain: 'Noch einmal versuchen',
  unavailable:
    'Der Zahlungsanbieter ist im Moment nicht erreichbar. Es wurde nichts belastet. Bitte versuchen Sie es etwas später noch einmal.',
  unfinished: 'Die Karte ist noch nicht hinterlegt.',
  willBeCharged: 'Sobald die Karte hinterlegt ist, wird sie mit diesem Betrag belastet.',
  yourCard: 'Ihre Karte {{card}} ist hinterlegt.',
}

export type CardPageTexts = typeof de

const en: CardPageTexts = {
  byProvider:
    'You enter the details of your card on the secure page of our payment provider. We neither see nor keep the number of your card.',
  charging: 'Your card is now being charged {{amount}}.',
  continue: 'Continue to the payment provider',
  due: '{{amount}} is due (file {{file}}).',
  failed: 'No card was stored. You can try again.',
  forWhom: 'For {{name}}',
  going: 'You are being taken to the secure page of the payment provider.',
  later: 'We will charge your card {{amount}} in the next few days.',
  notRenewed:
    'Your subscription could not be renewed because the payment of {{amount}} did not go through. Once a new card is stored, we can try again.',
  notThere: 'This link is not valid, or no longer. Please turn to the house that sent it to you.',
  paid: 'Nothing is due any more.',
  renewAgain: 'With it we can try again to renew your subscription.',
  reserved:
    '{{amount}} is due (file {{file}}). No card will be charged for it any more; please turn to us.',
  store: 'Store a new card',
  thanks: 'Thank you',
  title: 'Store a new card',
  tooMany: 'These were too many attempts. Please try again in an hour.',
  tryAgain: 'Try again',
  unavailable:
    'The payment provider cannot be reached at the moment. Nothing was charged. Please try again a little later.',
  unfinished: 'The card is not stored yet.',
  willBeCharged: 'As soon as the card is stored, this amount is charged to it.',
  yourCard: 'Your card {{card}} is stored.',
}

const fr: CardPageTexts = {
  byProvider:
    'Vous saisissez les données de votre carte sur la page sécurisée de notre prestataire de paiement. Nous ne voyons ni ne conservons son numéro.',
  charging: 'Votre carte est en train d’être débitée de {{amount}}.',
  continue: 'Continuer vers le prestataire de paiement',
  due: '{{amount}} reste à payer (dossier {{file}}).',
  failed: 'Aucune carte n’a été enregistrée. Vous pouvez réessayer.',
  forWhom: 'Pour {{name}}',
  going: 'Vous allez être dirigé vers la page sécurisée du prestataire de paiement.',
  later: 'Nous débiterons votre carte de {{amount}} ces prochains jours.',
  notRenewed:
    'Votre abonnement n’a pas pu être renouvelé, car le paiement de {{amount}} n’a pas abouti. Dès qu’une nouvelle carte sera enregistrée, nous pourrons réessayer.',
  notThere:
    'Ce lien n’est pas valable ou ne l’est plus. Veuillez vous adresser à la maison qui vous l’a envoyé.',
  paid: 'Il n’y a plus rien à payer.',
  renewAgain: 'Nous pourrons ainsi réessayer de renouveler votre abonnement.',
  reserved:
    '{{amount}} restent dus (dossier {{file}}). Aucune carte ne sera plus débitée pour cela ; veuillez vous adresser à nous.',
  store: 'Enregistrer une nouvelle carte',
  thanks: 'Merci beaucoup',
  title: 'Enregistrer une nouvelle carte',
  tooMany: 'Il y a eu trop d’essais. Veuillez réessayer dans une heure.',
  tryAgain: 'Réessayer',
  unavailable:
    'Le prestataire de paiement n’est pas joignable pour le moment. Rien n’a été débité. Veuillez réessayer un peu plus tard.',
  unfinished: 'La carte n’est pas encore enregistrée.',
  willBeCharged: 'Dès que la carte sera enregistrée, elle sera débitée de ce montant.',
  yourCard: 'Votre carte {{card}} est enregistrée.',
}

/** What customers read on the page of their personal link. */
export const cardPageTexts: Record<Language, CardPageTexts> = { de, en, fr }
