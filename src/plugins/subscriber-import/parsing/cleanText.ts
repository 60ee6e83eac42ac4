import { unprotectCell } from '../../../utilities/csv'
import { plainText } from '../../../utilities/plainText'

/** A cell as plain text; the apostrophe that our own exports put before a formula goes. */
export const cleanText = (text: string): string => plainText(unprotectCell(text))
