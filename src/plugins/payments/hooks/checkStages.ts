import type { CollectionBeforeValidateHook } from 'payload'

import { RepriseError } from '../../../utilities/errors'

type Plan = { atEnd?: string; endDays?: null | number; stages?: null | { days?: number }[] }

/**
 * Each step of a plan comes after the one before it.
 *
 * @throws RepriseError `stagesReversed` at the field
 */
export const checkStages: CollectionBeforeValidateHook = ({ data = {}, originalDoc }) => {
  const { atEnd, endDays, stages } = { ...originalDoc, ...data } as Plan
  const days = (stages ?? []).map((stage) => Number(stage.days))
  const field = days.findIndex((day, i) => i > 0 && day <= days[i - 1]!)
  if (field > 0) throw new RepriseError('stagesReversed', { field: `stages.${field}.days` })
  const last = days[days.length - 1]
  if (atEnd && atEnd !== 'leave' && last !== undefined && Number(endDays ?? 0) <= last)
    throw new RepriseError('stagesReversed', { field: 'endDays' })
  return data
}
