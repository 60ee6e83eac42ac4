/** Lower case, without accents, single blanks: what lists search in, the same on both engines ("Müller-Weiß" → "muller-weiss"). */
export const toSearchKey = (...parts: unknown[]): string =>
  parts
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/\s+/g, ' ')
    .trim()
