/** How the text of a cell is understood. */
export type FieldKind =
  | 'amount'
  | 'country'
  | 'date'
  | 'email'
  | 'expiry'
  | 'iban'
  | 'integer'
  | 'language'
  | 'lastFour'
  | 'paymentMethod'
  | 'text'
  | 'yesNo'

export type FieldGroup = 'beneficiary' | 'payer' | 'payment' | 'subscription'

/** Headers under which a column is found in files, per language. */
export type Synonyms = { de: readonly string[]; en: readonly string[]; fr: readonly string[] }

/** A column about the subscription, its seat or its payment. */
export type TicketField = {
  group: FieldGroup
  isRequired?: boolean
  kind: FieldKind
  maxLength: number
  synonyms: Synonyms
}
