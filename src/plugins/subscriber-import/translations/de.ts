import type en from './en'

import { fieldTexts } from './fields/de'
import { nextSteps, reasons } from './problems/de'

const de: typeof en = {
  subscriberImport: {
    fields: fieldTexts,
    groups: {
      beneficiary: {
        hint: 'Wer die Vorstellungen besucht; alles leer heisst: die zahlende Person selbst.',
        label: 'Begünstigte Person',
      },
      payer: {
        hint: 'Wer letzte Saison bezahlt hat und die Post bekommt.',
        label: 'Zahlende Person',
      },
      payment: {
        hint: 'Wie letzte Saison bezahlt wurde, damit es in der neuen gleich geht.',
        label: 'Zahlung',
      },
      subscription: {
        hint: 'Was gekauft wurde, und welcher Platz.',
        label: 'Abonnement und Platz',
      },
    },
    nextSteps,
    reasons,
  },
}

export default de
