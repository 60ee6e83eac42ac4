import type { Language } from '../../../utilities/languages'

type Texts = Record<
  | 'card-expiring'
  | 'card-request'
  | 'payment-failed'
  | 'payment-reminder-1'
  | 'payment-reminder-2'
  | 'payment-reminder-last',
  { body: string; subject: string }
>

/** What a box office writes when a card is needed, and when nothing has come of it. */
export const reminderMailTexts: Record<Language, Texts> = {
  de: {
    'card-expiring': {
      body: `Guten Tag {{name}}

Am {{due}} buchen wir wie vereinbart {{amount}} für Ihr Abonnement (Dossier {{file}}) von Ihrer Karte ab. Bis dahin ist die hinterlegte Karte abgelaufen.

Bitte hinterlegen Sie hier Ihre neue Karte:

{{link}}

Der Link ist persönlich und gilt bis {{validUntil}}. Ihre Kartendaten geben Sie auf der gesicherten Seite unseres Zahlungsanbieters ein; wir sehen sie nicht.

Freundliche Grüsse
{{house}}`,
      subject: '{{house}}: Ihre Karte läuft bald ab',
    },
    'card-request': {
      body: `Guten Tag {{name}}

Damit wir Ihr Abonnement weiterhin bequem über Ihre Karte abrechnen können, bitten wir Sie, eine neue Karte zu hinterlegen:

{{link}}

Der Link ist persönlich und gilt bis {{validUntil}}. Ihre Kartendaten geben Sie auf der gesicherten Seite unseres Zahlungsanbieters ein; wir sehen sie nicht.

Freundliche Grüsse
{{house}}`,
      subject: '{{house}}: Bitte hinterlegen Sie eine neue Karte',
    },
    'payment-failed': {
      body: `Guten Tag {{name}}

Die Zahlung von {{amount}} für Ihr Abonnement (Dossier {{file}}) hat nicht geklappt. {{problem}}

Bitte hinterlegen Sie hier eine neue Karte:

{{link}}

Der Link ist persönlich und gilt bis {{validUntil}}. Haben Sie inzwischen bezahlt, so ist diese Nachricht gegenstandslos.

Freundliche Grüsse
{{house}}`,
      subject: '{{house}}: Ihre Zahlung hat nicht geklappt',
    },
    'payment-reminder-1': {
      body: `Guten Tag {{name}}

Wir wollten Ihr Abonnement (Dossier {{file}}) wie vereinbart über Ihre Karte abrechnen: {{amount}}. Das hat nicht geklappt. {{problem}}

Bitte hinterlegen Sie hier eine neue Karte, es dauert nur eine Minute:

{{link}}

Der Link ist persönlich und gilt bis {{validUntil}}.

Freundliche Grüsse
{{house}}`,
      subject: '{{house}}: Bitte hinterlegen Sie eine neue Karte',
    },
    'payment-reminder-2': {
      body: `Guten Tag {{name}}

Für Ihr Abonnement (Dossier {{file}}) sind noch {{amount}} offen. {{problem}}

Vielleicht ist unsere erste Nachricht untergegangen. Hier können Sie eine neue Karte hinterlegen:

{{link}}

Der Link ist persönlich und gilt bis {{validUntil}}. Rufen Sie uns an, wenn Sie anders bezahlen möchten.

Freundliche Grüsse
{{house}}`,
      subject: '{{house}}: Erinnerung, Ihr Abonnement ist noch nicht bezahlt',
    },
    'payment-reminder-last': {
      body: `Guten Tag {{name}}

Für Ihr Abonnement (Dossier {{file}}) sind immer noch {{amount}} offen. {{problem}}

Dies ist unsere letzte Erinnerung. Bitte hinterlegen Sie jetzt eine neue Karte, sonst können wir Ihr Abonnement nicht weiterführen:

{{link}}

Der Link ist persönlich und gilt bis {{validUntil}}. Möchten Sie anders bezahlen oder Ihr Abonnement nicht behalten, so rufen Sie uns bitte an.

Freundliche Grüsse
{{house}}`,
      subject: '{{house}}: Letzte Erinnerung zu Ihrem Abonnement',
    },
  },
  en: {
    'card-expiring': {
      body: `Hello {{name}}

On {{due}} we will charge {{amount}} for your subscription (file {{file}}) to your card, as agreed. By then the card that you have stored will have expired.

Please store your new card here:

{{link}}

The link is personal and valid until {{validUntil}}. You enter the details of your card on the secure page of our payment provider; we do not see them.

Kind regards
{{house}}`,
      subject: '{{house}}: your card is about to expire',
    },
    'card-request': {
      body: `Hello {{name}}

So that we can go on charging your subscription to your card, please store a new card here:

{{link}}

The link is personal and valid until {{validUntil}}. You enter the details of your card on the secure page of our payment provider; we do not see them.

Kind regards
{{house}}`,
      subject: '{{house}}: please store a new card',
    },
    'payment-failed': {
      body: `Hello {{name}}

The payment of {{amount}} for your subscription (file {{file}}) did not go through. {{problem}}

Please store a new card here:

{{link}}

The link is personal and valid until {{validUntil}}. If you have paid in the meantime, please disregard this message.

Kind regards
{{house}}`,
      subject: '{{house}}: your payment did not go through',
    },
    'payment-reminder-1': {
      body: `Hello {{name}}

We meant to charge your subscription (file {{file}}) to your card as agreed: {{amount}}. It did not go through. {{problem}}

Please store a new card here, it takes only a minute:

{{link}}

The link is personal and valid until {{validUntil}}.

Kind regards
{{house}}`,
      subject: '{{house}}: please store a new card',
    },
    'payment-reminder-2': {
      body: `Hello {{name}}

For your subscription (file {{file}}) {{amount}} is still due. {{problem}}

Perhaps our first message escaped you. You can store a new card here:

{{link}}

The link is personal and valid until {{validUntil}}. Call us if you would like to pay in another way.

Kind regards
{{house}}`,
      subject: '{{house}}: reminder, your subscription is not paid yet',
    },
    'payment-reminder-last': {
      body: `Hello {{name}}

For your subscription (file {{file}}) {{amount}} is still due. {{problem}}

This is our last reminder. Please store a new card now; otherwise we cannot continue your subscription:

{{link}}

The link is personal and valid until {{validUntil}}. If you would like to pay in another way, or do not wish to keep your subscription, please call us.

Kind regards
{{house}}`,
      subject: '{{house}}: last reminder about your subscription',
    },
  },
  fr: {
    'card-expiring': {
      body: `Bonjour {{name}}

Le {{due}}, nous débiterons comme convenu {{amount}} de votre carte pour votre abonnement (dossier {{file}}). D’ici là, la carte enregistrée aura expiré.

Merci d’enregistrer ici votre nouvelle carte :

{{link}}

Le lien est personnel et valable jusqu’au {{validUntil}}. Vous saisissez les données de votre carte sur la page sécurisée de notre prestataire de paiement ; nous ne les voyons pas.

Meilleures salutations
{{house}}`,
      subject: '{{house}} : votre carte expire bientôt',
    },
    'card-request': {
      body: `Bonjour {{name}}

Pour que nous puissions continuer à débiter votre abonnement de votre carte, nous vous prions d’enregistrer une nouvelle carte :

{{link}}

Ce lien est personnel et valable jusqu’au {{validUntil}}. Vous saisissez les données de votre carte sur la page sécurisée de notre prestataire de paiement ; nous ne les voyons pas.

Meilleures salutations
{{house}}`,
      subject: '{{house}} : merci d’enregistrer une nouvelle carte',
    },
    'payment-failed': {
      body: `Bonjour {{name}}

Le paiement de {{amount}} pour votre abonnement (dossier {{file}}) n’a pas abouti. {{problem}}

Merci d’enregistrer ici une nouvelle carte :

{{link}}

Ce lien est personnel et valable jusqu’au {{validUntil}}. Si vous avez payé entre-temps, ce message est sans objet.

Meilleures salutations
{{house}}`,
      subject: '{{house}} : votre paiement n’a pas abouti',
    },
    'payment-reminder-1': {
      body: `Bonjour {{name}}

Nous avons voulu débiter votre abonnement (dossier {{file}}) de votre carte, comme convenu : {{amount}}. Cela n’a pas abouti. {{problem}}

Merci d’enregistrer ici une nouvelle carte, cela ne prend qu’une minute :

{{link}}

Ce lien est personnel et valable jusqu’au {{validUntil}}.

Meilleures salutations
{{house}}`,
      subject: '{{house}} : merci d’enregistrer une nouvelle carte',
    },
    'payment-reminder-2': {
      body: `Bonjour {{name}}

Pour votre abonnement (dossier {{file}}), il reste {{amount}} à payer. {{problem}}

Notre premier message vous a peut-être échappé. Vous pouvez enregistrer ici une nouvelle carte :

{{link}}

Ce lien est personnel et valable jusqu’au {{validUntil}}. Appelez-nous si vous souhaitez payer autrement.

Meilleures salutations
{{house}}`,
      subject: '{{house}} : rappel, votre abonnement n’est pas encore payé',
    },
    'payment-reminder-last': {
      body: `Bonjour {{name}}

Pour votre abonnement (dossier {{file}}), il reste toujours {{amount}} à payer. {{problem}}

Ceci est notre dernier rappel. Merci d’enregistrer une nouvelle carte maintenant ; sinon, nous ne pourrons pas maintenir votre abonnement :

{{link}}

Ce lien est personnel et valable jusqu’au {{validUntil}}. Si vous souhaitez payer autrement, ou ne pas garder votre abonnement, appelez-nous.

Meilleures salutations
{{house}}`,
      subject: '{{house}} : dernier rappel pour votre abonnement',
    },
  },
}
