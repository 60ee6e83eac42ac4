import { paymentNextSteps, paymentReasons } from '../../../translations/paymentReasons'
import { causes } from './causes'
import { screens } from './screens'

const of = (language: 'de' | 'en' | 'fr') => ({
  payments: {
    causes: { ...paymentReasons[language], ...causes[language].sentences },
    nextSteps: { ...paymentNextSteps[language], ...causes[language].nextSteps },
    screens: screens[language],
  },
})

/** The texts of the plugin, under the namespace `payments`. */
export const translations = { de: of('de'), en: of('en'), fr: of('fr') }
