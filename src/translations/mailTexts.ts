/** Texts beside the field in which a mail is written. */
const en = {
  choose: 'Choose the e-mail first.',
  failed: 'The preview could not be made.',
  language: 'Language of the preview',
  placeholders: 'Placeholders',
  placeholdersHint:
    'Type them with the double braces, also in the subject. Each mail shows its own value in their place.',
  preview: 'Preview with example values',
  subject: 'Subject',
}

type Texts = typeof en

const de: Texts = {
  choose: 'Wählen Sie zuerst die E-Mail.',
  failed: 'Die Vorschau konnte nicht erstellt werden.',
  language: 'Sprache der Vorschau',
  placeholders: 'Platzhalter',
  placeholdersHint:
    'Mit den doppelten Klammern eintippen, auch im Betreff. In jeder E-Mail steht dort der eigene Wert.',
  preview: 'Vorschau mit Beispielwerten',
  subject: 'Betreff',
}

const fr: Texts = {
  choose: 'Choisissez d’abord l’e-mail.',
  failed: 'L’aperçu n’a pas pu être créé.',
  language: 'Langue de l’aperçu',
  placeholders: 'Champs à remplir',
  placeholdersHint:
    'Tapez-les avec les doubles accolades, aussi dans l’objet. Chaque e-mail y montre sa propre valeur.',
  preview: 'Aperçu avec des valeurs d’exemple',
  subject: 'Objet',
}

export const mailTexts = { de, en, fr }
