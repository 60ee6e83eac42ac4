/** The languages of staff and customers. */
export const languages = ['de', 'en', 'fr'] as const

export type Language = (typeof languages)[number]

/** The first of these that is a language we speak; German when none is. */
export const languageOf = (...wanted: unknown[]): Language =>
  wanted.find((one): one is Language => languages.includes(one as Language)) ?? 'de'
