import { paymentNextSteps, paymentReasons } from '../../../translations/paymentReasons'
import { causes } from './causes'

const of = (language: 'de' | 'en' | 'fr') => ({
  payments: {
    causes: { ...paymentReasons[language], ...causes[language].sentences },
    nextSteps: { ...paymentNextSteps[language], ...causes[language].nextSteps },
  },
})

/** The texts of the plugin, under the namespace `payments`. */
export const translations = { de: of('de'), en: of('en'), fr: of('fr') }
