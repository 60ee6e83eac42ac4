import { problems } from './problems'
import { refusals } from './refusals'
import { screens } from './screens'
import { unmatched } from './unmatched'

/** The texts of direct debits by file, under `payments:debits`. */
export const debitTexts = {
  de: { ...problems.de, ...refusals.de, ...screens.de, ...unmatched.de },
  en: { ...problems.en, ...refusals.en, ...screens.en, ...unmatched.en },
  fr: { ...problems.fr, ...refusals.fr, ...screens.fr, ...unmatched.fr },
}
