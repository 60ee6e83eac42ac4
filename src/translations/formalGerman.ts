/** Payload's German says "du"; staff of a box office are addressed with "Sie". What the panel never shows is left as it is. */
export const formalGerman = {
  authentication: {
    checkYourEmailForPasswordReset:
      'Wenn zu dieser E-Mail-Adresse ein Konto gehört, erhalten Sie in Kürze eine Nachricht, mit der Sie Ihr Passwort zurücksetzen. Schauen Sie auch im Spam-Ordner nach.',
    forgotPasswordEmailInstructions:
      'Geben Sie Ihre E-Mail-Adresse ein. Sie erhalten eine Nachricht, mit der Sie Ihr Passwort zurücksetzen.',
    loggedIn: 'Um sich mit einem anderen Konto anzumelden, müssen Sie sich zuerst <0>abmelden</0>.',
    loggedInChangePassword:
      'Um Ihr Passwort zu ändern, gehen Sie zu Ihrem <0>Konto</0> und ändern Sie es dort.',
    loggedOutInactivity: 'Sie wurden abgemeldet, weil Sie länger nichts getan haben.',
    loggedOutSuccessfully: 'Sie sind abgemeldet.',
    loginWithAnotherUser:
      'Um sich mit einem anderen Konto anzumelden, müssen Sie sich zuerst <0>abmelden</0>.',
    resetYourPassword: 'Ihr Passwort zurücksetzen',
    verifyYourEmail: 'Ihre E-Mail-Adresse bestätigen',
    youAreInactive:
      'Sie haben länger nichts getan und werden zu Ihrer Sicherheit in Kürze abgemeldet. Möchten Sie angemeldet bleiben?',
    youAreReceivingResetPassword:
      'Sie erhalten diese Nachricht, weil Sie (oder jemand anderes) ein neues Passwort für Ihr Konto verlangt haben. Klicken Sie auf den folgenden Link, oder kopieren Sie ihn in Ihren Browser:',
    youDidNotRequestPassword:
      'Wenn Sie das nicht verlangt haben, beachten Sie diese Nachricht nicht. Ihr Passwort bleibt, wie es ist.',
  },
  error: {
    deletingTitle:
      '{{title}} liess sich nicht löschen. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    documentNotFound:
      'Das Dokument {{id}} ist nicht zu finden. Vielleicht wurde es gelöscht, oder Sie haben keinen Zugriff darauf.',
    insufficientClipboardPermissions:
      'Der Zugriff auf die Zwischenablage wurde verweigert. Prüfen Sie die Berechtigungen.',
    notAllowedToAccessPage: 'Sie dürfen diese Seite nicht öffnen.',
    notAllowedToPerformAction: 'Das dürfen Sie nicht tun.',
    unauthorized: 'Sie sind nicht angemeldet.',
    unverifiedEmail: 'Bestätigen Sie Ihre E-Mail-Adresse, bevor Sie sich anmelden.',
  },
  fields: {
    chooseBetweenCustomTextOrDocument:
      'Geben Sie eine Adresse ein, oder verweisen Sie auf ein anderes Dokument.',
    chooseDocumentToLink: 'Wählen Sie das Dokument, auf das verwiesen wird',
  },
  general: {
    aboutToDelete: 'Sie löschen gleich: {{label}} <1>{{title}}</1>. Sind Sie sicher?',
    aboutToDeleteCount_many: 'Sie löschen gleich {{count}} {{label}}.',
    aboutToDeleteCount_one: 'Sie löschen gleich {{count}} {{label}}.',
    aboutToDeleteCount_other: 'Sie löschen gleich {{count}} {{label}}.',
    changesNotSaved:
      'Ihre Änderungen sind nicht gespeichert. Wenn Sie diese Seite verlassen, gehen sie verloren.',
    currentlyEditing:
      'bearbeitet gerade dieses Dokument. Wenn Sie übernehmen, kann dort nicht weitergearbeitet werden, und nicht gespeicherte Änderungen können verloren gehen.',
    documentOutOfDate:
      'Jemand anderes hat dieses Dokument eben geändert. Was Sie sehen, ist veraltet.',
    enterAValue: 'Geben Sie einen Wert ein',
    sorryNotFound: 'Hier ist nichts, was Ihrer Anfrage entspricht.',
    unsavedChanges:
      'Sie haben ungespeicherte Änderungen. Speichern oder verwerfen Sie sie, bevor Sie weitermachen.',
    unsavedChangesDuplicate:
      'Sie haben ungespeicherte Änderungen. Möchten Sie trotzdem duplizieren?',
  },
  validation: {
    emailAddress: 'Geben Sie eine gültige E-Mail-Adresse ein.',
    enterNumber: 'Geben Sie eine gültige Zahl ein.',
  },
}
