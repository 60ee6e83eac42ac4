const CODES = new Set(Intl.supportedValuesOf('currency'))

/** How the currencies of the houses' countries and their neighbours are written besides their code. */
const WRITTEN: Record<string, string> = {
  $: 'USD',
  '£': 'GBP',
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  fr: 'CHF',
  francs: 'CHF',
  franken: 'CHF',
  frs: 'CHF',
  sfr: 'CHF',
}

/** A currency as it is written ("CHF", "Fr.", "€"), as its ISO 4217 code; `undefined` for what is none. */
export const readCurrency = (text: string): string | undefined => {
  const written = text.replace(/\.$/, '')
  const code = written.toUpperCase()
  return CODES.has(code) ? code : WRITTEN[written.toLowerCase()]
}
