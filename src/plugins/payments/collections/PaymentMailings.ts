import type { CollectionAfterReadHook, CollectionConfig, Field } from 'payload'

import type { Conditions } from '../../../database/bulk'
import type { Text } from '../../../collections/createCollection'

import { createCollection } from '../../../collections/createCollection'
import { momentField, nameField, selectField, to, uniqueKey } from '../../../collections/fields'
import { slugs } from '../../../collections/slugs'
import { countMany } from '../../../database/bulk'
import { paymentSlugs } from './slugs'

/** What came of a mailing: how each figure is counted from its links. */
const FIGURES = {
  bounced: { mailState: ['failed', 'unknown'] },
  opened: { openedAt: { not: null } },
  paid: { paidAt: { not: null } },
  sent: { mailState: 'sent' },
  stored: { storedAt: { not: null } },
} as const satisfies Record<string, Conditions>

export type MailingFigures = Record<keyof typeof FIGURES, number>

const labels: Record<keyof typeof FIGURES, Text> = {
  bounced: { de: 'Nicht zugestellt', en: 'Not delivered', fr: 'Non remis' },
  opened: { de: 'Link geöffnet', en: 'Link opened', fr: 'Lien ouvert' },
  paid: { de: 'Seither bezahlt', en: 'Paid since', fr: 'Payé depuis' },
  sent: { de: 'Verschickt', en: 'Sent', fr: 'Envoyés' },
  stored: { de: 'Karte hinterlegt', en: 'Card stored', fr: 'Carte enregistrée' },
}

/** Counts when it is read, so that a figure never differs from the links it is about. */
const countLinks: CollectionAfterReadHook = async ({ doc, req }) => {
  if (!doc?.id) return doc
  const counted = await Promise.all(
    Object.entries(FIGURES).map(
      async ([name, where]) =>
        [
          name,
          await countMany({
            collection: paymentSlugs.links as 'sites',
            payload: req.payload,
            req,
            where: { mailing: String(doc.id), ...where },
          }),
        ] as const,
    ),
  )
  return { ...doc, ...Object.fromEntries(counted) }
}

const figure = (name: keyof typeof FIGURES): Field => ({
  name,
  type: 'number',
  admin: { disableListFilter: true, readOnly: true },
  label: labels[name],
  virtual: true,
})

/**
 * Mails that went out together: those that somebody sent, or those of one stage of a plan on one day. What came of them is counted
 * (manual 5).
 */
export const PaymentMailings: CollectionConfig = createCollection({
  slug: paymentSlugs.mailings,
  config: {
    admin: {
      defaultColumns: ['name', 'createdAt', 'sent', 'bounced', 'opened', 'stored', 'paid'],
      useAsTitle: 'name',
    },
    defaultSort: '-createdAt',
    hooks: { afterRead: [countLinks] },
  },
  fields: [
    nameField(),
    selectField(
      'kind',
      { de: 'Art', en: 'Kind', fr: 'Type' },
      [
        { label: { de: 'Von Hand', en: 'By hand', fr: 'À la main' }, value: 'byHand' },
        { label: { de: 'Mahnplan', en: 'Reminder plan', fr: 'Plan de relance' }, value: 'stage' },
      ],
      { required: true },
    ),
    {
      name: 'stage',
      type: 'number',
      label: { de: 'Mahnstufe', en: 'Reminder stage', fr: 'Niveau de relance' },
    },
    to('startedBy', slugs.users, { de: 'Verschickt von', en: 'Sent by', fr: 'Envoyé par' }),
    momentField('startedAt', { de: 'Verschickt am', en: 'Sent on', fr: 'Envoyé le' }),
    ...(Object.keys(FIGURES) as (keyof typeof FIGURES)[]).map(figure),
    uniqueKey('mailingKey'),
  ],
  group: 'sales',
  journal: false,
  labels: {
    plural: { de: 'Mahnungen und Links', en: 'Payment mailings', fr: 'Relances envoyées' },
    singular: { de: 'Versand', en: 'Payment mailing', fr: 'Envoi de relances' },
  },
  plugin: 'payments',
  scope: 'site',
})
