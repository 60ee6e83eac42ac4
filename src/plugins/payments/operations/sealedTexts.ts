import type { SealedField } from '../../../operations/sealed/types'

import { secretFields } from '../collections/PaymentAccounts'
import { paymentSlugs } from '../collections/slugs'
import { secretContext } from '../hooks/keepSecrets'
import { cardMailKind } from '../jobs/cardMailKindName'
import { tokenContext } from './reminders/linkTokens'

/** What is sealed besides stored means: the secrets of accounts, and the tokens of links whose mails wait in the outbox. */
export const sealedTexts: SealedField[] = [
  ...secretFields.map((field): SealedField => ({
    collection: paymentSlugs.accounts as 'sites',
    contextOf: ({ institution }) => secretContext(institution, field),
    field,
    uses: ['institution'],
  })),
  {
    collection: 'outbox',
    contextOf: ({ institution, subject }) => tokenContext({ id: subject, institution }),
    field: 'content',
    turnEach: (value, turn) => {
      const content = value as { token: string }
      return { ...content, token: turn(content.token) }
    },
    uses: ['institution', 'subject'],
    where: { kind: cardMailKind },
  },
]
