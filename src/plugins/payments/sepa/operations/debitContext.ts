import type { SealedField } from '../../../../operations/sealed/types'

import { open, seal } from '../../../../utilities/seal'
import { paymentSlugs } from '../../collections/slugs'

type Owner = { account: string; contact: string; institution: string }

const context = ({ account, contact, institution }: Owner): string =>
  `debit:${institution}:${account}:${contact}`

/** What a charge keeps about itself while it is in a file. Sealed: there is an IBAN in it. */
export const sealDebit = (content: unknown, owner: Owner): string =>
  seal(JSON.stringify(content), context(owner))

/** Opens it for the account, contact and institution it belongs to; throws for any other. */
export const openDebit = <T>(sealed: string, owner: Owner): T =>
  JSON.parse(open(sealed, context(owner))) as T

/** Where they lie. */
export const sealedDebits: SealedField = {
  collection: paymentSlugs.charges as 'sites',
  contextOf: (charge) => context(charge as never),
  field: 'debit',
  uses: ['account', 'contact', 'institution'],
}
