import { translations as payments } from '../plugins/payments/translations'
import { translations as renewal } from '../plugins/renewal/translations'
import { translations as subscriberImport } from '../plugins/subscriber-import/translations'

const of = (language: 'de' | 'en' | 'fr') => ({
  ...payments[language],
  ...renewal[language],
  ...subscriberImport[language],
})

/** The texts of all plugins, each under a namespace of its own, which Payload's configuration puts together for the panel. */
export const pluginTranslations = { de: of('de'), en: of('en'), fr: of('fr') }
