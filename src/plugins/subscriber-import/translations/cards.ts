const en = {
  name: 'in the name of the file',
  andMore: '{{lines}} and {{count}} more',
  beside: 'outside the table, such as in a comment',
  column: '“{{column}}” (line {{lines}})',
  columnOfSheet: '“{{column}}” on the sheet “{{sheet}}” (line {{lines}})',
}

type Texts = typeof en

const de: Texts = {
  name: 'im Namen der Datei',
  andMore: '{{lines}} und {{count}} weitere',
  beside: 'ausserhalb der Tabelle, etwa in einem Kommentar',
  column: '«{{column}}» (Zeile {{lines}})',
  columnOfSheet: '«{{column}}» auf dem Blatt «{{sheet}}» (Zeile {{lines}})',
}

const fr: Texts = {
  name: 'dans le nom du fichier',
  andMore: '{{lines}} et {{count}} autres',
  beside: 'hors du tableau, par exemple dans un commentaire',
  column: '« {{column}} » (ligne {{lines}})',
  columnOfSheet: '« {{column}} » de la feuille « {{sheet}} » (ligne {{lines}})',
}

/** Where card numbers stand in a file: column and line, never the number. */
export const cards = { de, en, fr }
