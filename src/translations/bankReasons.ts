import type { BankFileProblem } from '../utilities/bank/files/types'
import type { DirectDebitProblem } from '../utilities/bank/directDebits/types'
import type { ReturnText } from '../utilities/bank/returns/returnReason'

type Languages<Key extends string> = Record<'de' | 'en' | 'fr', Record<Key, string>>

/** Why a collection came back or was refused by the bank, and what to do. */
export const returnSentences: Languages<ReturnText> = {
  de: {
    accountBlocked:
      'Das Konto ist gesperrt. Bitte ein anderes Konto oder eine andere Zahlungsart verlangen.',
    accountClosed: 'Das Konto ist aufgehoben. Bitte ein neues Konto mit neuem Mandat verlangen.',
    accountWrong: 'Diese Kontonummer gibt es nicht. Bitte die IBAN beim Kunden erfragen.',
    bankUnreachable:
      'Die Bank nimmt keine Lastschriften aus SEPA an. Bitte eine andere Zahlungsart vereinbaren.',
    bicWrong: 'Der BIC der Bank stimmt nicht. Bitte den BIC prüfen und erneut einziehen.',
    creditorIDWrong:
      'Die Gläubiger-ID des Hauses stimmt nicht. Bitte die Angaben mit der eigenen Bank prüfen.',
    dataMissing:
      'Der Bank fehlen Name, Adresse oder Kontoangaben. Bitte ergänzen und erneut einziehen.',
    debtorBankRefuses:
      'Die Bank darf diese Zahlung aus rechtlichen Gründen nicht ausführen. Bitte bei der eigenen Bank nachfragen.',
    debtorDied:
      'Die zahlende Person ist verstorben. Bitte nichts mehr einziehen und das Dossier von Hand weiterführen.',
    debtorRefuses:
      'Der Kunde lehnt die Lastschrift ab. Bitte Kontakt aufnehmen, bevor wieder eingezogen wird.',
    duplicate:
      'Die Bank hält diesen Einzug für doppelt. Bitte prüfen, ob die Rate schon bezahlt ist.',
    fileWrong:
      'Die Bank konnte die Datei nicht verarbeiten. Bitte die Meldung an den Betreuer der Anlage weitergeben.',
    fundsMissing: 'Das Konto war nicht gedeckt. Der Einzug kann einmal wiederholt werden.',
    mandateDataWrong:
      'Angaben zum Mandat fehlen oder stimmen nicht. Bitte Mandatsreferenz und Datum prüfen.',
    mandateMissing:
      'Der Bank zufolge gibt es kein gültiges Mandat. Bitte ein neues unterschreiben lassen.',
    noReasonGiven: 'Die Bank nennt keinen Grund. Der Einzug kann einmal wiederholt werden.',
    notAllowed:
      'Von diesem Konto sind keine Lastschriften möglich. Bitte ein anderes Konto verlangen.',
    refundRequested:
      'Der Kunde hat das Geld zurückverlangt. Bitte Kontakt aufnehmen, bevor wieder eingezogen wird.',
    specificService:
      'Der Kunde hat Lastschriften bei seiner Bank sperren lassen. Bitte ihn bitten, das Haus freizugeben.',
    unknownReason:
      'Die Bank nennt einen Grund, den Reprise nicht kennt. Bitte den Text der Bank lesen und entscheiden.',
  },
  en: {
    accountBlocked: 'The account is blocked. Ask for another account or another way to pay.',
    accountClosed: 'The account is closed. Ask for a new account with a new mandate.',
    accountWrong: 'There is no such account number. Ask the customer for the IBAN.',
    bankUnreachable: 'The bank takes no SEPA direct debits. Agree on another way to pay.',
    bicWrong: 'The BIC of the bank is wrong. Check the BIC and collect again.',
    creditorIDWrong: 'The creditor identifier of the house is wrong. Check it with your own bank.',
    dataMissing:
      'The bank misses a name, an address or account details. Complete them and collect again.',
    debtorBankRefuses: 'The bank may not make this payment for legal reasons. Ask your own bank.',
    debtorDied: 'The payer has died. Collect nothing more and continue the file by hand.',
    debtorRefuses: 'The customer refuses the direct debit. Get in touch before collecting again.',
    duplicate:
      'The bank takes this collection for a duplicate. Check whether the instalment is paid already.',
    fileWrong:
      'The bank could not process the file. Pass its message on to whoever looks after the system.',
    fundsMissing: 'The account had not enough money. The collection can be repeated once.',
    mandateDataWrong: 'Details of the mandate are missing or wrong. Check its reference and date.',
    mandateMissing: 'The bank says that there is no valid mandate. Have a new one signed.',
    noReasonGiven: 'The bank gives no reason. The collection can be repeated once.',
    notAllowed: 'Direct debits are not possible from this account. Ask for another account.',
    refundRequested:
      'The customer has asked for the money back. Get in touch before collecting again.',
    specificService:
      'The customer has had direct debits blocked at the bank. Ask them to allow the house.',
    unknownReason:
      'The bank gives a reason that Reprise does not know. Read the text of the bank and decide.',
  },
  fr: {
    accountBlocked: 'Le compte est bloqué. Demandez un autre compte ou un autre mode de règlement.',
    accountClosed: 'Le compte est clôturé. Demandez un nouveau compte avec un nouveau mandat.',
    accountWrong: 'Ce numéro de compte n’existe pas. Demandez l’IBAN au client.',
    bankUnreachable:
      'La banque n’accepte pas les prélèvements SEPA. Convenez d’un autre mode de règlement.',
    bicWrong: 'Le BIC de la banque est faux. Vérifiez le BIC et prélevez à nouveau.',
    creditorIDWrong:
      'L’identifiant créancier de la maison est faux. Vérifiez-le avec votre banque.',
    dataMissing:
      'Il manque à la banque un nom, une adresse ou des données de compte. Complétez et prélevez à nouveau.',
    debtorBankRefuses:
      'La banque ne peut pas exécuter ce paiement pour des raisons légales. Renseignez-vous auprès de votre banque.',
    debtorDied: 'Le payeur est décédé. Ne prélevez plus rien et poursuivez le dossier à la main.',
    debtorRefuses: 'Le client refuse le prélèvement. Prenez contact avant de prélever à nouveau.',
    duplicate:
      'La banque considère ce prélèvement comme un doublon. Vérifiez si l’échéance est déjà réglée.',
    fileWrong:
      'La banque n’a pas pu traiter le fichier. Transmettez son message à la personne qui gère l’installation.',
    fundsMissing:
      'Le compte n’était pas assez approvisionné. Le prélèvement peut être répété une fois.',
    mandateDataWrong:
      'Des données du mandat manquent ou sont fausses. Vérifiez sa référence et sa date.',
    mandateMissing: 'Selon la banque, il n’y a pas de mandat valable. Faites-en signer un nouveau.',
    noReasonGiven: 'La banque ne donne pas de motif. Le prélèvement peut être répété une fois.',
    notAllowed: 'Ce compte n’accepte pas les prélèvements. Demandez un autre compte.',
    refundRequested:
      'Le client a demandé le remboursement. Prenez contact avant de prélever à nouveau.',
    specificService:
      'Le client a fait bloquer les prélèvements à sa banque. Demandez-lui d’autoriser la maison.',
    unknownReason:
      'La banque donne un motif que Reprise ne connaît pas. Lisez le texte de la banque et décidez.',
  },
}

