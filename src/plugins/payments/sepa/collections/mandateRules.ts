import type { PayloadRequest } from 'payload'

import { dayIn } from '../../../../utilities/dayIn'
import { staffOf } from '../../../../access/ofOwnInstitution'
import { countMany, readMany } from '../../../../database/bulk'
import { mandateKey } from '../../../../operations/payments/storedMeans'
import { isBIC } from '../../../../utilities/bank/identifiers/bic'
import { isSEPAReference } from '../../../../utilities/bank/identifiers/sepaText'
import { addMonths, isDay } from '../../../../utilities/bank/identifiers/targetDays'
import { idOf } from '../../../../utilities/idOf'
import { paymentSlugs } from '../../collections/slugs'
import { FILE_PROVIDER } from '../fileProvider'
import { ibanProblem } from '../operations/ibanProblem'

type Typed = Record<string, unknown>
type Rule = (args: {
  data: Typed
  req: PayloadRequest
  value: unknown
}) => Promise<Problem> | Problem
/** The key of a sentence under `payments:debits:problems`; nothing where all is well. */
type Problem = string | undefined

const VALID_MONTHS = 36

/** What each field of a new mandate must be; all are asked, so that everything wrong is said at once. */
export const mandateRules: Record<string, Rule> = {
  account: async ({ data, req, value }) => {
    if (!value) return 'mandateAccountMissing'
    const isOpen = await countMany({
      collection: paymentSlugs.accounts as 'sites',
      payload: req.payload,
      req,
      where: {
        id: idOf(value),
        active: true,
        institution: idOf(data.institution),
        provider: FILE_PROVIDER,
      },
    })
    return isOpen ? undefined : 'mandateAccountMissing'
  },
  bic: ({ value }) => (!value || isBIC(String(value)) ? undefined : 'bicInvalid'),
  reference: async ({ data, req, value }) => {
    // Without a contact none can be proposed; the contact's own field says what is missing.
    if (!value) return data.contact ? 'mandateReferenceInvalid' : undefined
    const reference = String(value)
    if (!isSEPAReference(reference)) return 'mandateReferenceInvalid'
    const isTaken = await countMany({
      collection: 'mandates',
      payload: req.payload,
      req,
      where: { mandateKey: mandateKey({ institution: idOf(data.institution), reference }) },
    })
    return isTaken ? 'mandateReferenceTaken' : undefined
  },
  signedOn: async ({ data, req, value }) => {
    const day = new Date(String(value ?? ''))
    if (Number.isNaN(day.getTime())) return 'mandateSignedMissing'
    const signedOn = day.toISOString().slice(0, 10)
    const today = dayIn(new Date(), await zoneOf({ data, req }))
    if (signedOn > today) return 'mandateSignedLater'
    return isDay(signedOn) && addMonths(signedOn, VALID_MONTHS) < today
      ? 'mandateExpired'
      : undefined
  },
  typedIBAN: ({ value }) => ibanProblem(String(value ?? '')),
}

/** The time in which the house writes its dates. */
const zoneOf = async ({ data, req }: { data: Typed; req: PayloadRequest }): Promise<string> => {
  const own = staffOf(req)?.sites ?? []
  const [site] = await readMany<{ id: string; timeZone: string }>({
    collection: 'sites',
    limit: 1,
    payload: req.payload,
    req,
    select: ['timeZone'],
    where: { institution: idOf(data.institution), ...(own.length > 0 && { id: own }) },
  })
  return site?.timeZone ?? 'UTC'
}
