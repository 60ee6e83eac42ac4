import type { MailKind } from '../../operations/mails/mailKinds'

import { runEndedWords } from '../../translations/runEnded'

const same = (value: string) => ({ de: value, en: value, fr: value })

/** The mail to whoever started a run, when it has ended. */
export const runEnded: MailKind = {
  name: 'run-ended',
  defaults: {
    de: {
      body: `Guten Tag {{name}}

Der Lauf «{{batch}}» ist {{state}}.

Ergebnis:
{{outcomes}}

Gründe:
{{reasons}}

{{problem}}

{{nextStep}}

Ergebnisse: {{link}}`,
      subject: 'Lauf {{state}}: {{batch}}',
    },
    en: {
      body: `Hello {{name}}

The run “{{batch}}” is {{state}}.

Results:
{{outcomes}}

Reasons:
{{reasons}}

{{problem}}

{{nextStep}}

Results: {{link}}`,
      subject: 'Run {{state}}: {{batch}}',
    },
    fr: {
      body: `Bonjour {{name}}

L’exécution « {{batch}} » est {{state}}.

Résultats :
{{outcomes}}

Motifs :
{{reasons}}

{{problem}}

{{nextStep}}

Résultats : {{link}}`,
      subject: 'Exécution {{state}} : {{batch}}',
    },
  },
  label: {
    de: 'Ende eines Laufs, an wer ihn gestartet hat',
    en: 'End of a run, to whoever started it',
    fr: 'Fin d’une exécution, à qui l’a lancée',
  },
  placeholders: [
    {
      name: 'name',
      example: same('Anna Muster'),
      label: { de: 'Name der Person', en: 'name of the person', fr: 'nom de la personne' },
    },
    {
      name: 'batch',
      example: { de: 'Verlängerung 26/27', en: 'Renewal 26/27', fr: 'Renouvellement 26/27' },
      label: { de: 'Name des Stapels', en: 'name of the batch', fr: 'nom du batch' },
    },
    {
      name: 'state',
      example: {
        de: runEndedWords.de.states.done,
        en: runEndedWords.en.states.done,
        fr: runEndedWords.fr.states.done,
      },
      label: {
        de: 'beendet, angehalten oder gescheitert',
        en: 'done, stopped or failed',
        fr: 'terminée, arrêtée ou échouée',
      },
    },
    {
      name: 'outcomes',
      example: {
        de: '412 · Verlängert\n9 · Nicht verlängert',
        en: '412 · Renewed\n9 · Not renewed',
        fr: '412 · Renouvelés\n9 · Non renouvelés',
      },
      label: { de: 'Anzahl je Ergebnis', en: 'counts by outcome', fr: 'nombre par résultat' },
    },
    {
      name: 'reasons',
      example: {
        de: '6 · Kein freier Platz der Kategorie\n3 · Hat die Verlängerung gestoppt',
        en: '6 · No free seat of the category\n3 · Has stopped the renewal',
        fr: '6 · Aucune place libre de la catégorie\n3 · A arrêté le renouvellement',
      },
      label: { de: 'Anzahl je Grund', en: 'counts by reason', fr: 'nombre par motif' },
    },
    {
      name: 'problem',
      example: same(''),
      label: {
        de: 'der Fehler, wenn er gescheitert ist',
        en: 'the error, when it failed',
        fr: 'l’erreur, en cas d’échec',
      },
    },
    {
      name: 'nextStep',
      example: {
        de: runEndedWords.de.nextSteps.done,
        en: runEndedWords.en.nextSteps.done,
        fr: runEndedWords.fr.nextSteps.done,
      },
      label: { de: 'was jetzt zu tun ist', en: 'what to do now', fr: 'ce qu’il faut faire' },
    },
    {
      name: 'link',
      example: same('https://tickets.example.org/admin/collections/runs/1'),
      isLink: true,
      label: {
        de: 'Link zu den Ergebnissen',
        en: 'link to the results',
        fr: 'lien vers les résultats',
      },
    },
  ],
}
