import { paymentNextSteps, paymentReasons } from '../../../translations/paymentReasons'
import { bankCauses } from '../sepa/translations/bankCauses'
import { debitTexts } from '../sepa/translations'
import { accountTexts } from './account'
import { cannotCharge } from './cannotCharge'
import { causes } from './causes'
import { chargeDoubt } from './chargeDoubt'
import { desk } from './desk'
import { screens } from './screens'

const of = (language: 'de' | 'en' | 'fr') => ({
  payments: {
    account: accountTexts[language],
    cannotCharge: cannotCharge[language],
    causes: {
      ...paymentReasons[language],
      ...causes[language].sentences,
      ...bankCauses[language].sentences,
    },
    chargeDoubt: chargeDoubt[language],
    debits: debitTexts[language],
    desk: desk[language],
    nextSteps: {
      ...paymentNextSteps[language],
      ...causes[language].nextSteps,
      ...bankCauses[language].nextSteps,
    },
    screens: screens[language],
  },
})

/** The texts of the plugin, under the namespace `payments`. */
export const translations = { de: of('de'), en: of('en'), fr: of('fr') }
