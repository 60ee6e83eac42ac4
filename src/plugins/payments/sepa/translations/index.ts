import { problems } from './problems'
import { screens } from './screens'
import { unmatched } from './unmatched'

/** The texts of direct debits by file, under `payments:debits`. */
export const debitTexts = {
  de: { ...problems.de, ...screens.de, ...unmatched.de },
  en: { ...problems.en, ...screens.en, ...unmatched.en },
  fr: { ...problems.fr, ...screens.fr, ...unmatched.fr },
}
