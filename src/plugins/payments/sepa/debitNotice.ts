import type { MailKind } from '../../../operations/mails/mailKinds'

const same = (value: string) => ({ de: value, en: value, fr: value })

/**
 * What a customer is told before an account is debited: how much, when, under which mandate and by whom (EPC016-06, 4.3.4,
 * pre-notification).
 */
export const debitNotice: MailKind = {
  name: 'debit-notice',
  defaults: {
    de: {
      body: `Guten Tag {{name}}

Wir ziehen den folgenden Betrag per SEPA-Lastschrift von Ihrem Konto ein:

Betrag: {{amount}}
Am: {{date}}
Konto: {{account}}
Zweck: {{purpose}}
Mandatsreferenz: {{mandate}}
Gläubiger-Identifikationsnummer: {{creditorID}}

Bitte sorgen Sie dafür, dass das Konto an diesem Tag gedeckt ist.

Freundliche Grüsse
{{creditor}}`,
      subject: 'Lastschrift am {{date}}: {{amount}}',
    },
    en: {
      body: `Hello {{name}}

We will collect the following amount from your account by SEPA direct debit:

Amount: {{amount}}
On: {{date}}
Account: {{account}}
For: {{purpose}}
Mandate reference: {{mandate}}
Creditor identifier: {{creditorID}}

Please see to it that there is enough money in the account on that day.

Kind regards
{{creditor}}`,
      subject: 'Direct debit on {{date}}: {{amount}}',
    },
    fr: {
      body: `Bonjour {{name}}

Nous prélèverons le montant suivant sur votre compte par prélèvement SEPA :

Montant : {{amount}}
Le : {{date}}
Compte : {{account}}
Motif : {{purpose}}
Référence unique de mandat : {{mandate}}
Identifiant créancier SEPA : {{creditorID}}

Merci de veiller à ce que le compte soit approvisionné ce jour-là.

Cordialement
{{creditor}}`,
      subject: 'Prélèvement le {{date}} : {{amount}}',
    },
  },
  label: {
    de: 'Vorankündigung einer Lastschrift',
    en: 'Notice of a direct debit',
    fr: 'Préavis de prélèvement',
  },
  placeholders: [
    {
      name: 'name',
      example: same('Anna Muster'),
      label: { de: 'Name der Person', en: 'name of the person', fr: 'nom de la personne' },
    },
    {
      name: 'amount',
      example: same('EUR 110.00'),
      label: { de: 'Betrag', en: 'amount', fr: 'montant' },
    },
    {
      name: 'date',
      example: { de: '15. Jan. 2027', en: '15 Jan 2027', fr: '15 janv. 2027' },
      label: { de: 'Tag des Einzugs', en: 'day of the collection', fr: 'jour du prélèvement' },
    },
    {
      name: 'account',
      example: same('DE89 •••• 3000'),
      label: {
        de: 'Konto, soweit es gezeigt wird',
        en: 'account, as far as it is shown',
        fr: 'compte, en partie masqué',
      },
    },
    {
      name: 'purpose',
      example: {
        de: 'Abonnement, Dossier 959, Rate 1/3',
        en: 'Subscription, file 959, instalment 1/3',
        fr: 'Abonnement, dossier 959, échéance 1/3',
      },
      label: { de: 'Zahlungszweck', en: 'what it is for', fr: 'motif du paiement' },
    },
    {
      name: 'mandate',
      example: same('RUM-2026-0959'),
      label: { de: 'Mandatsreferenz', en: 'mandate reference', fr: 'référence unique de mandat' },
    },
    {
      name: 'creditorID',
      example: same('DE98ZZZ09999999999'),
      label: {
        de: 'Gläubiger-Identifikationsnummer',
        en: 'creditor identifier',
        fr: 'identifiant créancier SEPA',
      },
    },
    {
      name: 'creditor',
      example: { de: 'Stadttheater', en: 'City Theatre', fr: 'Théâtre de la Ville' },
      label: { de: 'Zahlungsempfänger', en: 'creditor', fr: 'créancier' },
    },
  ],
}
