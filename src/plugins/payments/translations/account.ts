type Texts = Record<'currency' | 'environment' | 'hmacKey' | 'paymentMethods', string>

const de: Texts = {
  currency: 'Geben Sie die Währung mit drei Buchstaben ein, zum Beispiel CHF.',
  environment: 'Geben Sie live oder sandbox ein, oder lassen Sie das Feld leer.',
  hmacKey:
    'Der Schlüssel besteht aus mindestens 32 Zeichen von 0 bis 9 und a bis f. Kopieren Sie ihn aus der Verwaltung von Datatrans.',
  paymentMethods:
    'Geben Sie die Kartenarten mit den Kurzzeichen von Datatrans ein, zum Beispiel VIS,ECA.',
}

const en: Texts = {
  currency: 'Enter the currency with three letters, for example CHF.',
  environment: 'Enter live or sandbox, or leave it empty.',
  hmacKey:
    'The key has at least 32 signs of 0 to 9 and a to f. Copy it from Datatrans’ administration.',
  paymentMethods: 'Enter the kinds of card by Datatrans’ short names, for example VIS,ECA.',
}

const fr: Texts = {
  currency: 'Saisissez la monnaie en trois lettres, par exemple CHF.',
  environment: 'Saisissez live ou sandbox, ou laissez le champ vide.',
  hmacKey:
    'La clé compte au moins 32 signes de 0 à 9 et de a à f. Copiez-la depuis l’administration de Datatrans.',
  paymentMethods:
    'Saisissez les types de carte par leurs abréviations chez Datatrans, par exemple VIS,ECA.',
}

/** What is wrong with a field of a payment account. */
export const accountTexts = { de, en, fr }
