import type * as english from './en'

/** Pourquoi, pour chaque code. */
export const reasons: typeof english.reasons = {
  amount: '« {{value}} » n’est pas un montant.',
  amountAmbiguous: '« {{value}} » peut se lire comme deux montants différents.',
  amountDecimals: '« {{value}} » a plus de décimales que la monnaie.',
  amountNegative: '« {{value}} » est inférieur à zéro.',
  binaryFile: 'Le fichier {{value}} n’est ni un tableau en texte ni un classeur Excel.',
  brokenQuotes: 'Sur cette ligne, un guillemet est mal placé.',
  brokenText: 'Dans « {{value}} », une lettre a été perdue à l’enregistrement du fichier.',
  brokenWorkbook: 'Le classeur {{value}} est endommagé ou protégé et ne peut pas être lu.',
  cardNumber: 'Cette ligne contient un numéro de carte bancaire.',
  cardNumberInHeader: 'La première ligne de {{value}} contient un numéro de carte bancaire.',
  country: 'Le pays « {{value}} » est inconnu.',
  currency: 'La monnaie « {{value}} » est inconnue.',
  currencyMismatch:
    'Le prix et la colonne de monnaie indiquent des monnaies différentes ({{value}}).',
  date: '« {{value}} » n’est pas une date lisible avec certitude.',
  digitsLost:
    'Excel a arrondi un long numéro dans cette cellule ; ses derniers chiffres sont perdus.',
  email: '« {{value}} » n’est pas une adresse e-mail.',
  embeddedFile:
    'Le classeur {{value}} contient un autre fichier, par exemple un document Word ou un second classeur.',
  emptyFile: 'Le fichier {{value}} est vide.',
  excelError: 'La cellule affiche une erreur d’Excel : {{value}}',
  expiry: '« {{value}} » n’est pas le mois et l’année d’une carte.',
  fileTooLarge: 'Le fichier dépasse {{value}}.',
  formulaWithoutValue:
    'Cette cellule contient une formule dont le résultat n’a pas été enregistré.',
  iban: '« {{value}} » n’est pas un IBAN valable.',
  integer: '« {{value}} » n’est pas un nombre d’échéances de 1 à 60.',
  language: 'La langue « {{value}} » n’est pas disponible.',
  lastFour: '« {{value}} » n’est pas la fin (quatre chiffres) d’un numéro de carte.',
  lineTooLong: 'La ligne qui commence à {{value}} est trop longue.',
  mixedEncoding: 'Dans {{value}}, les accents sont écrits de plusieurs manières.',
  nameMissing: 'Il manque le nom ou la société.',
  noHeader: 'La première ligne de {{value}} n’a pas de titres de colonnes.',
  notTable: 'Le fichier {{value}} est une page web ou un document, pas un tableau.',
  notWorkbook: 'Le fichier {{value}} ne contient aucune feuille lisible.',
  oldWorkbook: 'Le fichier {{value}} est à l’ancien format Excel ou protégé par un mot de passe.',
  paymentMethod: 'Le mode de règlement « {{value}} » est inconnu.',
  quoteNotClosed: 'Un guillemet de la ligne {{value}} n’est jamais fermé.',
  required: 'Cette donnée manque.',
  tooFewCells: 'La ligne a {{value}} cellules, moins qu’il n’y a de titres.',
  tooLong: '« {{value}} » est trop long.',
  tooManyCells: 'La ligne a {{value}} cellules, plus qu’il n’y a de titres.',
  tooManyColumns: 'Le fichier a plus de {{value}} colonnes.',
  tooManyRows: 'Le fichier a plus de {{value}} lignes.',
  unknownEncoding:
    'Les accents de {{value}} sont écrits d’une manière que nous ne connaissons pas.',
  unzippedTooLarge: 'Le classeur décompressé dépasse {{value}}.',
  yesNo: '« {{value}} » n’est ni oui ni non.',
}

