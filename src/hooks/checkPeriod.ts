import type { CollectionBeforeChangeHook } from 'payload'

import { RepriseError } from '../utilities/errors'

/** A season ends after it begins. */
export const checkPeriod: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const startsOn = data.startsOn ?? originalDoc?.startsOn
  const endsOn = data.endsOn ?? originalDoc?.endsOn
  if (startsOn && endsOn && new Date(endsOn) <= new Date(startsOn))
    throw new RepriseError('periodReversed', { field: 'endsOn' })
  return data
}
