/** Signs that show nothing and change how text reads: direction marks, zero-width blanks, soft hyphens. Joiners stay: emojis need them. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu

/**
 * A text from outside as it may be stored and printed: no control signs, no direction marks, no blanks around it, composed letters (NFC).
 * Everything else stays as it is written: "von der Weid", "O'Brien", "=1+1".
 */
export const plainText = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .normalize('NFC')
    .trim()
