import { cards } from './cards'
import de from './de'
import en from './en'
import fr from './fr'
import { houseNextSteps, houseReasons, outcomes } from './house'
import { problems, problemSteps } from './ends'
import { screens } from './screens'

const columns = { de, en, fr }

/** What a run does, by its kind. */
const kinds = {
  de: { 'subscriber-import': 'Abonnenten einlesen' },
  en: { 'subscriber-import': 'Subscriber import' },
  fr: { 'subscriber-import': 'Import d’abonnés' },
}

const of = (language: 'de' | 'en' | 'fr') => {
  const { subscriberImport } = columns[language]
  return {
    subscriberImport: {
      ...subscriberImport,
      cards: cards[language],
      kinds: kinds[language],
      nextSteps: { ...subscriberImport.nextSteps, ...houseNextSteps[language] },
      outcomes: outcomes[language],
      problems: problems[language],
      problemSteps: problemSteps[language],
      reasons: { ...subscriberImport.reasons, ...houseReasons[language] },
      screens: screens[language],
    },
  }
}

/** The texts of the plugin, under the namespace `subscriberImport`. */
export const translations = { de: of('de'), en: of('en'), fr: of('fr') }
