import { problems, problemSteps } from './problems'
import { kinds, nextSteps, outcomeCounts, outcomes, reasons } from './reasons'
import { screens } from './screens'

const of = (language: 'de' | 'en' | 'fr') => ({
  renewal: {
    kinds: kinds[language],
    nextSteps: nextSteps[language],
    outcomeCounts: outcomeCounts[language],
    outcomes: outcomes[language],
    problems: problems[language],
    problemSteps: problemSteps[language],
    reasons: reasons[language],
    screens: screens[language],
  },
})

/** The texts of the plugin, under the namespace `renewal`. */
export const translations = { de: of('de'), en: of('en'), fr: of('fr') }
