import type { FieldGroup, FieldKind, Synonyms } from './fieldTypes'

import { personFields, type PersonKey } from './personFields'
import { ticketFields, type TicketKey } from './ticketFields'

export type PersonFieldKey<Who extends 'beneficiary' | 'payer'> = `${Who}${Capitalize<PersonKey>}`

export type ImportFieldKey = PersonFieldKey<'beneficiary'> | PersonFieldKey<'payer'> | TicketKey

/** One column that the import knows. */
export type ImportField = {
  group: FieldGroup
  /** Without it no line can be imported. Of the payer's name and company one is enough. */
  isRequired: boolean
  key: ImportFieldKey
  kind: FieldKind
  /** Characters at most. */
  maxLength: number
  /** Without the words for payer and beneficiary, which may stand before or after ("Name Zahler", "Payer name"). */
  synonyms: Synonyms
}

/** The key of a person's field: payer + lastName → payerLastName. */
export const personFieldKey = <Who extends 'beneficiary' | 'payer'>(
  who: Who,
  key: PersonKey,
): PersonFieldKey<Who> => `${who}${key[0]!.toUpperCase()}${key.slice(1)}` as PersonFieldKey<Who>

const fieldsOf = (who: 'beneficiary' | 'payer'): ImportField[] =>
  Object.entries(personFields).map(([key, { kind, maxLength, synonyms }]) => ({
    group: who,
    isRequired: who === 'payer' && key === 'lastName',
    key: personFieldKey(who, key as PersonKey),
    kind,
    maxLength,
    synonyms,
  }))

/** Every column that the import knows: the payer's, the beneficiary's, the subscription's and the payment's. */
export const importFields: readonly ImportField[] = [
  ...fieldsOf('payer'),
  ...fieldsOf('beneficiary'),
  ...Object.entries(ticketFields).map(([key, field]) => ({
    isRequired: false,
    ...field,
    key: key as TicketKey,
  })),
]
