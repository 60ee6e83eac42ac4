import type { CollectionConfig } from 'payload'

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

/** The renewal batch: which subscriptions become which, and by what rules (manual 1 step 1, manual 2). */
export const RenewalBatches: CollectionConfig = createCollection({
  slug: renewalBatchesSlug,
  config: {
    admin: {
      components: {
        edit: {
          beforeDocumentControls: ['/plugins/renewal/components/StartControls#StartControls'],
        },
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
    nameField(),
    {
      type: 'row',
      fields: [
        to('originSeason', slugs.seasons, { de: 'Von Saison', en: 'From season', fr: 'De la saison' }, { required: true }),
        to('targetSeason', slugs.seasons, { de: 'In Saison', en: 'Into season', fr: 'Vers la saison' }, { required: true }),
      ],
    },
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
      },
      fields: [
        {
          type: 'row',
          fields: [
            to('origin', slugs.subscriptions, { de: 'Abonnement bisher', en: 'Subscription so far', fr: 'Abonnement actuel' }, { ...ofSeason('originSeason'), required: true }),
            to('target', slugs.subscriptions, { de: 'Abonnement neu', en: 'New subscription', fr: 'Nouvel abonnement' }, ofSeason('targetSeason')),
            to('criterion', slugs.criteria, { de: 'Eigenes Kündigungskriterium', en: 'Its own stop criterion', fr: 'Critère d’arrêt propre' }),
          ],
        },
      ],
      label: { de: 'Abonnements', en: 'Subscriptions', fr: 'Abonnements' },
    },
    {
      name: 'tariffMapping',
      type: 'array',
      admin: { initCollapsed: true },
      fields: [
        {
          type: 'row',
          fields: [
            to('origin', slugs.tariffs, { de: 'Tarif bisher', en: 'Tariff so far', fr: 'Tarif actuel' }, { required: true }),
            to('target', slugs.tariffs, { de: 'Tarif neu', en: 'New tariff', fr: 'Nouveau tarif' }),
          ],
        },
      ],
      label: { de: 'Tarife', en: 'Tariffs', fr: 'Tarifs' },
    },
    {
      type: 'row',
      fields: [
        to('salesChannel', slugs.salesChannels, { de: 'Vertriebskanal', en: 'Sales channel', fr: 'Filière de vente' }, {
          admin: {
            description: {
              de: 'Ein Ticketshop zeigt die neuen Dossiers erst, wenn ihm dieser Kanal zugeordnet ist.',
              en: 'A ticketshop shows the new files only when this channel is associated with it.',
              fr: 'Une billetterie ne montre les nouveaux dossiers que si cette filière lui est associée.',
            },
          },
          required: true,
        }),
        dateField('paymentDeadline', { de: 'Zahlungsfrist für Reservationen', en: 'Payment deadline of reservations', fr: 'Délai de paiement des réservations' }, { required: true }),
      ],
    },
    to('criterion', slugs.criteria, { de: 'Kündigungskriterium', en: 'Termination criterion', fr: 'Critère de résiliation' }, {
      admin: {
        description: {
          de: 'Wer hier «Ja» geantwortet hat, wird nicht verlängert (nur bei automatischer Verlängerung). Wer zahlt, entscheidet für alle.',
          en: 'Who answered “yes” here is not renewed (automatic renewal only). Who pays decides for all.',
          fr: 'Qui a répondu « oui » n’est pas renouvelé (renouvellement automatique seulement). Qui paie décide pour tous.',
        },
      },
    }),
    {
      type: 'row',
      fields: [
        to('shipmentModes', slugs.shipmentModes, { de: 'Mögliche Versandarten', en: 'Available shipment modes', fr: 'Modes d’envoi disponibles' }, { hasMany: true }),
        to('fallbackShipmentMode', slugs.shipmentModes, { de: 'Versandart, wenn keine passt', en: 'Fallback shipment mode', fr: 'Mode d’envoi de repli' }),
      ],
    },
    selectField(
      'onFailure',
      { de: 'Wenn nicht bezahlt oder versandt werden kann', en: 'When it cannot be paid or shipped', fr: 'Si le paiement ou l’envoi est impossible' },
      [
        { label: { de: 'Reservation anlegen', en: 'Create a reservation', fr: 'Créer une réservation' }, value: 'reservation' },
        { label: { de: 'Nichts anlegen', en: 'Create nothing', fr: 'Ne rien créer' }, value: 'nothing' },
      ],
      { defaultValue: 'reservation', index: false, required: true },
    ),
    {
      type: 'row',
      fields: [
        {
          name: 'simulation',
          type: 'checkbox',
          admin: {
            description: {
              de: 'Alles wird entschieden und berichtet, nichts geschrieben.',
              en: 'Everything is decided and reported, nothing is written.',
              fr: 'Tout est décidé et rapporté, rien n’est écrit.',
            },
          },
          defaultValue: true,
          label: { de: 'Simulation', en: 'Simulation', fr: 'Simulation' },
        },
        {
          name: 'fileNumbers',
          type: 'text',
          admin: {
            description: {
              de: 'Nur diese Dossiers, zum Beispiel 1047, 1052. Leer: alle.',
              en: 'These files only, for example 1047, 1052. Empty: all.',
              fr: 'Seulement ces dossiers, par exemple 1047, 1052. Vide : tous.',
            },
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
          },
          label: { de: 'Stapelgrösse', en: 'Batch size', fr: 'Taille du batch' },
          max: 1_000_000,
          min: 1,
        },
      ],
    },
    {
      type: 'row',
      fields: [
        selectField(
          'when',
          { de: 'Wann', en: 'When', fr: 'Quand' },
          [
            { label: { de: 'Von Hand starten', en: 'Start by hand', fr: 'Lancer à la main' }, value: 'byHand' },
            { label: { de: 'Einmal zu einem Zeitpunkt', en: 'Once at a date and time', fr: 'Une fois, à date et heure' }, value: 'once' },
            { label: { de: 'Wiederholt', en: 'Repeated', fr: 'Répété' }, value: 'repeat' },
          ],
          { defaultValue: 'byHand', required: true },
        ),
        momentField('startAt', { de: 'Zeitpunkt', en: 'Date and time', fr: 'Date et heure' }, {
          admin: { condition: (data) => data?.when === 'once' || data?.when === 'repeat' },
        }),
        selectField(
          'every',
          { de: 'Wiederholung', en: 'Repetition', fr: 'Répétition' },
          [
            { label: { de: 'Jede Stunde', en: 'Every hour', fr: 'Toutes les heures' }, value: 'hour' },
            { label: { de: 'Jeden Tag', en: 'Every day', fr: 'Tous les jours' }, value: 'day' },
            { label: { de: 'Jede Woche', en: 'Every week', fr: 'Toutes les semaines' }, value: 'week' },
          ],
          { admin: { condition: (data) => data?.when === 'repeat' }, index: false },
        ),
      ],
    },
    selectField(
      'state',
      { de: 'Stand', en: 'State', fr: 'État' },
      [
        { label: { de: 'Neu', en: 'New', fr: 'Nouveau' }, value: 'new' },
        { label: { de: 'Geplant', en: 'Scheduled', fr: 'Planifié' }, value: 'scheduled' },
        { label: { de: 'Läuft', en: 'Running', fr: 'En cours' }, value: 'running' },
        { label: { de: 'Erledigt', en: 'Done', fr: 'Terminé' }, value: 'done' },
      ],
      { access: { create: () => false, update: () => false }, admin: { position: 'sidebar', readOnly: true }, defaultValue: 'new' },
    ),
    momentField('nextRunAt', { de: 'Nächster Lauf', en: 'Next run', fr: 'Prochaine exécution' }, {
      access: { create: () => false, update: () => false },
      admin: { position: 'sidebar', readOnly: true },
      index: true,
    }),
    to('lastRun', slugs.runs, { de: 'Letzter Lauf', en: 'Last run', fr: 'Dernière exécution' }, {
      access: { create: () => false, update: () => false },
      admin: { position: 'sidebar', readOnly: true },
    }),
    to('startedBy', slugs.users, { de: 'Geplant von', en: 'Scheduled by', fr: 'Planifié par' }, {
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
    }),
  ],
  group: 'tools',
  labels: {
    plural: { de: 'Stapel: Verlängerung', en: 'Batches: renewal', fr: 'Batch : renouvellement' },
    singular: { de: 'Verlängerungsstapel', en: 'Renewal batch', fr: 'Batch de renouvellement' },
  },
  scope: 'site',
})
