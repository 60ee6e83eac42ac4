const NO_BREAK = '\u00a0'

type Args = {
  /** Minor units. */
  amount: number
  currency?: null | string
  /** The reader's. */
  language?: string
}

/** How money is written depends on both: a reader of French expects "1 234.50 CHF" in Geneva and "1 234,50 €" in Lyon. */
const locales: Record<string, (currency: string) => string> = {
  de: (currency) => (currency === 'CHF' ? 'de-CH' : 'de-DE'),
  en: () => 'en-GB',
  fr: (currency) => (currency === 'CHF' ? 'fr-CH' : 'fr-FR'),
}

const moneyFormat = (currency: string, language: string): Intl.NumberFormat =>
  new Intl.NumberFormat(locales[language]?.(currency) ?? language, {
    currency,
    currencyDisplay: 'narrowSymbol',
    style: 'currency',
  })

/** What stands before the decimals of money for a reader: a spreadsheet set to their language adds up no other. */
export const decimalSign = ({
  currency,
  language,
}: {
  currency: string
  language: string
}): ',' | '.' => {
  const parts = moneyFormat(currency, language).formatToParts(0.5)
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.'
}

/**
 * Minor units as people read them: 123450 with a currency and a language as "CHF 1’234.50", "1.234,50 €" or "1 234,50 €", by the
 * conventions of CLDR; without a currency the way that nobody reads wrongly, "1 234.50".
 */
export const formatAmount = ({ amount, currency, language = 'en' }: Args): string => {
  const units = Math.abs(Math.round(amount))
  const sign = amount < 0 ? '−' : ''
  if (!currency) {
    const whole = String(Math.floor(units / 100)).replace(/\B(?=(\d{3})+$)/g, NO_BREAK)
    return `${sign}${whole}.${String(units % 100).padStart(2, '0')}`
  }
  const parts = moneyFormat(currency, language).formatToParts(units / 100)
  const digits = parts.findIndex(({ type }) => type === 'integer')
  return parts
    .map(({ type, value }, i) => {
      // What the data of a runtime takes for a blank or an apostrophe differs; a break in the middle of an amount never is right.
      const written = type === 'group' ? value.replace(/'/, '’').replace(/\s/, NO_BREAK) : value
      return i === digits ? sign + written : written
    })
    .join('')
    .replace(/\s/g, NO_BREAK)
}
