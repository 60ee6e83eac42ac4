const en = {
  check: 'Check the file',
  checkHelp: 'Reads every line and reports what is wrong. Imports nothing.',
  column: 'Column of the file',
  columns: 'Which column is what',
  columnsHelp: 'Proposed from the headers. Change what is wrong, then save.',
  field: 'Field',
  importAll: 'Import all or nothing',
  importGood: 'Import the good files',
  importHelp: 'What is in already is left alone: importing the same file again adds nothing.',
  missing: 'Still without a column: {{names}}.',
  none: '– not in the file –',
  required: 'needed',
  saveFirst: 'Save first: choose the file, site and season.',
  start: 'Check and import',
  stopsLost:
    'The column “{{column}}” says who stopped. Choose the criterion for “terminated”, or it is not taken over.',
  toImport: 'To the file',
  unreadable: 'The file cannot be read: {{reason}}',
}

type Texts = typeof en

const de: Texts = {
  check: 'Datei prüfen',
  checkHelp: 'Liest jede Zeile und berichtet, was nicht stimmt. Liest nichts ein.',
  column: 'Spalte der Datei',
  columns: 'Welche Spalte ist was',
  columnsHelp:
    'Aus den Überschriften vorgeschlagen. Ändern Sie, was nicht stimmt, und speichern Sie.',
  field: 'Feld',
  importAll: 'Alles oder nichts einlesen',
  importGood: 'Die guten Dossiers einlesen',
  importHelp: 'Was schon da ist, bleibt: Dieselbe Datei nochmals einzulesen fügt nichts hinzu.',
  missing: 'Noch ohne Spalte: {{names}}.',
  none: '– nicht in der Datei –',
  required: 'nötig',
  saveFirst: 'Zuerst speichern: Datei, Standort und Saison wählen.',
  start: 'Prüfen und einlesen',
  stopsLost:
    'Die Spalte «{{column}}» sagt, wer gekündigt hat. Wählen Sie das Kriterium für «gekündigt», sonst wird es nicht übernommen.',
  toImport: 'Zur Datei',
  unreadable: 'Die Datei lässt sich nicht lesen: {{reason}}',
}

const fr: Texts = {
  check: 'Vérifier le fichier',
  checkHelp: 'Lit chaque ligne et signale ce qui ne va pas. N’importe rien.',
  column: 'Colonne du fichier',
  columns: 'Quelle colonne contient quoi',
  columnsHelp: 'Proposé d’après les en-têtes. Modifiez ce qui est faux, puis enregistrez.',
  field: 'Champ',
  importAll: 'Tout importer ou rien',
  importGood: 'Importer les bons dossiers',
  importHelp: 'Ce qui est déjà là ne change pas : réimporter le même fichier n’ajoute rien.',
  missing: 'Encore sans colonne : {{names}}.',
  none: '– absent du fichier –',
  required: 'requis',
  saveFirst: 'Enregistrez d’abord : choisissez fichier, site et saison.',
  start: 'Vérifier et importer',
  stopsLost:
    'La colonne « {{column}} » dit qui a résilié. Choisissez le critère pour « résilié », sinon ce n’est pas repris.',
  toImport: 'Vers le fichier',
  unreadable: 'Le fichier est illisible : {{reason}}',
}

export const screens = { de, en, fr }
