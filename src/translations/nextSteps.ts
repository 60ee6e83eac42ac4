import type { Sentences } from './reasons'

/** For each code: what to do now. */
export const errorNextSteps: { de: Sentences; en: Sentences; fr: Sentences } = {
  de: {
    accountMissing: 'Erstatten Sie sie auf dem Weg, auf dem sie kam.',
    alreadyAsked: 'Warten Sie die Antwort ab, oder rufen Sie an.',
    alreadyCharging: 'Warten Sie die Antwort ab.',
    alreadyRunning: 'Warten Sie, bis er fertig ist, oder halten Sie ihn an.',
    alreadyTakenBack: 'Laden Sie die Seite neu: Das Journal des Dossiers sagt, von wem und warum.',
    bankFileRefused:
      'Laden Sie die Datei bei der Bank noch einmal herunter und lesen Sie sie unverändert ein. Es wurde nichts gebucht.',
    cardNumbersInFile:
      'Löschen Sie die Spalte oder die Nummern aus der Datei und laden Sie sie neu hoch; auch lange Nummern, die keine Karten sind, etwa Strichcodes, braucht der Import nicht. Für hinterlegte Karten geben Sie das Alias Ihres Zahlungsanbieters an.',
    changedMeanwhile:
      'Notieren Sie, was Sie eingegeben haben, laden Sie die Seite neu und geben Sie es nochmals ein.',
    columnsMissing: 'Ordnen Sie jedem dieser Felder eine Spalte der Datei zu.',
    conflict: 'Laden Sie die Seite neu und versuchen Sie es nochmals.',
    copyTargetNotEmpty:
      'Geben Sie eine leere an. Ist dort eine frühere Kopie abgebrochen, löschen Sie jene Datenbank und kopieren Sie nochmals.',
    deadlineBeforeStart: 'Wählen Sie eine spätere Zahlungsfrist oder einen früheren Start.',
    deadlineInPast: 'Wählen Sie ein Datum in der Zukunft.',
    debitAccountIncomplete:
      'Die Administration ergänzt dort Zahlungsempfänger, Gläubiger-ID, IBAN und Adresse.',
    debitsChanged:
      'Laden Sie die Seite neu: Bei jedem steht der Grund. Beheben Sie ihn oder nehmen Sie den Einzug heraus.',
    duplicateSeat: 'Geben Sie eine andere Platznummer, Reihe oder einen anderen Block ein.',
    fileNotFound: 'Prüfen Sie die Nummer in der Dossierliste.',
    forbidden: 'Bitten Sie Ihre Administration um die passende Rolle.',
    ibanWrong: 'Vergleichen Sie sie Zeichen für Zeichen mit dem Formular oder der Bankkarte.',
    importFileRefused:
      'Laden Sie danach die berichtigte Datei hoch. Diese wurde nicht gespeichert.',
    internal: 'Versuchen Sie es nochmals; sonst melden Sie der Technik die Uhrzeit.',
    inUse:
      'Lassen Sie den Eintrag stehen, oder löschen Sie zuerst, was ihn braucht. Plätze lassen sich sperren, Zahlungsarten ausschalten.',
    invalidInput: 'Berichtigen Sie das markierte Feld.',
    lastAdministrator:
      'Geben Sie zuerst jemand anderem die Rolle Administration, ohne Bindung an Standorte.',
    linkRefused: 'Schreiben Sie die ganze Adresse, mit https:// am Anfang.',
    mappedTwice: 'Entfernen Sie eine der beiden Zeilen.',
    mappingToItself: 'Wählen Sie das Abonnement der neuen Saison.',
    nameMissing: 'Geben Sie einen Nachnamen oder eine Firma ein.',
    noCardAccount:
      'Richten Sie eine Kartenzahlung mit Zahlungskonto ein, die für Verlängerungen erlaubt ist.',
    noEmail: 'Tragen Sie beim Kontakt eine Adresse ein, oder rufen Sie an.',
    noFirstUserForm: 'Geben Sie auf dem Rechner ein: npx reprise user create',
    noStoredMeans:
      'Senden Sie der Person den Link für eine neue Karte, oder erfassen Sie ein neues Mandat.',
    notBooked: 'Erstatten Sie, was belastet wurde, auf der Seite des Dossiers.',
    notFound: 'Prüfen Sie die Adresse oder gehen Sie zurück zur Liste.',
    nothingDue: 'Laden Sie die Seite neu.',
    nothingFailed: 'Öffnen Sie einen anderen Lauf.',
    nothingReserved: 'Öffnen Sie das Dossier und prüfen Sie seinen Stand.',
    nothingToCollect:
      'Wählen Sie einen späteren Tag, oder beheben Sie, was auf der Seite aufgelistet ist.',
    notUnique: 'Öffnen Sie den vorhandenen Eintrag und ändern Sie ihn dort.',
    otherInstitution: 'Wählen Sie einen Eintrag Ihrer eigenen Institution.',
    otherSeason: 'Wählen Sie einen Eintrag der oben gewählten Saison.',
    otherSite: 'Wählen Sie einen Eintrag desselben Standorts.',
    passwordTooShort: 'Nehmen Sie mindestens {{minimum}} Zeichen.',
    paymentTooHigh: 'Geben Sie höchstens diesen Betrag ein.',
    periodReversed: 'Wählen Sie ein späteres Ende.',
    pluginOff: 'Die Administration kann sie beim Standort einschalten.',
    refundByTransfer:
      'Überweisen Sie den Betrag auf das Konto der Person, und halten Sie es in den Bemerkungen des Dossiers fest.',
    refundTooHigh: 'Geben Sie einen kleineren Betrag ein.',
    refundUnderWay:
      'Warten Sie die Antwort ab; kommt das Geld an, erledigt sich der Eintrag von selbst.',
    remarksChanged:
      'Ihr Text steht noch hier, und der andere darunter. Übernehmen Sie daraus, was bleiben soll, und speichern Sie noch einmal.',
    runDeadlinePassed:
      'Wählen Sie im Stapel eine neue Zahlungsfrist und starten Sie ihn neu; was schon verlängert ist, bleibt.',
    schedulerGone: 'Planen Sie ihn neu ein.',
    sealedWithOtherSecret:
      'Geben Sie das Geheimnis an, mit dem das Haus läuft: dasselbe PAYLOAD_SECRET, oder die Datei «secret» neben der SQLite-Datei.',
    seasonsOverlap: 'Wählen Sie eine Zielsaison, die nach der Ausgangssaison beginnt.',
    seatInUse: 'Sperren Sie ihn, statt ihn zu löschen.',
    seatTaken: 'Wählen Sie einen anderen Platz.',
    secondPersonNeeded: 'Bitten Sie eine zweite Person um die Freigabe.',
    signatureWrong: 'Prüfen Sie den Schlüssel der Meldungen beim Zahlungskonto.',
    stagesReversed: 'Geben Sie eine grössere Zahl von Tagen ein.',
    startInPast: 'Wählen Sie einen späteren Zeitpunkt.',
    startMissing: 'Geben Sie Zeitpunkt und Wiederholung ein oder wählen Sie «Von Hand starten».',
    startRefused: 'Beheben Sie, was die Prüfung auflistet.',
    stillOwed:
      'Notieren Sie die Zahlung oder belasten Sie noch einmal; dann verlässt es die Liste von selbst.',
    takeBackByOthers: 'Bitten Sie die Verkaufsleitung, die Buchhaltung oder die Administration.',
    tooLarge: 'Teilen Sie sie auf.',
    tooManyAttempts: 'Warten Sie einige Minuten.',
    unauthenticated: 'Melden Sie sich an.',
    unknownPlaceholder:
      'Möglich sind: {{known}}. Schreiben Sie einen Platzhalter in einem Zug, ohne Fett oder Kursiv in seiner Mitte.',
    uploadLost: 'Laden Sie sie noch einmal hoch.',
    wrongOrigin: 'Öffnen Sie Reprise unter der üblichen Adresse und versuchen Sie es dort.',
  },
  en: {
    accountMissing: 'Refund it the way it came.',
    alreadyAsked: 'Wait for the answer, or call.',
    alreadyCharging: 'Wait for the answer.',
    alreadyRunning: 'Wait until it has finished, or stop it.',
    alreadyTakenBack: 'Reload the page: the journal of the file says by whom and why.',
    bankFileRefused:
      'Download the file from the bank again and read it in unchanged. Nothing was booked.',
    cardNumbersInFile:
      'Delete the column or the numbers from the file, and upload it anew; long numbers that are no cards, such as bar codes, are not needed either. For stored cards, give the alias of your payment provider.',
    changedMeanwhile: 'Note what you have entered, reload the page and enter it again.',
    columnsMissing: 'Map a column of the file to each of these fields.',
    conflict: 'Reload the page and try again.',
    copyTargetNotEmpty:
      'Give an empty one. If an earlier copy broke off there, delete that database and copy again.',
    deadlineBeforeStart: 'Choose a later payment deadline or an earlier start.',
    deadlineInPast: 'Choose a date in the future.',
    debitAccountIncomplete:
      'Have an administrator complete creditor, creditor identifier, IBAN and address there.',
    debitsChanged:
      'Reload the page: the reason stands with each. Put it right, or take the collection out.',
    duplicateSeat: 'Enter another seat number, row or block.',
    fileNotFound: 'Check the number in the list of files.',
    forbidden: 'Ask your administrator for the right role.',
    ibanWrong: 'Compare it sign by sign with the form or the bank card.',
    importFileRefused: 'Then upload the corrected file. This one was not kept.',
    internal: 'Try again; if it stays, tell your technician the time.',
    inUse:
      'Leave it, or first delete what uses it. Seats can be blocked, payment methods switched off.',
    invalidInput: 'Correct the marked field.',
    lastAdministrator:
      'First give somebody else the role of administrator, without binding them to sites.',
    linkRefused: 'Write the whole address, with https:// in front.',
    mappedTwice: 'Remove one of the two rows.',
    mappingToItself: 'Choose the subscription of the new season.',
    nameMissing: 'Enter a last name or a company.',
    noCardAccount: 'Set up a card payment method with an account, allowed for renewals.',
    noEmail: 'Enter an address at the contact, or call.',
    noFirstUserForm: 'On the machine, run: npx reprise user create',
    noStoredMeans: 'Send the person the link to store a new card, or enter a new mandate.',
    notBooked: 'Refund what was charged, on the page of the file.',
    notFound: 'Check the address, or go back to the list.',
    nothingDue: 'Reload the page.',
    nothingFailed: 'Open another run.',
    nothingReserved: 'Open the file and check its status.',
    nothingToCollect: 'Choose a later day, or put right what the page lists.',
    notUnique: 'Open the existing entry and change it there.',
    otherInstitution: 'Choose an entry of your own institution.',
    otherSeason: 'Choose an entry of the season chosen above.',
    otherSite: 'Choose an entry of the same site.',
    passwordTooShort: 'Use at least {{minimum}} characters.',
    paymentTooHigh: 'Enter at most this amount.',
    periodReversed: 'Choose a later end.',
    pluginOff: 'An administrator can switch it on at the site.',
    refundByTransfer:
      'Pay the amount back by bank transfer, and note it in the remarks of the file.',
    refundTooHigh: 'Enter a smaller amount.',
    refundUnderWay:
      'Wait for the answer; once the money has gone back, the entry closes by itself.',
    remarksChanged:
      'Your text is still here, and theirs is below it. Take over what is to stay and save again.',
    runDeadlinePassed:
      'Choose a new payment deadline in the batch and start it anew; what is renewed already stays.',
    schedulerGone: 'Schedule it anew.',
    sealedWithOtherSecret:
      'Give the secret that the house runs with: the same PAYLOAD_SECRET, or the file “secret” beside the SQLite file.',
    seasonsOverlap: 'Choose a target season that begins after the origin season.',
    seatInUse: 'Block it instead of deleting it.',
    seatTaken: 'Choose another seat.',
    secondPersonNeeded: 'Ask a second person to release it.',
    signatureWrong: 'Check the signing key at the payment account.',
    stagesReversed: 'Enter a larger number of days.',
    startInPast: 'Choose a later date and time.',
    startMissing: 'Enter date, time and repetition, or choose “Start by hand”.',
    startRefused: 'Mend what the check lists.',
    stillOwed: 'Note the payment or charge again; then it leaves the list by itself.',
    takeBackByOthers: 'Ask the sales manager, an accountant or an administrator.',
    tooLarge: 'Split it into parts.',
    tooManyAttempts: 'Wait a few minutes.',
    unauthenticated: 'Sign in.',
    unknownPlaceholder:
      'Possible are: {{known}}. Write a placeholder in one go, without bold or italics inside it.',
    uploadLost: 'Upload it again.',
    wrongOrigin: 'Open Reprise at its usual address and try there.',
  },
  fr: {
    accountMissing: 'Remboursez-le par la voie par laquelle il est venu.',
    alreadyAsked: 'Attendez la réponse, ou appelez.',
    alreadyCharging: 'Attendez la réponse.',
    alreadyRunning: 'Attendez la fin ou arrêtez-le.',
    alreadyTakenBack: 'Rechargez la page : le journal du dossier dit par qui et pourquoi.',
    bankFileRefused:
      'Téléchargez à nouveau le fichier auprès de la banque et lisez-le tel quel. Rien n’a été comptabilisé.',
    cardNumbersInFile:
      'Supprimez la colonne ou les numéros du fichier, puis déposez-le à nouveau ; les longs numéros qui ne sont pas des cartes, comme les codes-barres, ne servent pas non plus. Pour une carte enregistrée, indiquez l’alias de votre prestataire de paiement.',
    changedMeanwhile: 'Notez ce que vous avez saisi, rechargez la page et saisissez-le à nouveau.',
    columnsMissing: 'Associez une colonne du fichier à chacun de ces champs.',
    conflict: 'Rechargez la page et réessayez.',
    copyTargetNotEmpty:
      'Indiquez-en une vide. Si une copie précédente s’y est interrompue, supprimez cette base et recommencez la copie.',
    deadlineBeforeStart: 'Choisissez un délai plus long ou un lancement plus tôt.',
    deadlineInPast: 'Choisissez une date future.',
    debitAccountIncomplete: 'L’administration y complète créancier, ICS, IBAN et adresse.',
    debitsChanged:
      'Rechargez la page : le motif figure à chaque ligne. Corrigez-le ou retirez le prélèvement.',
    duplicateSeat: 'Saisissez un autre numéro, rang ou bloc.',
    fileNotFound: 'Vérifiez le numéro dans la liste des dossiers.',
    forbidden: 'Demandez le rôle adéquat à votre administrateur.',
    ibanWrong: 'Comparez-le signe par signe avec le formulaire ou la carte bancaire.',
    importFileRefused: 'Déposez ensuite le fichier corrigé. Celui-ci n’a pas été conservé.',
    internal: 'Réessayez ; sinon, indiquez l’heure à la technique.',
    inUse:
      'Laissez cette entrée, ou supprimez d’abord ce qui l’utilise. Une place peut être bloquée, un mode de paiement désactivé.',
    invalidInput: 'Corrigez le champ signalé.',
    lastAdministrator:
      'Donnez d’abord le rôle d’administration à quelqu’un d’autre, sans limite de sites.',
    linkRefused: 'Écrivez l’adresse complète, en commençant par https://.',
    mappedTwice: 'Supprimez l’une des deux lignes.',
    mappingToItself: 'Choisissez l’abonnement de la nouvelle saison.',
    nameMissing: 'Saisissez un nom ou une société.',
    noCardAccount:
      'Créez un mode de règlement par carte avec un compte, autorisé pour le renouvellement.',
    noEmail: 'Saisissez une adresse dans le contact, ou appelez.',
    noFirstUserForm: 'Sur la machine, lancez : npx reprise user create',
    noStoredMeans:
      'Envoyez au client le lien pour enregistrer une nouvelle carte, ou saisissez un nouveau mandat.',
    notBooked: 'Remboursez ce qui a été débité, sur la page du dossier.',
    notFound: 'Vérifiez l’adresse ou revenez à la liste.',
    nothingDue: 'Rechargez la page.',
    nothingFailed: 'Ouvrez une autre exécution.',
    nothingReserved: 'Ouvrez le dossier et vérifiez son statut.',
    nothingToCollect: 'Choisissez une date ultérieure, ou corrigez ce que la page énumère.',
    notUnique: 'Ouvrez l’entrée existante et modifiez-la.',
    otherInstitution: 'Choisissez une entrée de votre institution.',
    otherSeason: 'Choisissez une entrée de la saison indiquée plus haut.',
    otherSite: 'Choisissez une entrée du même site.',
    passwordTooShort: 'Choisissez au moins {{minimum}} caractères.',
    paymentTooHigh: 'Saisissez au plus ce montant.',
    periodReversed: 'Choisissez une fin plus tardive.',
    pluginOff: 'Un administrateur peut l’activer sur le site.',
    refundByTransfer:
      'Remboursez le montant par virement, et notez-le dans les remarques du dossier.',
    refundTooHigh: 'Saisissez un montant plus petit.',
    refundUnderWay: 'Attendez la réponse ; une fois l’argent rendu, l’entrée se ferme d’elle-même.',
    remarksChanged:
      'Votre texte est encore ici, et l’autre en dessous. Reprenez ce qui doit rester, puis enregistrez à nouveau.',
    runDeadlinePassed:
      'Choisissez un nouveau délai de paiement dans le batch et relancez-le ; ce qui est déjà renouvelé reste.',
    schedulerGone: 'Planifiez-le à nouveau.',
    sealedWithOtherSecret:
      'Indiquez le secret avec lequel la maison fonctionne : le même PAYLOAD_SECRET, ou le fichier « secret » à côté du fichier SQLite.',
    seasonsOverlap: 'Choisissez une saison cible qui commence après la saison d’origine.',
    seatInUse: 'Bloquez-la au lieu de la supprimer.',
    seatTaken: 'Choisissez une autre place.',
    secondPersonNeeded: 'Demandez à une deuxième personne de le libérer.',
    signatureWrong: 'Vérifiez la clé de signature du compte de paiement.',
    stagesReversed: 'Saisissez un nombre de jours plus grand.',
    startInPast: 'Choisissez un moment ultérieur.',
    startMissing: 'Indiquez date, heure et répétition, ou choisissez « Lancer à la main ».',
    startRefused: 'Corrigez ce que signale la vérification.',
    stillOwed: 'Notez le règlement ou débitez de nouveau ; il quitte alors la liste de lui-même.',
    takeBackByOthers:
      'Adressez-vous au responsable des ventes, à la comptabilité ou à un administrateur.',
    tooLarge: 'Divisez-le en plusieurs parties.',
    tooManyAttempts: 'Patientez quelques minutes.',
    unauthenticated: 'Connectez-vous.',
    unknownPlaceholder:
      'Sont possibles : {{known}}. Écrivez-le d’un trait, sans gras ni italique en son milieu.',
    uploadLost: 'Déposez-le à nouveau.',
    wrongOrigin: 'Ouvrez Reprise à son adresse habituelle et réessayez.',
  },
}
