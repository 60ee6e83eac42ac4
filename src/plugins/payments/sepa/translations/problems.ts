import { directDebitSentences } from '../../../../translations/bankReasons'

const en = {
  accountOff: 'The payment account is not in use.',
  ibanMissing: 'The mandate has no IBAN.',
  mandateElsewhere: 'The mandate belongs to another payer or payment account.',
  mandateRevoked: 'The mandate was revoked.',
  mandateStopped: 'A return has stopped the mandate. A new IBAN sets it free.',
  notOwed: 'The instalment is no longer owed.',
  timeInvalid: 'Write a time as 12:00.',
}

type Own = Record<keyof typeof en, string>

const de: Own = {
  accountOff: 'Das Zahlungskonto ist nicht in Gebrauch.',
  ibanMissing: 'Dem Mandat fehlt die IBAN.',
  mandateElsewhere: 'Das Mandat gehört zu einer anderen Person oder einem anderen Zahlungskonto.',
  mandateRevoked: 'Das Mandat wurde widerrufen.',
  mandateStopped: 'Eine Rückgabe hat das Mandat angehalten. Eine neue IBAN gibt es wieder frei.',
  notOwed: 'Die Rate ist nicht mehr geschuldet.',
  timeInvalid: 'Schreiben Sie die Uhrzeit wie 12:00.',
}

const fr: Own = {
  accountOff: 'Le compte de paiement n’est pas en service.',
  ibanMissing: 'Le mandat n’a pas d’IBAN.',
  mandateElsewhere: 'Le mandat appartient à un autre payeur ou à un autre compte de paiement.',
  mandateRevoked: 'Le mandat a été révoqué.',
  mandateStopped: 'Un retour a arrêté le mandat. Un nouvel IBAN le libère.',
  notOwed: 'L’échéance n’est plus due.',
  timeInvalid: 'Indiquez l’heure sous la forme 12:00.',
}

/** Why a collection or an account is not taken. */
export const problems = {
  de: { problems: { ...directDebitSentences.de, ...de } },
  en: { problems: { ...directDebitSentences.en, ...en } },
  fr: { problems: { ...directDebitSentences.fr, ...fr } },
}
