import { unprotectCell } from '../../../utilities/csv'

/** Signs that show nothing and change how text reads: direction marks, zero-width blanks, soft hyphens. Joiners stay: emojis need them. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu

/**
 * A cell as it may be stored: no control signs, no direction marks, no blanks around it, composed letters (NFC). Everything else stays as
 * it is written: "von der Weid", "O'Brien", "=1+1". The apostrophe that our own exports put before a formula goes.
 */
export const cleanText = (text: string): string =>
  unprotectCell(text)
    .replace(INVISIBLE, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .normalize('NFC')
    .trim()
