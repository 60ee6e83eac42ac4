import type { ColumnMapping } from './types'

import { toSearchKey } from '../../../utilities/toSearchKey'
import { type ImportField, type ImportFieldKey, importFields } from './importFields'

const LANGUAGES = ['de', 'fr', 'en'] as const

type Who = 'beneficiary' | 'payer'

/** Words in a header that say whose column it is. */
const WHO: Record<Who, string[]> = {
  beneficiary: [
    'begunstigte person',
    'begunstigte',
    'begunstigter',
    'begunstigten',
    'beneficiaire',
    'beneficiary',
    'besucher',
    'besucherin',
    'detenteur',
    'holder',
    'inhaber',
    'inhaberin',
    'karteninhaber',
    'nutzer',
    'porteur',
    'titulaire',
    'utilisateur',
  ],
  payer: [
    'acheteur',
    'besteller',
    'billing',
    'buyer',
    'client',
    'customer',
    'facturation',
    'kaufer',
    'kauferin',
    'kunde',
    'payer',
    'payeur',
    'purchaser',
    'rechnung',
    'rechnungsempfanger',
    'zahlende person',
    'zahlende',
    'zahlenden',
    'zahler',
    'zahlerin',
  ],
}

/** Words that say nothing: "nom du payeur", "name of the holder". */
const FILLERS = new Set(
  'd de der des die du fur for im in l la le les of person personne pour the vom von zu'.split(' '),
)

/** "Bezahlter Preis (CHF)" → ["bezahlter", "preis"]; "firstName" → ["first", "name"]. */
const wordsOf = (text: string): string[] =>
  toSearchKey(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/\([^()]*\)|\[[^[\]]*\]/g, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')

const compact = (words: string[]): string => words.filter((word) => !FILLERS.has(word)).join('')

/**
 * The header as its synonyms are written: as it is, and without each of the words that say whose column it is. "Payer: customer number"
 * has two such words, of which only one is to go.
 */
const readHeader = (header: string): { plain: string; rests: string[]; who?: Who } => {
  const words = wordsOf(header)
  const plain = compact(words)
  const padded = ` ${words.join(' ')} `
  for (const who of ['beneficiary', 'payer'] as const) {
    const found = WHO[who].filter((phrase) => padded.includes(` ${phrase} `))
    const without = (phrase: string) => padded.replace(` ${phrase} `, ' ').trim().split(' ')
    if (found.length) return { plain, rests: found.map((phrase) => compact(without(phrase))), who }
  }
  return { plain, rests: [] }
}

type Language = (typeof LANGUAGES)[number]

/** Place of each field's synonyms in their list, the better ones first, as headers are compared. */
const PLACES = new Map(
  importFields.map((field) => [
    field.key,
    Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        new Map(
          field.synonyms[language].map((synonym, at) => [compact(wordsOf(synonym)), at] as const),
        ),
      ]),
    ) as Record<Language, Map<string, number>>,
  ]),
)

type Match = { field: ImportField; header: string; language: Language; place: number }

const findMatches = (header: string): Match[] => {
  const { plain, rests, who } = readHeader(header)
  return importFields.flatMap((field) => {
    const isTheirs = who === field.group || (who === 'payer' && field.group !== 'beneficiary')
    // Without a word that says whose, a person's column is the payer's.
    const written = [
      ...(field.group === 'beneficiary' ? [] : [plain]),
      ...(isTheirs ? rests : []),
    ].filter(Boolean)
    return LANGUAGES.flatMap((language) => {
      const places = PLACES.get(field.key)![language]
      const place = written.map((text) => places.get(text)).find((at) => at !== undefined)
      return place === undefined ? [] : [{ field, header, language, place }]
    })
  })
}

/**
 * Proposes which column goes to which field, by the words of the header in German, French and English. Words that mean different
 * things ("Rang", "place", "Name") are read in the language that most of the headers are written in. No column is used twice.
 *
 * @returns every field with its header, `null` where the file has none
 */
export const proposeMapping = ({
  headers,
}: {
  headers: string[]
}): Record<ImportFieldKey, null | string> => {
  const matches = headers.flatMap(findMatches)
  const votes = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      new Set(matches.filter((match) => match.language === language).map(({ header }) => header))
        .size,
    ]),
  ) as Record<Language, number>
  const inOrder = matches.sort(
    (a, b) =>
      votes[b.language] - votes[a.language] ||
      LANGUAGES.indexOf(a.language) - LANGUAGES.indexOf(b.language) ||
      a.place - b.place,
  )
  const mapping = Object.fromEntries(importFields.map(({ key }) => [key, null])) as Record<
    ImportFieldKey,
    null | string
  >
  const used = new Set<string>()
  for (const { field, header } of inOrder) {
    if (mapping[field.key] !== null || used.has(header)) continue
    mapping[field.key] = header
    used.add(header)
  }
  return mapping
}

/** The fields without which no line can be imported and which have no column yet; of the payer's name and company one is enough. */
export const missingFields = (mapping: ColumnMapping): ImportFieldKey[] =>
  importFields
    .filter(({ isRequired, key }) => isRequired && !mapping[key])
    .map(({ key }) => key)
    .filter((key) => key !== 'payerLastName' || !mapping.payerCompany)
