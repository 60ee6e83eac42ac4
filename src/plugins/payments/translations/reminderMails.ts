import type { Language } from '../../../utilities/languages'
import type { MailKind, Placeholder } from '../../../operations/mails/mailKinds'

import { reminderMailTexts } from './reminderMailTexts'

export type ReminderMail = keyof (typeof reminderMailTexts)['en']

const same = (value: string) => ({ de: value, en: value, fr: value })

/** Why a payment did not come about, as it is said to the customer; what a bank says beyond that is nobody's business. */
export const customerProblems: Record<Language, Record<string, string>> = {
  de: {
    aliasExpired: 'Die hinterlegte Karte ist abgelaufen.',
    declined: 'Die Bank hat die Zahlung abgelehnt.',
    declinedForNow: 'Die Bank hat die Zahlung abgelehnt.',
    needsCustomer: 'Die Bank verlangt, dass Sie die Karte selbst bestätigen.',
    noAlias: 'Es ist keine Karte hinterlegt.',
    returned: 'Die Zahlung wurde zurückgezogen.',
  },
  en: {
    aliasExpired: 'The stored card has expired.',
    declined: 'The bank declined the payment.',
    declinedForNow: 'The bank declined the payment.',
    needsCustomer: 'The bank wants you to confirm the card yourself.',
    noAlias: 'No card is stored.',
    returned: 'The payment was taken back.',
  },
  fr: {
    aliasExpired: 'La carte enregistrée a expiré.',
    declined: 'La banque a refusé le paiement.',
    declinedForNow: 'La banque a refusé le paiement.',
    needsCustomer: 'La banque exige que vous confirmiez vous-même la carte.',
    noAlias: 'Aucune carte n’est enregistrée.',
    returned: 'Le paiement a été repris.',
  },
}

const toWhom: Placeholder[] = [
  {
    name: 'name',
    example: same('Anna Muster'),
    label: { de: 'Name der Person', en: 'name of the person', fr: 'nom de la personne' },
  },
  {
    name: 'house',
    example: { de: 'Stadttheater', en: 'City Theatre', fr: 'Théâtre de la Ville' },
    label: { de: 'Name des Standorts', en: 'name of the site', fr: 'nom du site' },
  },
  {
    name: 'link',
    example: same('https://tickets.example.org/card/…'),
    isLink: true,
    label: {
      de: 'persönlicher Link für eine neue Karte',
      en: 'personal link for a new card',
      fr: 'lien personnel pour une nouvelle carte',
    },
  },
  {
    name: 'validUntil',
    example: { de: '31.12.2026', en: '31 Dec 2026', fr: '31 déc. 2026' },
    label: {
      de: 'bis wann der Link gilt',
      en: 'until when the link is valid',
      fr: 'validité du lien',
    },
  },
]

const ofWhat: Placeholder[] = [
  {
    name: 'amount',
    example: same('CHF 210.00'),
    label: { de: 'was offen ist', en: 'what is due', fr: 'montant dû' },
  },
  {
    name: 'file',
    example: same('1042'),
    label: { de: 'Nummer des Dossiers', en: 'number of the file', fr: 'numéro du dossier' },
  },
  {
    name: 'problem',
    example: {
      de: customerProblems.de.aliasExpired!,
      en: customerProblems.en.aliasExpired!,
      fr: customerProblems.fr.aliasExpired!,
    },
    label: {
      de: 'warum es nicht geklappt hat',
      en: 'why it did not go through',
      fr: 'pourquoi cela n’a pas abouti',
    },
  },
]

const kind = (
  name: ReminderMail,
  label: MailKind['label'],
  { isStage = false, placeholders = [...toWhom, ...ofWhat] } = {},
): { isStage: boolean } & MailKind => ({
  name,
  defaults: {
    de: reminderMailTexts.de[name],
    en: reminderMailTexts.en[name],
    fr: reminderMailTexts.fr[name],
  },
  isStage,
  label,
  placeholders,
})

/** The mails that ask for a new card: sent by hand, and as stages of a plan. */
export const reminderMails = [
  kind(
    'card-expiring',
    {
      de: 'Karte läuft vor einer Rate ab',
      en: 'Card expires before an instalment',
      fr: 'Carte expirant avant une échéance',
    },
    {
      placeholders: [
        ...toWhom,
        ...ofWhat.filter(({ name }) => name !== 'problem'),
        {
          name: 'due',
          example: { de: '01.02.2027', en: '1 Feb 2027', fr: '1 févr. 2027' },
          label: {
            de: 'wann die Rate fällig ist',
            en: 'when the instalment is due',
            fr: 'jour de l’échéance',
          },
        },
      ],
    },
  ),
  kind(
    'card-request',
    {
      de: 'Bitte um eine neue Karte',
      en: 'Request for a new card',
      fr: 'Demande d’une nouvelle carte',
    },
    { placeholders: toWhom },
  ),
  kind('payment-failed', {
    de: 'Zahlung fehlgeschlagen, von Hand verschickt',
    en: 'Failed payment, sent by hand',
    fr: 'Règlement échoué, envoyé à la main',
  }),
  kind(
    'payment-reminder-1',
    { de: 'Erste Erinnerung', en: 'First reminder', fr: 'Première relance' },
    { isStage: true },
  ),
  kind(
    'payment-reminder-2',
    { de: 'Zweite Erinnerung', en: 'Second reminder', fr: 'Deuxième relance' },
    { isStage: true },
  ),
  kind(
    'payment-reminder-last',
    { de: 'Letzte Erinnerung', en: 'Last reminder', fr: 'Dernière relance' },
    { isStage: true },
  ),
]
