import type * as english from './en'

/** Warum, je Code. */
export const reasons: typeof english.reasons = {
  amount: '«{{value}}» ist kein Betrag.',
  amountAmbiguous: '«{{value}}» kann man als zwei verschiedene Beträge lesen.',
  amountDecimals: '«{{value}}» hat mehr Nachkommastellen als die Währung.',
  amountNegative: '«{{value}}» ist kleiner als null.',
  binaryFile: 'Die Datei {{value}} ist weder eine Texttabelle noch eine Excel-Mappe.',
  brokenQuotes: 'Auf dieser Zeile steht ein Anführungszeichen am falschen Ort.',
  brokenText: 'In «{{value}}» ist beim Speichern ein Buchstabe verloren gegangen.',
  brokenWorkbook:
    'Die Excel-Mappe {{value}} ist beschädigt oder geschützt und lässt sich nicht lesen.',
  cardNumber: 'Auf dieser Zeile steht eine Kartennummer.',
  cardNumberInHeader: 'Auf der ersten Zeile von {{value}} steht eine Kartennummer.',
  country: 'Das Land «{{value}}» ist nicht bekannt.',
  currency: 'Die Währung «{{value}}» ist nicht bekannt.',
  currencyMismatch: 'Preis und Währungsspalte nennen verschiedene Währungen ({{value}}).',
  date: '«{{value}}» ist kein Datum, das sich sicher lesen lässt.',
  digitsLost:
    'Excel hat in dieser Zelle eine lange Nummer gerundet; die letzten Ziffern sind verloren.',
  email: '«{{value}}» ist keine E-Mail-Adresse.',
  embeddedFile:
    'In der Arbeitsmappe {{value}} steckt eine weitere Datei, zum Beispiel ein Word-Dokument oder eine zweite Arbeitsmappe.',
  emptyFile: 'Die Datei {{value}} ist leer.',
  excelError: 'Die Zelle zeigt einen Fehler von Excel: {{value}}',
  expiry: '«{{value}}» ist kein Monat und Jahr einer Karte.',
  fileTooLarge: 'Die Datei ist grösser als {{value}}.',
  formulaWithoutValue: 'In dieser Zelle steht eine Formel, deren Ergebnis nicht gespeichert wurde.',
  iban: '«{{value}}» ist keine gültige IBAN.',
  integer: '«{{value}}» ist keine Anzahl Raten von 1 bis 60.',
  language: 'Die Sprache «{{value}}» steht nicht zur Auswahl.',
  lastFour: '«{{value}}» sind nicht die letzten vier Ziffern einer Karte.',
  lineTooLong: 'Die Zeile, die bei {{value}} beginnt, ist zu lang.',
  mixedEncoding: 'In {{value}} sind Umlaute und Akzente auf verschiedene Arten geschrieben.',
  nameMissing: 'Es fehlen Nachname und Firma.',
  noHeader: 'Auf der ersten Zeile von {{value}} stehen keine Spaltentitel.',
  notTable: 'Die Datei {{value}} ist eine Webseite oder ein Dokument, keine Tabelle.',
  notWorkbook: 'Die Datei {{value}} enthält kein Tabellenblatt, das sich lesen lässt.',
  oldWorkbook: 'Die Datei {{value}} ist im alten Excel-Format oder mit einem Passwort geschützt.',
  paymentMethod: 'Die Zahlungsart «{{value}}» ist nicht bekannt.',
  quoteNotClosed: 'Ein Anführungszeichen auf der Zeile {{value}} wird nirgends geschlossen.',
  required: 'Diese Angabe fehlt.',
  tooFewCells: 'Die Zeile hat {{value}} Zellen, weniger als es Spaltentitel gibt.',
  tooLong: '«{{value}}» ist zu lang.',
  tooManyCells: 'Die Zeile hat {{value}} Zellen, mehr als es Spaltentitel gibt.',
  tooManyColumns: 'Die Datei hat mehr als {{value}} Spalten.',
  tooManyRows: 'Die Datei hat mehr als {{value}} Zeilen.',
  unknownEncoding:
    'Umlaute und Akzente in {{value}} sind in einer Art geschrieben, die wir nicht kennen.',
  unzippedTooLarge: 'Die Excel-Mappe ist entpackt grösser als {{value}}.',
  yesNo: '«{{value}}» ist weder Ja noch Nein.',
}