/** Why a bank file is not read. `{{value}}` is what was found. */
export const bankFileSentences: Languages<BankFileProblem> = {
  de: {
    amountInvalid: 'Der Betrag „{{value}}“ ist in der Bankdatei nicht möglich.',
    currencyInvalid: 'Die Währung „{{value}}“ gibt es nicht.',
    documentType: 'Die Datei enthält eine Dokumenttyp-Angabe, wie sie keine Bank schickt.',
    emptyFile: 'Die Datei ist leer.',
    encodingBroken: 'Die Datei enthält Zeichen, die nicht zu ihrer Kodierung ({{value}}) passen.',
    encodingUnknown: 'Die Kodierung „{{value}}“ wird nicht gelesen.',
    fileTooLarge: 'Die Datei ist grösser als {{value}}.',
    illegalCharacter: 'Die Datei enthält Steuerzeichen, die nicht erlaubt sind.',
    notWellFormed: 'Die Datei ist beschädigt oder unvollständig.',
    notXML: 'Das ist keine Bankdatei (camt).',
    textTooLong: 'Ein Text der Datei ist länger als {{value}} Zeichen.',
    tooDeep: 'Die Datei ist tiefer verschachtelt als jede Bankdatei.',
    tooManyEntries: 'Die Datei enthält mehr als {{value}} Buchungen.',
    unknownMessage: 'Das ist eine andere Art von Datei: {{value}}.',
    unknownRoot: 'Das ist keine Bankdatei; sie beginnt mit „{{value}}“.',
    valueMissing: 'In der Bankdatei fehlt eine Angabe: {{value}}.',
  },
  en: {
    amountInvalid: 'The amount “{{value}}” is not possible in a bank file.',
    currencyInvalid: 'There is no currency “{{value}}”.',
    documentType: 'The file holds a document type, which no bank sends.',
    emptyFile: 'The file is empty.',
    encodingBroken: 'The file holds characters that do not fit its encoding ({{value}}).',
    encodingUnknown: 'The encoding “{{value}}” is not read.',
    fileTooLarge: 'The file is larger than {{value}}.',
    illegalCharacter: 'The file holds control characters that are not allowed.',
    notWellFormed: 'The file is damaged or incomplete.',
    notXML: 'This is no bank file (camt).',
    textTooLong: 'A text of the file is longer than {{value}} characters.',
    tooDeep: 'The file is nested more deeply than any bank file.',
    tooManyEntries: 'The file holds more than {{value}} entries.',
    unknownMessage: 'This is another kind of file: {{value}}.',
    unknownRoot: 'This is no bank file; it begins with “{{value}}”.',
    valueMissing: 'Something is missing in the bank file: {{value}}.',
  },
  fr: {
    amountInvalid: 'Le montant « {{value}} » n’est pas possible dans un fichier bancaire.',
    currencyInvalid: 'La monnaie « {{value}} » n’existe pas.',
    documentType: 'Le fichier contient un type de document, ce qu’aucune banque n’envoie.',
    emptyFile: 'Le fichier est vide.',
    encodingBroken: 'Le fichier contient des caractères étrangers à son codage ({{value}}).',
    encodingUnknown: 'Le codage « {{value}} » n’est pas lu.',
    fileTooLarge: 'Le fichier dépasse {{value}}.',
    illegalCharacter: 'Le fichier contient des caractères de commande interdits.',
    notWellFormed: 'Le fichier est endommagé ou incomplet.',
    notXML: 'Ce n’est pas un fichier bancaire (camt).',
    textTooLong: 'Un texte du fichier dépasse {{value}} caractères.',
    tooDeep: 'Le fichier est plus imbriqué que tout fichier bancaire.',
    tooManyEntries: 'Le fichier contient plus de {{value}} écritures.',
    unknownMessage: 'C’est un autre type de fichier : {{value}}.',
    unknownRoot: 'Ce n’est pas un fichier bancaire ; il commence par « {{value}} ».',
    valueMissing: 'Il manque une donnée dans le fichier bancaire : {{value}}.',
  },
}

