import { bankFileSentences, directDebitSentences, returnSentences } from './bankReasons'
import { copyTexts } from './copy'
import { filePage } from './filePage'
import { formalGerman } from './formalGerman'
import { mailTexts } from './mailTexts'
import { errorNextSteps } from './nextSteps'
import { outbox } from './outbox'
import { errorReasons } from './reasons'
import { runPage } from './runPage'
import { screens } from './screens'
import { shopVisibility } from './shopVisibility'
import { venueSeatMap } from './venueSeatMap'
import { verifyTexts } from './verify'

type Language = 'de' | 'en' | 'fr'

const core = (language: Language) => ({
  reprise: {
    ...screens[language],
    bankFileProblems: bankFileSentences[language],
    bankReturns: returnSentences[language],
    copy: copyTexts[language],
    directDebitProblems: directDebitSentences[language],
    filePage: filePage[language],
    mailTexts: mailTexts[language],
    nextSteps: errorNextSteps[language],
    outbox: outbox[language],
    reasons: errorReasons[language],
    runPage: runPage[language],
    shopVisibility: shopVisibility[language],
    venueSeatMap: venueSeatMap[language],
    verify: verifyTexts[language],
  },
})

/** Of Payload's own words: their French leaves every gender open, in each label. */
const general = {
  createNew: 'Créer',
  createNewLabel: 'Créer : {{label}}',
  creatingNewLabel: 'Nouveau : {{label}}',
}

/** All texts of the core, under the namespace `reprise`; each plugin adds its own under its slug. */
export const translations = {
  de: { ...core('de'), ...formalGerman },
  en: core('en'),
  fr: { ...core('fr'), general },
}
