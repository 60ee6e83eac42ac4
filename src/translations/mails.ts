type Mail = { subject: string; text: string }
type ResetMail = (args: { minutes: number; url: string }) => Mail

/** The mail with the link to a new password. */
export const resetMail: Record<'de' | 'en' | 'fr', ResetMail> = {
  de: ({ minutes, url }) => ({
    subject: 'Neues Passwort für Reprise',
    text: `Guten Tag

Jemand hat für Ihr Konto ein neues Passwort verlangt. Waren Sie das, so öffnen Sie innert ${minutes} Minuten:

${url}

Waren Sie es nicht, so müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.
`,
  }),
  en: ({ minutes, url }) => ({
    subject: 'New password for Reprise',
    text: `Hello

Somebody asked for a new password for your account. If it was you, open this within ${minutes} minutes:

${url}

If it was not, there is nothing to do: your password stays as it is.
`,
  }),
  fr: ({ minutes, url }) => ({
    subject: 'Nouveau mot de passe pour Reprise',
    text: `Bonjour

Un nouveau mot de passe a été demandé pour votre compte. Si c’était vous, ouvrez ce lien dans les ${minutes} minutes :

${url}

Sinon, vous n’avez rien à faire : votre mot de passe ne change pas.
`,
  }),
}