/** Was jetzt zu tun ist, je Code. */
export const nextSteps: typeof english.nextSteps = {
  amount: 'Schreiben Sie ihn so: 1234.50, ohne Wörter.',
  amountAmbiguous:
    'Schreiben Sie ihn mit zwei Nachkommastellen und ohne Tausenderzeichen: 1234.00.',
  amountDecimals: 'Runden Sie ihn auf ganze Rappen oder Cents.',
  amountNegative: 'Schreiben Sie den Preis als positiven Betrag; lassen Sie Rückzahlungen weg.',
  binaryFile: 'Speichern Sie sie als «CSV UTF-8» oder als Excel-Arbeitsmappe (.xlsx).',
  brokenQuotes:
    'Entfernen Sie es, oder setzen Sie die ganze Zelle in Anführungszeichen und verdoppeln Sie jene darin.',
  brokenText:
    'Speichern Sie die Datei neu als «CSV UTF-8» oder .xlsx, oder berichtigen Sie das Wort.',
  brokenWorkbook: 'Öffnen Sie sie in Excel und speichern Sie sie neu als .xlsx ohne Passwort.',
  cardNumber:
    'Löschen Sie sie aus der Datei; für hinterlegte Karten geben Sie den Alias Ihres Zahlungsanbieters an.',
  cardNumberInHeader:
    'Löschen Sie sie, und stellen Sie sicher, dass die erste Zeile die Spaltentitel enthält.',
  country:
    'Schreiben Sie den Namen auf Deutsch, Französisch oder Englisch oder den Code, zum Beispiel CH.',
  currency: 'Schreiben Sie den Code, zum Beispiel CHF oder EUR.',
  currencyMismatch: 'Berichtigen Sie eines von beiden.',
  date: 'Schreiben Sie es so: 31.05.2025 oder 2025-05-31, das Jahr mit vier Ziffern.',
  digitsLost: 'Formatieren Sie die Spalte als Text und geben Sie die Nummer neu ein.',
  email: 'Berichtigen Sie sie auf eine Adresse wie name@example.com, oder lassen Sie sie leer.',
  embeddedFile:
    'Löschen Sie dieses Objekt vom Blatt, oder kopieren Sie nur die Liste in eine neue Arbeitsmappe und speichern Sie diese.',
  emptyFile:
    'Prüfen Sie, ob es die richtige Datei ist und die Liste auf dem ersten Tabellenblatt steht.',
  excelError: 'Berichtigen Sie die Formel in Excel, oder geben Sie den Wert selbst ein.',
  expiry: 'Schreiben Sie es wie 12/27 oder 2027-12, oder lassen Sie die Zelle leer.',
  fileTooLarge: 'Teilen Sie sie in mehrere Dateien auf.',
  formulaWithoutValue:
    'Öffnen Sie die Datei in Excel, speichern Sie sie und laden Sie sie neu hoch.',
  iban: 'Prüfen Sie sie auf Tippfehler, oder lassen Sie die Zelle leer.',
  integer: 'Schreiben Sie eine ganze Zahl, zum Beispiel 3.',
  language: 'Schreiben Sie de, fr oder en, oder lassen Sie die Zelle leer.',
  lastFour:
    'Schreiben Sie nur die letzten vier Ziffern, zum Beispiel 4242, oder lassen Sie die Zelle leer.',
  lineTooLong: 'Suchen Sie auf dieser Zeile ein Anführungszeichen, das nirgends geschlossen wird.',
  mixedEncoding:
    'Speichern Sie die Datei im ursprünglichen Programm neu als «CSV UTF-8» oder .xlsx.',
  nameMissing: 'Ergänzen Sie einen Nachnamen oder eine Firma.',
  noHeader: 'Setzen Sie die Spaltentitel auf die erste Zeile.',
  notTable: 'Öffnen Sie sie in Excel und speichern Sie sie als Excel-Arbeitsmappe (.xlsx).',
  notWorkbook: 'Öffnen Sie sie in Excel und speichern Sie sie als Excel-Arbeitsmappe (.xlsx).',
  oldWorkbook:
    'Öffnen Sie sie in Excel und speichern Sie sie als Excel-Arbeitsmappe (.xlsx) ohne Passwort.',
  paymentMethod:
    'Schreiben Sie bar, Karte, Karte in Raten, Lastschrift, Rechnung, Überweisung, Gutschein oder andere.',
  quoteNotClosed:
    'Ergänzen Sie das schliessende Anführungszeichen, oder entfernen Sie das öffnende.',
  required: 'Füllen Sie sie aus, oder ordnen Sie die richtige Spalte zu.',
  tooFewCells:
    'Suchen Sie auf der Zeile ein fehlendes Trennzeichen oder einen Zeilenumbruch in einer Zelle.',
  tooLong: 'Kürzen Sie es, und prüfen Sie, ob die richtige Spalte zugeordnet ist.',
  tooManyCells: 'Setzen Sie Zellen, die das Trennzeichen enthalten, in Anführungszeichen.',
  tooManyColumns: 'Löschen Sie die Spalten, die es nicht braucht.',
  tooManyRows: 'Teilen Sie sie in mehrere Dateien auf.',
  unknownEncoding: 'Speichern Sie sie als «CSV UTF-8» oder als Excel-Arbeitsmappe (.xlsx).',
  unzippedTooLarge: 'Kopieren Sie nur die Liste in eine neue Mappe und speichern Sie diese.',
  yesNo: 'Schreiben Sie ja oder nein, oder lassen Sie die Zelle leer.',
}
