import { directDebitSentences } from '../../../../translations/bankReasons'

const en = {
  accountOff: 'The payment account is not in use.',
  firstNotPaid:
    'The subscription is only reserved: later instalments are collected once the first is paid.',
  ibanMissing: 'The mandate has no IBAN.',
  ibanTypedMissing: 'Type the IBAN as it stands on the form.',
  mandateAccountMissing: 'Choose the payment account that the form is for.',
  mandateElsewhere: 'The mandate belongs to another payer or payment account.',
  mandateReferenceTaken:
    'There is a mandate of this reference already. Take the one on the form, or leave the field empty.',
  mandateRevoked: 'The mandate was revoked.',
  mandateSignedLater: 'The signature is in the future. Take the date on the form.',
  mandateSignedMissing: 'Enter the date on which the form was signed.',
  mandateStopped: 'A return has stopped the mandate. A new IBAN sets it free.',
  notOwed: 'The instalment is no longer owed.',
  timeInvalid: 'Write a time as 12:00.',
}

type Own = Record<keyof typeof en, string>

const de: Own = {
  accountOff: 'Das Zahlungskonto ist nicht in Gebrauch.',
  firstNotPaid:
    'Das Abonnement ist erst reserviert: Spätere Raten werden eingezogen, wenn die erste bezahlt ist.',
  ibanMissing: 'Dem Mandat fehlt die IBAN.',
  ibanTypedMissing: 'Geben Sie die IBAN ein, wie sie auf dem Formular steht.',
  mandateAccountMissing: 'Wählen Sie das Zahlungskonto, für das das Formular gilt.',
  mandateElsewhere: 'Das Mandat gehört zu einer anderen Person oder einem anderen Zahlungskonto.',
  mandateReferenceTaken:
    'Diese Mandatsreferenz gibt es schon. Nehmen Sie die auf dem Formular, oder lassen Sie das Feld leer.',
  mandateRevoked: 'Das Mandat wurde widerrufen.',
  mandateSignedLater:
    'Das Unterschriftsdatum liegt in der Zukunft. Nehmen Sie das Datum auf dem Formular.',
  mandateSignedMissing: 'Geben Sie ein, wann das Formular unterschrieben wurde.',
  mandateStopped: 'Eine Rückgabe hat das Mandat angehalten. Eine neue IBAN gibt es wieder frei.',
  notOwed: 'Die Rate ist nicht mehr geschuldet.',
  timeInvalid: 'Schreiben Sie die Uhrzeit wie 12:00.',
}

const fr: Own = {
  accountOff: 'Le compte de paiement n’est pas en service.',
  firstNotPaid:
    'L’abonnement est seulement réservé : les échéances suivantes seront prélevées une fois la première payée.',
  ibanMissing: 'Le mandat n’a pas d’IBAN.',
  ibanTypedMissing: 'Saisissez l’IBAN tel qu’il figure sur le formulaire.',
  mandateAccountMissing: 'Choisissez le compte de paiement auquel le formulaire se rapporte.',
  mandateElsewhere: 'Le mandat appartient à un autre payeur ou à un autre compte de paiement.',
  mandateReferenceTaken:
    'Cette référence de mandat existe déjà. Prenez celle du formulaire, ou laissez le champ vide.',
  mandateRevoked: 'Le mandat a été révoqué.',
  mandateSignedLater: 'La signature est dans le futur. Prenez la date du formulaire.',
  mandateSignedMissing: 'Indiquez la date de signature du formulaire.',
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