/** Que faire maintenant, pour chaque code. */
export const nextSteps: typeof english.nextSteps = {
  amount: 'Écrivez-le ainsi : 1234.50, sans mots.',
  amountAmbiguous: 'Écrivez-le avec deux décimales et sans séparateur de milliers : 1234.00.',
  amountDecimals: 'Arrondissez-le au centime.',
  amountNegative: 'Écrivez le prix en positif ; retirez les remboursements du fichier.',
  binaryFile: 'Enregistrez-le au format « CSV UTF-8 » ou en classeur Excel (.xlsx).',
  brokenQuotes:
    'Supprimez-le, ou mettez toute la cellule entre guillemets et doublez ceux qu’elle contient.',
  brokenText: 'Réenregistrez le fichier au format « CSV UTF-8 » ou .xlsx, ou corrigez le mot.',
  brokenWorkbook: 'Ouvrez-le dans Excel et réenregistrez-le en .xlsx sans mot de passe.',
  cardNumber:
    'Supprimez-le du fichier ; pour une carte enregistrée, indiquez l’alias de votre prestataire de paiement.',
  cardNumberInHeader:
    'Supprimez-le et vérifiez que la première ligne contient les titres de colonnes.',
  country: 'Écrivez son nom en français, en allemand ou en anglais, ou son code, par exemple CH.',
  currency: 'Écrivez son code, par exemple CHF ou EUR.',
  currencyMismatch: 'Corrigez l’un des deux.',
  date: 'Écrivez-la ainsi : 31.05.2025 ou 2025-05-31, avec quatre chiffres pour l’année.',
  digitsLost: 'Mettez la colonne au format texte et saisissez à nouveau le numéro.',
  email: 'Gardez une seule adresse, par exemple nom@example.com, ou laissez vide.',
  embeddedFile:
    'Supprimez cet objet de la feuille, ou copiez la liste seule dans un nouveau classeur et enregistrez celui-ci.',
  emptyFile: 'Vérifiez que c’est le bon fichier et que la liste est sur la première feuille.',
  excelError: 'Corrigez la formule dans Excel, ou saisissez la valeur elle-même.',
  expiry: 'Écrivez par exemple 12/27 ou 2027-12, ou laissez vide.',
  fileTooLarge: 'Divisez-le en plusieurs fichiers.',
  formulaWithoutValue: 'Ouvrez le fichier dans Excel, enregistrez-le et déposez-le à nouveau.',
  iban: 'Cherchez une faute de frappe, ou laissez vide.',
  integer: 'Écrivez un nombre entier, par exemple 3.',
  language: 'Écrivez de, fr ou en, ou laissez vide.',
  lastFour: 'Écrivez seulement les quatre derniers chiffres, par exemple 4242, ou laissez vide.',
  lineTooLong: 'Cherchez sur cette ligne un guillemet qui n’est jamais fermé.',
  mixedEncoding: 'Réenregistrez-le au format « CSV UTF-8 » ou .xlsx depuis le programme d’origine.',
  nameMissing: 'Ajoutez un nom ou une société.',
  noHeader: 'Placez les titres de colonnes sur la première ligne.',
  notTable: 'Ouvrez-le dans Excel et enregistrez-le en classeur Excel (.xlsx).',
  notWorkbook: 'Ouvrez-le dans Excel et enregistrez-le en classeur Excel (.xlsx).',
  oldWorkbook:
    'Ouvrez-le dans Excel et enregistrez-le en classeur Excel (.xlsx) sans mot de passe.',
  paymentMethod:
    'Écrivez espèces, carte, carte en plusieurs fois, prélèvement, facture, virement, bon ou autre.',
  quoteNotClosed: 'Ajoutez le guillemet fermant, ou supprimez l’ouvrant.',
  required: 'Complétez-la, ou associez la bonne colonne.',
  tooFewCells:
    'Cherchez sur la ligne un séparateur manquant ou un retour à la ligne dans une cellule.',
  tooLong: 'Raccourcissez-le et vérifiez que la bonne colonne est associée.',
  tooManyCells: 'Mettez entre guillemets les cellules qui contiennent le séparateur.',
  tooManyColumns: 'Supprimez les colonnes inutiles.',
  tooManyRows: 'Divisez-le en plusieurs fichiers.',
  unknownEncoding: 'Enregistrez-le au format « CSV UTF-8 » ou en classeur Excel (.xlsx).',
  unzippedTooLarge: 'Copiez la liste seule dans un nouveau classeur et enregistrez celui-ci.',
  yesNo: 'Écrivez oui ou non, ou laissez vide.',
}
