import type { PersonFieldKey } from '../parsing/importFields'
import type { PersonKey } from '../parsing/personFields'

import { personFieldKey } from '../parsing/importFields'

export type FieldText = { hint: string; label: string }

/** The texts of a person's fields under the keys of the payer or the beneficiary: "Payer: last name". */
export const personTexts = <Who extends 'beneficiary' | 'payer'>({
  person,
  texts,
  who,
}: {
  /** How the person is called in front of each label. */
  person: string
  texts: Record<PersonKey, FieldText>
  who: Who
}): Record<PersonFieldKey<Who>, FieldText> =>
  Object.fromEntries(
    Object.entries(texts).map(([key, { hint, label }]) => [
      personFieldKey(who, key as PersonKey),
      { hint, label: `${person}: ${label}` },
    ]),
  ) as Record<PersonFieldKey<Who>, FieldText>
