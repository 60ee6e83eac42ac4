import type { HouseProblemCode, NoteCode } from '../operations/types'

type Sentences = Record<HouseProblemCode | NoteCode, string>
type Languages<T> = { de: T; en: T; fr: T }

/** How the lines of an import came out. */
export const outcomes: Languages<
  Record<
    'cards' | 'good' | 'heldBack' | 'imported' | 'known' | 'mandates' | 'noted' | 'refused',
    string
  >
> = {
  de: {
    cards: 'Karten hinterlegt',
    good: 'In Ordnung',
    heldBack: 'Zurückgestellt',
    imported: 'Eingelesen',
    known: 'Schon da',
    mandates: 'Mandate hinterlegt',
    noted: 'Hinweise',
    refused: 'Abgelehnt',
  },
  en: {
    cards: 'Cards stored',
    good: 'In order',
    heldBack: 'Held back',
    imported: 'Imported',
    known: 'In already',
    mandates: 'Mandates stored',
    noted: 'Notes',
    refused: 'Refused',
  },
  fr: {
    cards: 'Cartes enregistrées',
    good: 'En ordre',
    heldBack: 'En suspens',
    imported: 'Importé',
    known: 'Déjà là',
    mandates: 'Mandats enregistrés',
    noted: 'Remarques',
    refused: 'Refusé',
  },
}

/** Why a line does not fit the house. */
export const houseReasons: Languages<Sentences> = {
  de: {
    cardNotKept:
      'Die hinterlegte Karte wird nicht übernommen: Der Standort hat keine Zahlungsart für Karten mit einem Zahlungskonto.',
    cardOfOther: 'Die hinterlegte Karte gehört schon einer anderen Person.',
    cardUnknown:
      'Die hinterlegte Karte wird nicht übernommen: Das Alias ist keines des Zahlungsanbieters, oder es fehlt, was er dazu braucht.',
    fileInWithoutLine: 'Das Dossier ist schon da, aber ohne diese Zeile.',
    mandateIncomplete:
      'Das Mandat ist unvollständig und lässt sich nicht einziehen: Es fehlt die Mandatsreferenz, oder die IBAN (Lastschrift mit Datei) beziehungsweise das Alias des Anbieters.',
    mandateNotKept:
      'Das Mandat wird nicht übernommen: Der Standort hat keine Zahlungsart für Lastschriften mit einem Zahlungskonto. Die Mandatsreferenz bleibt bei der Zahlung.',
    mandateOfOther: 'Die Mandatsreferenz gehört schon einer anderen Person.',
    noPrice: 'Für Abonnement, Tarif und Preiskategorie gibt es keinen Preis.',
    numberOfOther:
      'Unter dieser Kundennummer steht schon ein anderer Name, in der Datei oder im Haus.',
    otherLineBad: 'Die Zeile ist gut, aber eine andere desselben Dossiers ist es nicht.',
    payerDiffers: 'Dasselbe Dossier hat auf einer anderen Zeile eine andere zahlende Person.',
    seatMissing: 'Der Platz fehlt.',
    seatTaken: 'Der Platz ist in einer der Vorstellungen schon vergeben.',
    seatTwice: 'Der Platz steht auf einer früheren Zeile schon.',
    unknownSeat: 'Diesen Platz gibt es im Saal nicht.',
    unknownShipmentMode: 'Diese Versandart gibt es am Standort nicht.',
    unknownSubscription: 'Dieses Abonnement gibt es in der Saison nicht.',
    unknownTariff: 'Diesen Tarif gibt es am Standort nicht.',
    wrongPrice: 'Der bezahlte Preis ist nicht der des Katalogs.',
  },
  en: {
    cardNotKept:
      'The stored card is not taken over: the site has no payment method for cards with a payment account.',
    cardOfOther: 'The stored card belongs to another customer already.',
    cardUnknown:
      'The stored card is not taken over: the alias is none of the payment provider’s, or what the provider needs with it is missing.',
    fileInWithoutLine: 'The customer’s file is in already, but without this line.',
    mandateIncomplete:
      'The mandate is incomplete and cannot be collected: its reference is missing, or the IBAN (direct debit by file) or the alias of the provider.',
    mandateNotKept:
      'The mandate is not taken over: the site has no payment method for direct debits with a payment account. Its reference stays with the payment.',
    mandateOfOther: 'The mandate reference belongs to another customer already.',
    noPrice: 'There is no price for this subscription, tariff and price category.',
    numberOfOther:
      'This customer number stands with another name already, in the file or in the house.',
    otherLineBad: 'The line is good, but another one of the same file is not.',
    payerDiffers: 'The same file has another payer on another line.',
    seatMissing: 'The seat is missing.',
    seatTaken: 'The seat is taken already in one of the performances.',
    seatTwice: 'The seat stands on an earlier line already.',
    unknownSeat: 'The venue has no such seat.',
    unknownShipmentMode: 'The site has no such shipment mode.',
    unknownSubscription: 'The season has no such subscription.',
    unknownTariff: 'The site has no such tariff.',
    wrongPrice: 'The price paid is not that of the catalogue.',
  },
  fr: {
    cardNotKept:
      'La carte enregistrée n’est pas reprise : le site n’a pas de mode de règlement par carte avec un compte de paiement.',
    cardOfOther: 'La carte enregistrée appartient déjà à une autre personne.',
    cardUnknown:
      'La carte enregistrée n’est pas reprise : l’alias n’est pas de ce prestataire de paiement, ou il manque ce dont il a besoin.',
    fileInWithoutLine: 'Le dossier est déjà là, mais sans cette ligne.',
    mandateIncomplete:
      'Le mandat est incomplet et ne peut pas être prélevé : il manque sa référence, ou l’IBAN (prélèvement par fichier), ou l’alias du prestataire.',
    mandateNotKept:
      'Le mandat n’est pas repris : le site n’a pas de mode de règlement par prélèvement avec un compte de paiement. Sa référence reste avec le règlement.',
    mandateOfOther: 'La référence de mandat appartient déjà à une autre personne.',
    noPrice: 'Il n’y a pas de prix pour cet abonnement, ce tarif et cette catégorie.',
    numberOfOther:
      'Ce numéro de client figure déjà avec un autre nom, dans le fichier ou dans la maison.',
    otherLineBad: 'La ligne est bonne, mais une autre du même dossier ne l’est pas.',
    payerDiffers: 'Le même dossier a un autre payeur sur une autre ligne.',
    seatMissing: 'La place manque.',
    seatTaken: 'La place est déjà prise dans une des séances.',
    seatTwice: 'La place figure déjà sur une ligne précédente.',
    unknownSeat: 'Cette place n’existe pas dans la salle.',
    unknownShipmentMode: 'Ce mode d’envoi n’existe pas sur le site.',
    unknownSubscription: 'Cet abonnement n’existe pas dans la saison.',
    unknownTariff: 'Ce tarif n’existe pas sur le site.',
    wrongPrice: 'Le prix payé n’est pas celui du catalogue.',
  },
}

