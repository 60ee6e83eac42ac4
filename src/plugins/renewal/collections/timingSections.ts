import type { Field } from 'payload'

import { momentField, selectField } from '../../../collections/fields'
import { section } from './section'

const isScheduled = (data: Record<string, any>): boolean =>
  data?.when === 'once' || data?.when === 'repeat'

/** How much at a time, and when. */
export const timingSections: Field[] = [
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
    {
      name: 'notify',
      type: 'checkbox',
      admin: {
        description: {
          de: 'Wer den Stapel startet, erhält eine E-Mail mit dem Ergebnis. Nicht bei einer Simulation.',
          en: 'Whoever starts the batch gets an e-mail with the result. Not for a simulation.',
          fr: 'La personne qui lance le batch reçoit un e-mail avec le résultat. Pas pour une simulation.',
        },
      },
      defaultValue: true,
      label: {
        de: 'E-Mail, wenn der Lauf zu Ende ist',
        en: 'E-mail when the run has ended',
        fr: 'E-mail à la fin de l’exécution',
      },
    },
  ]),
]
