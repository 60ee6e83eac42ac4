/** Why a whole file is refused. Each code has a sentence and a next step in the plugin's translations. */
export const fileProblemCodes = [
  'binaryFile',
  'brokenWorkbook',
  'cardNumberInHeader',
  'embeddedFile',
  'emptyFile',
  'fileTooLarge',
  'lineTooLong',
  'mixedEncoding',
  'noHeader',
  'notTable',
  'notWorkbook',
  'oldWorkbook',
  'quoteNotClosed',
  'tooManyColumns',
  'tooManyRows',
  'unknownEncoding',
  'unzippedTooLarge',
] as const

/** Why one line is refused. */
export const rowProblemCodes = [
  'amount',
  'amountAmbiguous',
  'amountDecimals',
  'amountNegative',
  'brokenQuotes',
  'brokenText',
  'cardNumber',
  'country',
  'currency',
  'currencyMismatch',
  'date',
  'digitsLost',
  'email',
  'excelError',
  'expiry',
  'formulaWithoutValue',
  'iban',
  'integer',
  'language',
  'lastFour',
  'nameMissing',
  'paymentMethod',
  'required',
  'tooFewCells',
  'tooLong',
  'tooManyCells',
  'yesNo',
] as const

export const problemCodes = [...fileProblemCodes, ...rowProblemCodes] as const

export type FileProblemCode = (typeof fileProblemCodes)[number]
export type RowProblemCode = (typeof rowProblemCodes)[number]
export type ProblemCode = (typeof problemCodes)[number]
