type Texts = Record<'arrived' | 'doubt' | 'id' | 'idHint' | 'notArrived', string>

const de: Texts = {
  id: 'Nummer der Zahlung beim Anbieter (falls sie geflossen ist)',
  arrived: 'Es ist geflossen',
  doubt:
    'Ob dieses Geld geflossen ist, weiss niemand, und der Anbieter antwortet nicht oder kann von hier nicht mehr gefragt werden. Suchen Sie die Referenz (der Schlüssel nach dem Doppelpunkt) bei ihm, und sagen Sie hier, was dort steht. So wird es gebucht; zurücknehmen lässt es sich nicht.',
  idHint: 'Ohne sie lässt sich die Zahlung von hier aus nicht zurückerstatten.',
  notArrived: 'Es ist nicht geflossen',
}

const en: Texts = {
  id: 'Number of the payment at the provider (if it went through)',
  arrived: 'It went through',
  doubt:
    'Nobody knows whether this money has moved, and the provider does not answer, or cannot be asked from here any more. Look for the reference (the key after the colon) in the provider’s own pages, then say here what stands there. It is booked so, and cannot be taken back.',
  idHint: 'Without it, it cannot be refunded from here.',
  notArrived: 'It did not go through',
}

const fr: Texts = {
  id: 'Numéro du paiement chez le prestataire (si l’argent a bougé)',
  arrived: 'L’argent a bougé',
  doubt:
    'Personne ne sait si cet argent a bougé, et le prestataire ne répond pas ou ne peut plus être interrogé d’ici. Cherchez la référence (la clé après les deux-points) chez lui, puis dites ici ce qui s’y trouve. C’est comptabilisé ainsi, sans retour possible.',
  idHint: 'Sans lui, le paiement ne peut pas être remboursé d’ici.',
  notArrived: 'L’argent n’a pas bougé',
}

/** What staff can say of a charge or a refund in doubt. */
export const chargeDoubt = { de, en, fr }
