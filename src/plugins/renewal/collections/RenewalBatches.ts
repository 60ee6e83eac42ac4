import type { CollectionConfig, Field } from 'payload'

import type { Text } from '../../../collections/createCollection'

import { createCollection } from '../../../collections/createCollection'
import { dateField, momentField, nameField, selectField, to } from '../../../collections/fields'
import { slugs } from '../../../collections/slugs'
import { checkBatch } from '../hooks/checkBatch'

export const renewalBatchesSlug = 'renewal-batches'

const ofSeason = (seasonField: 'originSeason' | 'targetSeason') => ({
  filterOptions: ({ data }: { data: Record<string, any> }) => {
    const season = data?.[seasonField]
    return season ? { season: { equals: season?.id ?? season } } : true
  },
})

const isScheduled = (data: Record<string, any>): boolean =>
  data?.when === 'once' || data?.when === 'repeat'

/** A part of the form under a heading of its own; it changes nothing in the data. */
const section = (label: Text, fields: Field[], description?: Text): Field => ({
  type: 'group',
  admin: { description, hideGutter: true },
  fields,
  label,
})

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
    section({ de: 'Was wird woraus', en: 'What becomes what', fr: 'Correspondances' }, [
      {
        name: 'mapping',
        type: 'array',
        admin: {
          components: { RowLabel: '/plugins/renewal/components/MappingRowLabel#MappingRowLabel' },
          description: {
            de: 'Beim Speichern wird zugeordnet, was noch fehlt: gleicher Code, sonst gleicher Name. Ohne Ziel wird nicht verlängert.',
            en: 'Saving maps what is still missing: same code, else same name. Without a target a subscription is not renewed.',
            fr: 'L’enregistrement associe ce qui manque : même code, sinon même nom. Sans cible, pas de renouvellement.',
          },
          initCollapsed: true,
        },
        fields: [
          {
            type: 'row',
            fields: [
              to(
                'origin',
                slugs.subscriptions,
                { de: 'Abonnement bisher', en: 'Subscription so far', fr: 'Abonnement actuel' },
                { ...ofSeason('originSeason'), admin: { allowCreate: false }, required: true },
              ),
              to(
                'target',
                slugs.subscriptions,
                { de: 'Abonnement neu', en: 'New subscription', fr: 'Nouvel abonnement' },
                { ...ofSeason('targetSeason'), admin: { allowCreate: false } },
              ),
              to(
                'criterion',
                slugs.criteria,
                {
                  de: 'Eigenes Kündigungskriterium',
                  en: 'Its own stop criterion',
                  fr: 'Critère d’arrêt propre',
                },
                { admin: { allowCreate: false } },
              ),
            ],
          },
        ],
        label: { de: 'Abonnements', en: 'Subscriptions', fr: 'Abonnements' },
        labels: {
          plural: { de: 'Abonnements', en: 'Subscriptions', fr: 'Abonnements' },
          singular: { de: 'Abonnement', en: 'Subscription', fr: 'Abonnement' },
        },
      },
      {
        name: 'tariffMapping',
        type: 'array',
        admin: {
          components: { RowLabel: '/plugins/renewal/components/MappingRowLabel#MappingRowLabel' },
          initCollapsed: true,
        },
        fields: [
          {
            type: 'row',
            fields: [
              to(
                'origin',
                slugs.tariffs,
                { de: 'Tarif bisher', en: 'Tariff so far', fr: 'Tarif actuel' },
                { admin: { allowCreate: false }, required: true },
              ),
              to(
                'target',
                slugs.tariffs,
                { de: 'Tarif neu', en: 'New tariff', fr: 'Nouveau tarif' },
                { admin: { allowCreate: false } },
              ),
            ],
          },
        ],
        label: { de: 'Tarife', en: 'Tariffs', fr: 'Tarifs' },
        labels: {
          plural: { de: 'Tarife', en: 'Tariffs', fr: 'Tarifs' },
          singular: { de: 'Tarif', en: 'Tariff', fr: 'Tarif' },
        },
      },
    ]),
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
    section({ de: 'Wie viel auf einmal', en: 'How much at a time', fr: 'Combien à la fois' }, [
      {
        type: 'row',
        fields: [
          {
            name: 'fileNumbers',
            type: 'text',
            admin: {
              description: {
                de: 'Nur diese Dossiers, zum Beispiel 1047, 1052. Leer: alle.',
                en: 'These files only, for example 1047, 1052. Empty: all.',
                fr: 'Seulement ces dossiers, par exemple 1047, 1052. Vide : tous.',
              },
              width: '50%',
            },
            label: { de: 'Dossiers', en: 'Files', fr: 'Dossiers' },
          },
          {
            name: 'batchSize',
            type: 'number',
            admin: {
              description: {
                de: 'So viele Dossiers höchstens; der nächste Lauf macht mit den übrigen weiter. Leer: alle.',
                en: 'At most so many files; the next run goes on with the rest. Empty: all.',
                fr: 'Au plus tant de dossiers ; l’exécution suivante continue. Vide : tous.',
              },
              width: '50%',
            },
            label: { de: 'Stapelgrösse', en: 'Batch size', fr: 'Taille du batch' },
            max: 1_000_000,
            min: 1,
          },
        ],
      },
    ]),
    section({ de: 'Wann', en: 'When', fr: 'Quand' }, [
      {
        type: 'row',
        fields: [
          selectField(
            'when',
            { de: 'Start', en: 'Start', fr: 'Lancement' },
            [
              {
                label: { de: 'Von Hand starten', en: 'Start by hand', fr: 'Lancer à la main' },
                value: 'byHand',
              },
              {
                label: {
                  de: 'Einmal zu einem Zeitpunkt',
                  en: 'Once at a date and time',
                  fr: 'Une fois, à date et heure',
                },
                value: 'once',
              },
              { label: { de: 'Wiederholt', en: 'Repeated', fr: 'Répété' }, value: 'repeat' },
            ],
            { admin: { isClearable: false }, defaultValue: 'byHand', required: true },
          ),
          momentField(
            'startAt',
            { de: 'Zeitpunkt', en: 'Date and time', fr: 'Date et heure' },
            {
              admin: {
                condition: isScheduled,
                date: {
                  displayFormat: 'dd.MM.yyyy HH:mm',
                  pickerAppearance: 'dayAndTime',
                  timeFormat: 'HH:mm',
                },
              },
            },
          ),
          selectField(
            'every',
            { de: 'Wiederholung', en: 'Repetition', fr: 'Répétition' },
            [
              {
                label: { de: 'Jede Stunde', en: 'Every hour', fr: 'Toutes les heures' },
                value: 'hour',
              },
              { label: { de: 'Jeden Tag', en: 'Every day', fr: 'Tous les jours' }, value: 'day' },
              {
                label: { de: 'Jede Woche', en: 'Every week', fr: 'Toutes les semaines' },
                value: 'week',
              },
            ],
            { admin: { condition: (data) => data?.when === 'repeat' }, index: false },
          ),
        ],
      },
      {
        name: 'simulation',
        type: 'checkbox',
        admin: {
          // By hand there is a button for each.
          condition: isScheduled,
          description: {
            de: 'Alles wird entschieden und berichtet, nichts geschrieben.',
            en: 'Everything is decided and reported, nothing is written.',
            fr: 'Tout est décidé et rapporté, rien n’est écrit.',
          },
        },
        defaultValue: true,
        label: { de: 'Nur simulieren', en: 'Simulate only', fr: 'Simuler seulement' },
      },
    ]),
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
})
