import type { CollectionConfig } from 'payload'

import { paymentMethodKinds } from '../operations/payments/paymentMethods'
import { createCollection } from './createCollection'
import { amountField, codeField, dateField, nameField, selectField, to } from './fields'
import { slugs } from './slugs'

const isCharged = ({ kind }: { kind?: string }) =>
  kind === 'card' || kind === 'cardInstalments' || kind === 'directDebit'

const mayBeParted = ({ kind }: { kind?: string }) =>
  isCharged({ kind }) || kind === 'invoice' || kind === 'transfer'

/** How a site takes money: for which uses, in how many parts and when, at which fee, and where it is booked. */
export const PaymentMethods: CollectionConfig = createCollection({
  slug: slugs.paymentMethods,
  config: {
    admin: {
      defaultColumns: ['name', 'code', 'kind', 'uses', 'maxInstalments', 'account'],
      useAsTitle: 'name',
    },
  },
  fields: [
    nameField(),
    codeField(),
    selectField('kind', { de: 'Art', en: 'Kind', fr: 'Type' }, paymentMethodKinds, {
      required: true,
    }),
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: { de: 'In Gebrauch', en: 'In use', fr: 'En service' },
    },
    {
      name: 'uses',
      type: 'select',
      defaultValue: ['counter'],
      hasMany: true,
      label: { de: 'Erlaubt für', en: 'Allowed for', fr: 'Autorisé pour' },
      options: [
        { label: { de: 'Kasse', en: 'Box office', fr: 'Guichet' }, value: 'counter' },
        {
          label: { de: 'Ticketshop', en: 'Ticketshop', fr: 'Billetterie en ligne' },
          value: 'shop',
        },
        {
          label: { de: 'Verlängerung', en: 'Renewal', fr: 'Renouvellement' },
          value: 'renewal',
        },
        { label: { de: 'Rückzahlung', en: 'Refund', fr: 'Remboursement' }, value: 'refund' },
      ],
      required: true,
    },
    to(
      'account',
      slugs.paymentAccounts,
      { de: 'Zahlungskonto', en: 'Payment account', fr: 'Compte de paiement' },
      {
        admin: {
          condition: (_, data) => isCharged(data),
          description: {
            de: 'Über dieses Konto wird belastet, ohne dass die Person dabei ist.',
            en: 'Charges go through this account while the person is not there.',
            fr: 'Les débits passent par ce compte, sans que la personne soit présente.',
          },
        },
      },
    ),
    {
      type: 'collapsible',
      admin: { condition: (_, data) => mayBeParted(data) },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'maxInstalments',
              type: 'number',
              defaultValue: 1,
              label: { de: 'Höchstens so viele Raten', en: 'At most so many', fr: 'Au maximum' },
              max: 60,
              min: 1,
              required: true,
            },
            selectField(
              'firstDue',
              { de: 'Erste Rate', en: 'First instalment', fr: 'Première échéance' },
              [
                { label: { de: 'Sofort', en: 'At once', fr: 'Tout de suite' }, value: 'atOnce' },
                {
                  label: {
                    de: 'Nach so vielen Tagen',
                    en: 'After so many days',
                    fr: 'Après tant de jours',
                  },
                  value: 'afterDays',
                },
                {
                  label: { de: 'An einem Datum', en: 'On a date', fr: 'À une date' },
                  value: 'onDate',
                },
              ],
              { defaultValue: 'atOnce', required: true },
            ),
            {
              name: 'firstAfterDays',
              type: 'number',
              admin: { condition: (_, { firstDue }) => firstDue === 'afterDays' },
              defaultValue: 14,
              label: { de: 'Tage', en: 'Days', fr: 'Jours' },
              max: 365,
              min: 0,
            },
            dateField(
              'firstDate',
              { de: 'Datum', en: 'Date', fr: 'Date' },
              {
                admin: { condition: (_, { firstDue }) => firstDue === 'onDate' },
                validate: (value: unknown, { data, req }: any) =>
                  data?.firstDue !== 'onDate' || value ? true : req.t('validation:required'),
              },
            ),
          ],
        },
        {
          type: 'row',
          fields: [
            {
              name: 'intervalCount',
              type: 'number',
              defaultValue: 1,
              label: { de: 'Abstand', en: 'Interval', fr: 'Intervalle' },
              max: 60,
              min: 1,
              required: true,
            },
            selectField(
              'intervalUnit',
              { de: 'Einheit', en: 'Unit', fr: 'Unité' },
              [
                { label: { de: 'Monate', en: 'Months', fr: 'Mois' }, value: 'months' },
                { label: { de: 'Wochen', en: 'Weeks', fr: 'Semaines' }, value: 'weeks' },
                { label: { de: 'Tage', en: 'Days', fr: 'Jours' }, value: 'days' },
              ],
              { defaultValue: 'months', required: true },
            ),
            selectField(
              'rounding',
              {
                de: 'Rundung der Raten',
                en: 'Rounding of the instalments',
                fr: 'Arrondi des échéances',
              },
              [
                { label: { de: 'Auf 0.01', en: 'To 0.01', fr: 'À 0,01' }, value: '1' },
                { label: { de: 'Auf 0.05', en: 'To 0.05', fr: 'À 0,05' }, value: '5' },
                { label: { de: 'Auf 0.10', en: 'To 0.10', fr: 'À 0,10' }, value: '10' },
                { label: { de: 'Auf 1.00', en: 'To 1.00', fr: 'À 1,00' }, value: '100' },
              ],
              {
                admin: {
                  description: {
                    de: 'Die letzte Rate nimmt den Rest auf.',
                    en: 'The last instalment takes the rest.',
                    fr: 'La dernière échéance prend le reste.',
                  },
                },
                defaultValue: '1',
                required: true,
              },
            ),
          ],
        },
        {
          type: 'row',
          fields: [
            amountField(
              'feePerOrder',
              { de: 'Gebühr je Auftrag', en: 'Fee per order', fr: 'Frais par ordre' },
              { defaultValue: 0, min: 0, required: true },
            ),
            amountField(
              'feePerInstalment',
              { de: 'Gebühr je Rate', en: 'Fee per instalment', fr: 'Frais par échéance' },
              { defaultValue: 0, min: 0, required: true },
            ),
          ],
        },
        {
          type: 'row',
          fields: [
            {
              name: 'retries',
              type: 'number',
              admin: {
                condition: (_, data) => isCharged(data),
                description: {
                  de: 'Nur wo ein neuer Versuch helfen kann, etwa bei fehlender Deckung.',
                  en: 'Only where trying again can help, as with missing funds.',
                  fr: 'Seulement si un nouvel essai peut aider, par exemple faute de provision.',
                },
              },
              defaultValue: 1,
              label: { de: 'Weitere Versuche', en: 'Further attempts', fr: 'Nouvelles tentatives' },
              max: 5,
              min: 0,
              required: true,
            },
            {
              name: 'retryAfterDays',
              type: 'number',
              admin: { condition: (_, data) => isCharged(data) },
              defaultValue: 5,
              label: {
                de: 'Tage bis zum nächsten Versuch',
                en: 'Days until the next attempt',
                fr: 'Jours jusqu’à la tentative suivante',
              },
              max: 60,
              min: 1,
              required: true,
            },
          ],
        },
      ],
      label: {
        de: 'Raten, Termine und Gebühren',
        en: 'Instalments, dates and fees',
        fr: 'Échéances, dates et frais',
      },
    },
    {
      name: 'accountingCode',
      type: 'text',
      label: { de: 'Buchungskonto', en: 'Accounting code', fr: 'Code comptable' },
      maxLength: 40,
    },
  ],
  group: 'setup',
  labels: {
    plural: { de: 'Zahlungsarten', en: 'Payment methods', fr: 'Modes de règlement' },
    singular: { de: 'Zahlungsart', en: 'Payment method', fr: 'Mode de règlement' },
  },
  scope: 'site',
})
