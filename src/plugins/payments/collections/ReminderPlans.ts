import type { CollectionAfterChangeHook, CollectionConfig } from 'payload'

import { createCollection } from '../../../collections/createCollection'
import { nameField, selectField, uniqueKey } from '../../../collections/fields'
import { updateMany } from '../../../database/bulk'
import { keepKey } from '../../../hooks/keepKey'
import { refuseDuplicate } from '../../../hooks/refuseDuplicate'
import { idOf } from '../../../utilities/idOf'
import { checkStages } from '../hooks/checkStages'
import { reminderMails } from '../translations/reminderMails'
import { paymentSlugs } from './slugs'

/** The days of what is under way follow the plan as it is now. */
const planAnew: CollectionAfterChangeHook = async ({ doc, req }) => {
  await updateMany({
    collection: paymentSlugs.failures as 'sites',
    data: { nextStepAt: null },
    payload: req.payload,
    req,
    where: { site: idOf(doc.site), state: 'open' },
  })
  return doc
}

/**
 * What happens by itself after a payment has failed, one plan per site: reminders after so many days, and what becomes of the
 * subscription when they were in vain. Without a plan, or where it is not in use, everything is left to staff.
 */
export const ReminderPlans: CollectionConfig = createCollection({
  slug: paymentSlugs.plans,
  config: {
    admin: { defaultColumns: ['name', 'site', 'active', 'atEnd'], useAsTitle: 'name' },
    hooks: {
      afterChange: [planAnew],
      beforeValidate: [
        checkStages,
        keepKey('planKey', ['site']),
        refuseDuplicate({ code: 'notUnique', field: 'site', key: 'planKey' }),
      ],
    },
  },
  fields: [
    nameField(),
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: { de: 'In Gebrauch', en: 'In use', fr: 'En service' },
    },
    {
      name: 'stages',
      type: 'array',
      defaultValue: () => [
        { days: 1, mail: 'payment-reminder-1' },
        { days: 7, mail: 'payment-reminder-2' },
        { days: 14, mail: 'payment-reminder-last' },
      ],
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'days',
              type: 'number',
              label: {
                de: 'Tage nach dem Fehlschlag',
                en: 'Days after the failure',
                fr: 'Jours après l’échec',
              },
              max: 365,
              min: 0,
              required: true,
            },
            selectField(
              'mail',
              { de: 'E-Mail-Text', en: 'Mail text', fr: 'Texte de l’e-mail' },
              reminderMails
                .filter(({ isStage }) => isStage)
                .map(({ name, label }) => ({ label, value: name })),
              { index: false, required: true },
            ),
          ],
        },
      ],
      label: { de: 'Erinnerungen', en: 'Reminders', fr: 'Relances' },
      labels: {
        plural: { de: 'Erinnerungen', en: 'Reminders', fr: 'Relances' },
        singular: { de: 'Erinnerung', en: 'Reminder', fr: 'Relance' },
      },
      maxRows: 6,
      minRows: 1,
      required: true,
    },
    selectField(
      'atEnd',
      {
        de: 'Wenn die Erinnerungen nichts bewirkt haben',
        en: 'When the reminders were in vain',
        fr: 'Si les relances sont restées sans effet',
      },
      [
        {
          label: {
            de: 'Dem Personal überlassen',
            en: 'Leave it to staff',
            fr: 'Laisser au personnel',
          },
          value: 'leave',
        },
        {
          label: {
            de: 'Als Reservation weiterführen',
            en: 'Make it a reservation',
            fr: 'En faire une réservation',
          },
          value: 'reserve',
        },
        {
          label: {
            de: 'Stornieren, die Plätze werden frei',
            en: 'Cancel it, the seats are free again',
            fr: 'Annuler, les places sont libérées',
          },
          value: 'cancel',
        },
      ],
      { defaultValue: 'leave', index: false, required: true },
    ),
    {
      name: 'endDays',
      type: 'number',
      admin: { condition: (data) => data.atEnd !== 'leave' },
      defaultValue: 21,
      label: {
        de: 'Tage nach dem Fehlschlag',
        en: 'Days after the failure',
        fr: 'Jours après l’échec',
      },
      max: 365,
      min: 1,
    },
    {
      name: 'deadlineDays',
      type: 'number',
      admin: { condition: (data) => data.atEnd === 'reserve' },
      defaultValue: 14,
      label: {
        de: 'Zahlungsfrist der Reservation in Tagen',
        en: 'Payment deadline of the reservation, in days',
        fr: 'Délai de paiement de la réservation, en jours',
      },
      max: 365,
      min: 1,
    },
    {
      name: 'chargeAtOnce',
      type: 'checkbox',
      admin: {
        description: {
          de: 'Die Seite sagt es der Person, bevor sie die Karte hinterlegt. Sonst belasten Sie selbst.',
          en: 'The page tells the person so before they store the card. Otherwise you charge it yourself.',
          fr: 'La page l’annonce au client avant l’enregistrement. Sinon, vous débitez vous-même.',
        },
      },
      defaultValue: false,
      label: {
        de: 'Sofort belasten, wenn eine neue Karte hinterlegt ist',
        en: 'Charge at once when a new card is stored',
        fr: 'Débiter dès qu’une nouvelle carte est enregistrée',
      },
    },
    {
      name: 'linkDays',
      type: 'number',
      defaultValue: 30,
      label: {
        de: 'Links sind gültig, Tage',
        en: 'Links are valid for, days',
        fr: 'Validité des liens, en jours',
      },
      max: 365,
      min: 1,
      required: true,
    },
    uniqueKey('planKey'),
  ],
  group: 'setup',
  labels: {
    plural: { de: 'Mahnpläne', en: 'Reminder plans', fr: 'Plans de relance' },
    singular: { de: 'Mahnplan', en: 'Reminder plan', fr: 'Plan de relance' },
  },
  plugin: 'payments',
  scope: 'site',
})