/** What to do about it. */
export const houseNextSteps: Languages<Sentences> = {
  de: {
    cardNotKept:
      'Legen Sie Zahlungskonto und Zahlungsart (erlaubt für die Verlängerung) an und lesen Sie die Datei danach ein, auch nochmals: Nur die fehlenden Karten kommen dazu.',
    cardOfOther:
      'Prüfen Sie, wem die Karte gehört, und nehmen Sie sie auf einer der Zeilen heraus.',
    cardUnknown:
      'Datatrans braucht das Alias und den Ablauf der Karte, Stripe beides: cus_… und pm_…. Ergänzen Sie die Spalten und lesen Sie die Datei nochmals ein: Nur die fehlenden Karten kommen dazu.',
    fileInWithoutLine:
      'Geben Sie der Zeile eine eigene Dossiernummer und lesen Sie die Datei nochmals ein.',
    mandateIncomplete:
      'Ergänzen Sie die Spalte und lesen Sie die Datei nochmals ein, oder holen Sie ein neues Mandat ein. Die Mandatsreferenz bleibt bei der Zahlung.',
    mandateNotKept:
      'Legen Sie Zahlungskonto und Zahlungsart (erlaubt für die Verlängerung) an und lesen Sie die Datei danach ein, auch nochmals: Nur die fehlenden Mandate kommen dazu.',
    mandateOfOther: 'Prüfen Sie, wem das Mandat gehört, und berichtigen Sie eine der Zeilen.',
    noPrice: 'Erfassen Sie den Preis im Katalog der letzten Saison.',
    numberOfOther:
      'Prüfen Sie, wem die Nummer gehört, und berichtigen Sie sie oder den Namen. Teilen sich mehrere Personen eine Nummer, lassen Sie sie bei den anderen leer.',
    otherLineBad: 'Berichtigen Sie die andere Zeile; das Dossier kommt dann ganz herein.',
    payerDiffers: 'Geben Sie jeder zahlenden Person eine eigene Dossiernummer.',
    seatMissing: 'Ergänzen Sie Block, Reihe und Platz.',
    seatTaken: 'Prüfen Sie, wem der Platz gehört.',
    seatTwice: 'Prüfen Sie, wem der Platz gehört, und berichtigen Sie eine der Zeilen.',
    unknownSeat: 'Prüfen Sie Schreibweise und Saalplan.',
    unknownShipmentMode: 'Legen Sie die Versandart an oder berichtigen Sie die Zeile.',
    unknownSubscription: 'Legen Sie das Abonnement an oder berichtigen Sie den Code.',
    unknownTariff: 'Legen Sie den Tarif an oder berichtigen Sie den Code.',
    wrongPrice: 'Berichtigen Sie ihn, oder erlauben Sie abweichende Preise.',
  },
  en: {
    cardNotKept:
      'Make the payment account and the method (allowed for renewal), then import the file, again if it is in: only the missing cards are added.',
    cardOfOther: 'Check whose card it is, and take it out of one of the lines.',
    cardUnknown:
      'Datatrans needs the alias and the expiry of the card, Stripe both cus_… and pm_…. Complete the columns and import the file again: only the missing cards are added.',
    fileInWithoutLine: 'Give the line a file number of its own and import the list again.',
    mandateIncomplete:
      'Add the column and import the file again, or obtain a new mandate. The reference stays with the payment.',
    mandateNotKept:
      'Make the payment account and the method (allowed for renewal), then import the file, again if it is in: only the missing mandates are added.',
    mandateOfOther: 'Check whose mandate it is, and correct one of the lines.',
    noPrice: 'Enter the price in the catalogue of last season.',
    numberOfOther:
      'Check whose number it is, and correct it or the name. If several people share one, leave it empty for the others.',
    otherLineBad: 'Correct the other line; the file then comes in whole.',
    payerDiffers: 'Give each payer a file number of their own.',
    seatMissing: 'Fill in block, row and seat.',
    seatTaken: 'Check whose seat it is.',
    seatTwice: 'Check whose seat it is, and correct one of the lines.',
    unknownSeat: 'Check the spelling and the seat map.',
    unknownShipmentMode: 'Make the shipment mode, or correct the line.',
    unknownSubscription: 'Make the subscription, or correct the code.',
    unknownTariff: 'Make the tariff, or correct the code.',
    wrongPrice: 'Correct it, or allow other prices.',
  },
  fr: {
    cardNotKept:
      'Créez le compte de paiement et le mode de règlement (autorisé pour le renouvellement), puis importez le fichier, même une seconde fois : seules les cartes manquantes s’ajoutent.',
    cardOfOther: 'Vérifiez à qui est la carte et retirez-la d’une des lignes.',
    cardUnknown:
      'Datatrans a besoin de l’alias et de l’expiration de la carte, Stripe de cus_… et pm_…. Complétez les colonnes et importez à nouveau le fichier : seules les cartes manquantes s’ajoutent.',
    fileInWithoutLine:
      'Donnez à la ligne un numéro de dossier à elle et importez à nouveau le fichier.',
    mandateIncomplete:
      'Ajoutez la colonne et importez à nouveau le fichier, ou demandez un nouveau mandat. La référence reste avec le règlement.',
    mandateNotKept:
      'Créez le compte de paiement et le mode de règlement (autorisé pour le renouvellement), puis importez le fichier, même une seconde fois : seuls les mandats manquants s’ajoutent.',
    mandateOfOther: 'Vérifiez à qui est le mandat et corrigez une des lignes.',
    noPrice: 'Saisissez le prix au catalogue de la saison passée.',
    numberOfOther:
      'Vérifiez à qui est le numéro et corrigez-le, ou le nom. Si plusieurs personnes en partagent un, laissez-le vide pour les autres.',
    otherLineBad: 'Corrigez l’autre ligne ; le dossier entrera alors en entier.',
    payerDiffers: 'Donnez à chaque payeur son propre numéro de dossier.',
    seatMissing: 'Complétez bloc, rang et place.',
    seatTaken: 'Vérifiez à qui est la place.',
    seatTwice: 'Vérifiez à qui est la place et corrigez une des lignes.',
    unknownSeat: 'Vérifiez l’orthographe et le plan de salle.',
    unknownShipmentMode: 'Créez le mode d’envoi ou corrigez la ligne.',
    unknownSubscription: 'Créez l’abonnement ou corrigez le code.',
    unknownTariff: 'Créez le tarif ou corrigez le code.',
    wrongPrice: 'Corrigez-le, ou acceptez d’autres prix.',
  },
}
