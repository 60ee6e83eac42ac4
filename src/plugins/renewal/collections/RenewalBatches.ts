import type { CollectionConfig } from 'payload'

import { createCollection } from '../../../collections/createCollection'
import { dateField, momentField, nameField, selectField, to } from '../../../collections/fields'
import { slugs } from '../../../collections/slugs'
import { checkBatch } from '../hooks/checkBatch'
import { mappingSection } from './mappingSection'
import { section } from './section'
import { timingSections } from './timingSections'

export const renewalBatchesSlug = 'renewal-batches'

/** The renewal batch: which subscriptions become which, and by what rules (manual 1 step 1, manual 2). */
export const RenewalBatches: CollectionConfig = createCollection({
  slug: renewalBatchesSlug,
  config: {
    admin: {
      components: {
        edit: {
          beforeDocumentControls: ['/plugins/renewal/components/StartControls#StartControls'],
        },
        // Tools › Batches: what is new, scheduled, running and done.
        views: { list: { Component: '/plugins/renewal/views/BatchesList#BatchesList' } },
      },
      defaultColumns: ['name', 'originSeason', 'targetSeason', 'simulation', 'state', 'nextRunAt'],
      useAsTitle: 'name',
    },
    disableDuplicate: false,
    hooks: { beforeValidate: [checkBatch] },
  },
  fields: [
    {
      name: 'check',
      type: 'ui',
      admin: {
        components: { Field: '/plugins/renewal/components/CheckPanel#CheckPanel' },
        disableBulkEdit: true,
        disableListColumn: true,
      },
    },
    section({ de: 'Saisons', en: 'Seasons', fr: 'Saisons' }, [
      nameField(),
      {
        type: 'row',
        fields: [
          to(
            'originSeason',
            slugs.seasons,
            { de: 'Von Saison', en: 'From season', fr: 'De la saison' },
            { admin: { allowCreate: false, width: '50%' }, required: true },
          ),
          to(
            'targetSeason',
            slugs.seasons,
            { de: 'In Saison', en: 'Into season', fr: 'Vers la saison' },
            { admin: { allowCreate: false, width: '50%' }, required: true },
          ),
        ],
      },
    ]),
    mappingSection,
    section({ de: 'Wer nicht verlängert wird', en: 'Who is left out', fr: 'Qui est exclu' }, [
      to(
        'criterion',
        slugs.criteria,
        { de: 'Kündigungskriterium', en: 'Termination criterion', fr: 'Critère de résiliation' },
        {
          admin: {
            allowCreate: false,
            description: {
              de: 'Wer hier «Ja» geantwortet hat, wird nicht verlängert (nur bei automatischer Verlängerung). Wer zahlt, entscheidet für alle.',
              en: 'Who answered “yes” here is not renewed (automatic renewal only). Who pays decides for all.',
              fr: 'Qui a répondu « oui » n’est pas renouvelé (renouvellement automatique seulement). Qui paie décide pour tous.',
            },
          },
        },
      ),
    ]),
    section({ de: 'Verkauf und Zahlung', en: 'Sale and payment', fr: 'Vente et règlement' }, [
      to(
        'salesChannel',
        slugs.salesChannels,
        { de: 'Vertriebskanal', en: 'Sales channel', fr: 'Filière de vente' },
        {
          admin: {
            allowCreate: false,
            description: {
              de: 'Ein Ticketshop zeigt die neuen Dossiers erst, wenn ihm dieser Kanal zugeordnet ist.',
              en: 'A ticketshop shows the new files only when this channel is associated with it.',
              fr: 'Une billetterie ne montre les nouveaux dossiers que si cette filière lui est associée.',
            },
          },
          required: true,
        },
      ),
      {
        type: 'row',
        fields: [
          dateField(
            'paymentDeadline',
            {
              de: 'Zahlungsfrist für Reservationen',
              en: 'Payment deadline of reservations',
              fr: 'Délai de paiement des réservations',
            },
            {
              admin: {
                date: { displayFormat: 'dd.MM.yyyy', pickerAppearance: 'dayOnly' },
                width: '50%',
              },
              required: true,
            },
          ),
          selectField(
            'onFailure',
            {
              de: 'Wenn nicht bezahlt oder versandt werden kann',
              en: 'When it cannot be paid or shipped',
              fr: 'Si le paiement ou l’envoi est impossible',
            },
            [
              {
                label: {
                  de: 'Reservation anlegen',
                  en: 'Create a reservation',
                  fr: 'Créer une réservation',
                },
                value: 'reservation',
              },
              {
                label: { de: 'Nichts anlegen', en: 'Create nothing', fr: 'Ne rien créer' },
                value: 'nothing',
              },
            ],
            {
              admin: { isClearable: false, width: '50%' },
              defaultValue: 'reservation',
              index: false,
              required: true,
            },
          ),
        ],
      },
    ]),
    section(
      { de: 'Versand', en: 'Shipment', fr: 'Envoi' },
      [
        {
          type: 'row',
          fields: [
            to(
              'shipmentModes',
              slugs.shipmentModes,
              {
                de: 'Mögliche Versandarten',
                en: 'Available shipment modes',
                fr: 'Modes d’envoi disponibles',
              },
              { admin: { allowCreate: false, width: '50%' }, hasMany: true },
            ),
            to(
              'fallbackShipmentMode',
              slugs.shipmentModes,
              {
                de: 'Versandart, wenn keine passt',
                en: 'Fallback shipment mode',
                fr: 'Mode d’envoi de repli',
              },
              { admin: { allowCreate: false, width: '50%' } },
            ),
          ],
        },
      ],
      {
        de: 'Automatische Verkäufe brauchen beides. Die Versandart vom letzten Jahr bleibt, wenn sie möglich ist.',
        en: 'Automatic sales need both. Last year’s shipment mode stays where it is available.',
        fr: 'Les ventes automatiques ont besoin des deux. Le mode de l’an dernier reste s’il est disponible.',
      },
    ),
    ...timingSections,
    selectField(
      'state',
      { de: 'Stand', en: 'State', fr: 'État' },
      [
        { label: { de: 'Neu', en: 'New', fr: 'Nouveau' }, value: 'new' },
        { label: { de: 'Geplant', en: 'Scheduled', fr: 'Planifié' }, value: 'scheduled' },
        { label: { de: 'Läuft', en: 'Running', fr: 'En cours' }, value: 'running' },
        { label: { de: 'Erledigt', en: 'Done', fr: 'Terminé' }, value: 'done' },
      ],
      {
        access: { create: () => false, update: () => false },
        admin: {
          condition: (data) => Boolean(data?.lastRun || data?.nextRunAt),
          position: 'sidebar',
          readOnly: true,
        },
        defaultValue: 'new',
      },
    ),
    momentField(
      'nextRunAt',
      { de: 'Nächster Lauf', en: 'Next run', fr: 'Prochaine exécution' },
      {
        access: { create: () => false, update: () => false },
        admin: {
          condition: (data) => Boolean(data?.nextRunAt),
          date: {
            displayFormat: 'dd.MM.yyyy HH:mm',
            pickerAppearance: 'dayAndTime',
            timeFormat: 'HH:mm',
          },
          position: 'sidebar',
          readOnly: true,
        },
        index: true,
      },
    ),
    to(
      'lastRun',
      slugs.runs,
      { de: 'Letzter Lauf', en: 'Last run', fr: 'Dernière exécution' },
      {
        access: { create: () => false, update: () => false },
        admin: { condition: (data) => Boolean(data?.lastRun), position: 'sidebar', readOnly: true },
      },
    ),
    to(
      'startedBy',
      slugs.users,
      { de: 'Geplant von', en: 'Scheduled by', fr: 'Planifié par' },
      {
        access: { create: () => false, update: () => false },
        admin: { hidden: true },
      },
    ),
  ],
  group: 'tools',
  labels: {
    plural: { de: 'Stapel', en: 'Batches', fr: 'Batch' },
    singular: { de: 'Verlängerungsstapel', en: 'Renewal batch', fr: 'Batch de renouvellement' },
  },
  plugin: 'renewal',
  scope: 'site',
  siteComes: 'first',
})
