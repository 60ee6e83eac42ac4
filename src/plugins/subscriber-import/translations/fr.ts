import type en from './en'

import { fieldTexts } from './fields/fr'
import { nextSteps, reasons } from './problems/fr'

const fr: typeof en = {
  subscriberImport: {
    fields: fieldTexts,
    groups: {
      beneficiary: {
        hint: 'Qui vient aux spectacles ; tout vide signifie le payeur lui-même.',
        label: 'Bénéficiaire',
      },
      payer: { hint: 'Qui a payé la saison passée et reçoit le courrier.', label: 'Payeur' },
      payment: {
        hint: 'Comment la saison passée a été payée, pour faire de même ensuite.',
        label: 'Règlement',
      },
      subscription: { hint: 'Ce qui a été acheté, et quelle place.', label: 'Abonnement et place' },
    },
    nextSteps,
    reasons,
  },
}

export default fr
