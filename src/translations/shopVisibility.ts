/** Whether a file shows in the ticketshop, and why: one sentence per code of `src/operations/shopVisibility.ts`. */
const en = {
  channelNotInShop:
    'No, because the sales channel “{{channel}}” is not associated with any ticketshop of this site ({{shops}}).',
  fileWithoutChannel: 'No, because the file has no sales channel.',
  shownInShop: 'Yes, because the sales channel “{{channel}}” is associated with {{shops}}.',
  siteWithoutShop: 'No, because this site has no ticketshop.',
}

const de: typeof en = {
  channelNotInShop:
    'Nein, weil der Vertriebskanal «{{channel}}» keinem Ticketshop dieses Standorts zugeordnet ist ({{shops}}).',
  fileWithoutChannel: 'Nein, weil das Dossier keinen Vertriebskanal hat.',
  shownInShop: 'Ja, weil der Vertriebskanal «{{channel}}» zugeordnet ist: {{shops}}.',
  siteWithoutShop: 'Nein, weil dieser Standort keinen Ticketshop hat.',
}

const fr: typeof en = {
  channelNotInShop:
    'Non, car la filière de vente « {{channel}} » n’est associée à aucune billetterie en ligne de ce site ({{shops}}).',
  fileWithoutChannel: 'Non, car le dossier n’a pas de filière de vente.',
  shownInShop: 'Oui, car la filière de vente « {{channel}} » est associée à {{shops}}.',
  siteWithoutShop: 'Non, car ce site n’a pas de billetterie en ligne.',
}

export const shopVisibility = { de, en, fr }
