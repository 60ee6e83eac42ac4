type Args = {
  at: Date | string
  language: string
  /** How much of it is said. @default 'moment' */
  style?: 'day' | 'moment' | 'performance'
  timeZone: string
}

const locales: Record<string, string> = { de: 'de-CH', en: 'en-GB', fr: 'fr-CH' }

const styles: Record<NonNullable<Args['style']>, Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'medium' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  performance: {
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    month: 'short',
    weekday: 'short',
    year: 'numeric',
  },
}

/** A moment in the site's time zone and the reader's language: "26.11.2026, 19:30"; a performance says its weekday too. */
export const formatMoment = ({ at, language, style = 'moment', timeZone }: Args): string =>
  new Intl.DateTimeFormat(locales[language] ?? language, { ...styles[style], timeZone }).format(
    new Date(at),
  )
