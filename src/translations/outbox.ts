/** What staff can say of an outgoing item in doubt. */
const en = {
  again: 'Send it again',
  arrived: 'It arrived',
  doubt:
    'Sending was interrupted. Look at the recipient or in the mail server’s log whether it arrived, then say so. Nothing is sent twice by itself.',
  idIsCard: 'This is the number of a card, not of a payment.',
  idRefused: 'The number has 1 to 100 letters, digits and signs, without spaces.',
}

type Texts = typeof en

const de: Texts = {
  again: 'Noch einmal senden',
  arrived: 'Es ist angekommen',
  doubt:
    'Der Versand wurde unterbrochen. Fragen Sie nach oder sehen Sie im Protokoll des Mailservers nach, ob es ankam, und sagen Sie es hier. Von selbst wird nichts zweimal gesendet.',
  idIsCard: 'Das ist die Nummer einer Karte, nicht die einer Zahlung.',
  idRefused: 'Die Nummer hat 1 bis 100 Buchstaben, Ziffern und Zeichen, ohne Leerzeichen.',
}

const fr: Texts = {
  again: 'Envoyer encore une fois',
  arrived: 'C’est arrivé',
  doubt:
    'L’envoi a été interrompu. Vérifiez auprès du destinataire ou dans le journal du serveur de messagerie s’il est arrivé, puis dites-le ici. Rien n’est envoyé deux fois automatiquement.',
  idIsCard: 'C’est le numéro d’une carte, pas celui d’un paiement.',
  idRefused: 'Le numéro compte de 1 à 100 lettres, chiffres et signes, sans espaces.',
}

export const outbox = { de, en, fr }
