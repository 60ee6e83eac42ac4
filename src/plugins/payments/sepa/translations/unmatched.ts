const en = {
  ambiguous: 'Several collections of this mandate have this amount.',
  amountDiffers: 'The amount is another one than was collected.',
  cameBack:
    'The bank takes back a return. Nothing was booked: where the money stays with you, book it on the file.',
  creditedAfter:
    'The bank has credited it, but it was rejected before. Nothing was booked: ask the bank.',
  decidedBefore:
    'Somebody here had decided on it before. That was left as it is: look whether it was right, and book on the file what is missing there.',
  duplicate:
    'The bank has taken it for handed in twice. Nothing was changed: what it took the first time is under way.',
  otherAccount: 'The statement is of another account than the one collected to.',
  otherSite: 'It belongs to a site that is not yours, or where payments are switched off.',
  rejectedAfter:
    'The bank rejects it, but had credited it before. Nothing was changed: ask the bank.',
  unknown: 'No collection of this reference or mandate is known here.',
}

const de: Record<keyof typeof en, string> = {
  ambiguous: 'Mehrere Einzüge dieses Mandats haben diesen Betrag.',
  amountDiffers: 'Der Betrag ist ein anderer, als eingezogen wurde.',
  cameBack:
    'Die Bank macht eine Rückgabe rückgängig. Es wurde nichts gebucht: Bleibt das Geld bei Ihnen, buchen Sie es auf dem Dossier.',
  creditedAfter:
    'Die Bank hat das gutgeschrieben, aber es war vorher abgelehnt. Es wurde nichts gebucht: Fragen Sie die Bank.',
  decidedBefore:
    'Darüber wurde hier schon von Hand entschieden. Das blieb so: Sehen Sie nach, ob es stimmt, und buchen Sie auf dem Dossier, was dort fehlt.',
  duplicate:
    'Die Bank hält das für doppelt eingereicht. Es wurde nichts geändert: Was sie beim ersten Mal angenommen hat, ist unterwegs.',
  otherAccount: 'Der Auszug gehört zu einem anderen Konto als dem, auf das eingezogen wurde.',
  otherSite:
    'Das gehört zu einem Standort, der nicht Ihrer ist oder an dem Zahlungen ausgeschaltet sind.',
  rejectedAfter:
    'Die Bank lehnt das ab, hatte es aber vorher gutgeschrieben. Es wurde nichts geändert: Fragen Sie die Bank.',
  unknown: 'Mit dieser Referenz oder diesem Mandat ist hier kein Einzug bekannt.',
}

const fr: Record<keyof typeof en, string> = {
  ambiguous: 'Plusieurs prélèvements de ce mandat ont ce montant.',
  amountDiffers: 'Le montant diffère de ce qui a été prélevé.',
  cameBack:
    'La banque annule un retour. Rien n’a été comptabilisé : si l’argent vous reste, saisissez-le dans le dossier.',
  creditedAfter:
    'La banque l’a crédité, mais il avait été rejeté auparavant. Rien n’a été comptabilisé : demandez à la banque.',
  decidedBefore:
    'Quelqu’un en avait déjà décidé ici. Rien n’y a été changé : vérifiez si c’était juste, et saisissez dans le dossier ce qui y manque.',
  duplicate:
    'La banque estime que cela a été remis deux fois. Rien n’a été modifié : ce qu’elle a accepté la première fois est en cours.',
  otherAccount: 'Le relevé concerne un autre compte que celui du prélèvement.',
  otherSite:
    'Cela appartient à un site qui n’est pas le vôtre, ou dont les règlements sont désactivés.',
  rejectedAfter:
    'La banque le rejette, mais l’avait crédité auparavant. Rien n’a été modifié : demandez à la banque.',
  unknown: 'Aucun prélèvement de cette référence ou de ce mandat n’est connu ici.',
}

/** Why a row of a bank's file could not be booked. */
export const unmatched = { de: { unmatched: de }, en: { unmatched: en }, fr: { unmatched: fr } }
