import { problems } from './problems'
import { screens } from './screens'

/** The texts of direct debits by file, under `payments:debits`. */
export const debitTexts = {
  de: { ...problems.de, ...screens.de },
  en: { ...problems.en, ...screens.en },
  fr: { ...problems.fr, ...screens.fr },
}
