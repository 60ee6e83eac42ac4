import type { CollectionBeforeValidateHook } from 'payload'

import { mandateKey, tokenContext } from '../../../../operations/payments/storedMeans'
import { maskIBAN, readIBAN } from '../../../../utilities/bank/identifiers/iban'
import { idOf } from '../../../../utilities/idOf'
import { seal } from '../../../../utilities/seal'
import { proposeReference } from '../operations/proposeReference'

/**
 * Makes a mandate of what somebody has typed from the signed form: the IBAN is sealed, and a reference proposed where the form has none.
 * What is wrong with it, the fields say themselves.
 */
export const completeMandate: CollectionBeforeValidateHook = async ({
  data = {},
  operation,
  req,
}) => {
  if (operation !== 'create') return data
  data.bic = text(data.bic)?.toUpperCase() ?? null
  data.holder = text(data.holder) ?? null
  data.reference = text(data.reference)
  const institution = idOf(data.institution)
  if (!data.reference && data.contact)
    data.reference = await proposeReference({
      contact: idOf(data.contact),
      institution,
      payload: req.payload,
      req,
    })
  data.mandateKey = mandateKey({ institution, reference: data.reference ?? '' })
  const { iban } = readIBAN(String(data.typedIBAN ?? ''))
  if (!iban || !data.account || !data.contact) return data
  const owner = { account: idOf(data.account), contact: idOf(data.contact), institution }
  data.iban = seal(iban, tokenContext(owner))
  data.maskedIBAN = maskIBAN(iban)
  return data
}

const text = (typed: unknown): string | undefined => String(typed ?? '').trim() || undefined