/** Why a collection cannot be handed in. */
export const directDebitSentences: Languages<DirectDebitProblem> = {
  de: {
    addressIncomplete:
      'In der Adresse fehlen Ort oder Land, oder Hausnummer oder Postleitzahl sind zu lang.',
    addressMissing: 'Für diese Lastschrift braucht es die Adresse der zahlenden Person.',
    amountInvalid: 'Der Betrag muss grösser als null sein.',
    amountTooLarge: 'Der Betrag ist für eine Lastschrift zu hoch.',
    bicInvalid: 'Der BIC stimmt nicht.',
    creditorIDInvalid: 'Die Gläubiger-ID stimmt nicht.',
    currencyNotEUR: 'SEPA-Lastschriften gibt es nur in Euro.',
    dateNotTarget: 'An diesem Tag bewegen die Banken kein Geld (Wochenende oder Feiertag).',
    duplicateEndToEndID: 'Dieser Einzug ist in der Datei schon enthalten.',
    endToEndIDInvalid:
      'Die Referenz des Einzugs ist leer, zu lang oder enthält unerlaubte Zeichen.',
    ibanInvalid: 'Die IBAN stimmt nicht.',
    ibanNotSEPA: 'Das Konto liegt ausserhalb des SEPA-Raums.',
    mandateExpired: 'Das Mandat ist nach 36 Monaten ohne Einzug verfallen.',
    mandateNotSigned: 'Das Unterschriftsdatum des Mandats fehlt oder liegt nach dem Einzug.',
    mandateReferenceInvalid:
      'Die Mandatsreferenz ist leer, zu lang oder enthält unerlaubte Zeichen.',
    messageIDInvalid: 'Die Nummer der Datei ist leer, zu lang oder enthält unerlaubte Zeichen.',
    nameMissing: 'Der Name fehlt oder lässt sich nicht in lateinischer Schrift schreiben.',
    noCollections: 'Es gibt nichts einzuziehen.',
    purposeTooLong: 'Der Zahlungszweck ist länger als 140 Zeichen.',
  },
  en: {
    addressIncomplete:
      'The address lacks town or country, or its house number or postcode is too long.',
    addressMissing: 'This direct debit needs the address of the payer.',
    amountInvalid: 'The amount must be greater than zero.',
    amountTooLarge: 'The amount is too high for a direct debit.',
    bicInvalid: 'The BIC is wrong.',
    creditorIDInvalid: 'The creditor identifier is wrong.',
    currencyNotEUR: 'SEPA direct debits are in euros only.',
    dateNotTarget: 'Banks move no money on that day (a weekend or a holiday).',
    duplicateEndToEndID: 'This collection is in the file already.',
    endToEndIDInvalid:
      'The reference of the collection is empty, too long or holds characters that are not allowed.',
    ibanInvalid: 'The IBAN is wrong.',
    ibanNotSEPA: 'The account is outside SEPA.',
    mandateExpired: 'The mandate has lapsed after 36 months without a collection.',
    mandateNotSigned:
      'The date of signature of the mandate is missing, or later than the collection.',
    mandateReferenceInvalid:
      'The mandate reference is empty, too long or holds characters that are not allowed.',
    messageIDInvalid:
      'The number of the file is empty, too long or holds characters that are not allowed.',
    nameMissing: 'The name is missing or cannot be written in Latin letters.',
    noCollections: 'There is nothing to collect.',
    purposeTooLong: 'The purpose of the payment is longer than 140 characters.',
  },
  fr: {
    addressIncomplete:
      'Il manque à l’adresse la ville ou le pays, ou le numéro ou le code postal est trop long.',
    addressMissing: 'Ce prélèvement exige l’adresse du payeur.',
    amountInvalid: 'Le montant doit être supérieur à zéro.',
    amountTooLarge: 'Le montant est trop élevé pour un prélèvement.',
    bicInvalid: 'Le BIC est faux.',
    creditorIDInvalid: 'L’identifiant créancier est faux.',
    currencyNotEUR: 'Les prélèvements SEPA se font uniquement en euros.',
    dateNotTarget: 'Les banques ne traitent rien ce jour-là (week-end ou jour férié).',
    duplicateEndToEndID: 'Ce prélèvement figure déjà dans le fichier.',
    endToEndIDInvalid:
      'La référence du prélèvement est vide, trop longue ou contient des caractères interdits.',
    ibanInvalid: 'L’IBAN est faux.',
    ibanNotSEPA: 'Le compte se trouve hors de l’espace SEPA.',
    mandateExpired: 'Le mandat est caduc après 36 mois sans prélèvement.',
    mandateNotSigned: 'La date de signature du mandat manque ou est postérieure au prélèvement.',
    mandateReferenceInvalid:
      'La référence du mandat est vide, trop longue ou contient des caractères interdits.',
    messageIDInvalid:
      'Le numéro du fichier est vide, trop long ou contient des caractères interdits.',
    nameMissing: 'Le nom manque ou ne peut pas s’écrire en lettres latines.',
    noCollections: 'Il n’y a rien à prélever.',
    purposeTooLong: 'Le motif du paiement dépasse 140 caractères.',
  },
}
