import { fieldTexts } from './fields/en'
import { nextSteps, reasons } from './problems/en'

const en = {
  subscriberImport: {
    fields: fieldTexts,
    groups: {
      beneficiary: {
        hint: 'Who comes to the performances; all empty means the payer does.',
        label: 'Beneficiary',
      },
      payer: { hint: 'Who paid last season, and gets the mail.', label: 'Payer' },
      payment: {
        hint: 'How last season was paid, so that the new one can be paid likewise.',
        label: 'Payment',
      },
      subscription: { hint: 'What was bought, and which seat.', label: 'Subscription and seat' },
    },
    nextSteps,
    reasons,
  },
}

export default en
