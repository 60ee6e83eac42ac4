import { errorNextSteps, errorReasons } from './reasons'
import { screens } from './screens'

type Language = 'de' | 'en' | 'fr'

const core = (language: Language) => ({
  reprise: {
    ...screens[language],
    nextSteps: errorNextSteps[language],
    reasons: errorReasons[language],
  },
})

/** All texts of the core, under the namespace `reprise`; each plugin adds its own under its slug. */
export const translations = { de: core('de'), en: core('en'), fr: core('fr') }
