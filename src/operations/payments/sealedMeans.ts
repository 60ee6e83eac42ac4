import type { Row } from '../../database/bulk'
import type { SealedField } from '../sealed/types'

import { cardKeyContext, tokenContext } from './storedMeans'

const common = {
  contextOf: (doc: Row) => tokenContext(doc as never),
  uses: ['account', 'contact', 'institution'],
}

/** What stored cards and mandates keep sealed. */
export const sealedMeans: SealedField[] = [
  {
    ...common,
    collection: 'aliases',
    field: 'token',
    sign: { contextOf: (doc) => cardKeyContext(doc as never), field: 'tokenKey' },
  },
  ...['iban', 'formerIBAN', 'token'].map((field): SealedField => ({
    ...common,
    collection: 'mandates',
    field,
  })),
]
