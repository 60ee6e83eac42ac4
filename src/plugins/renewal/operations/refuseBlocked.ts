import type { Problem } from './checkStart'

import { RepriseError } from '../../../utilities/errors'

/**
 * Refuses a start for the first thing that stands in its way, in the words of the check: on the page of a run nobody sees the check.
 *
 * @throws RepriseError `startRefused` with the field
 */
export const refuseBlocked = (problems: Problem[]): void => {
  const blocking = problems.find((problem) => problem.isBlocking)
  if (!blocking) return
  const { code, field, values } = blocking
  throw new RepriseError('startRefused', {
    field,
    says: { message: `renewal:problems:${code}`, nextStep: `renewal:problemSteps:${code}` },
    values: { ...values, problem: code },
  })
}
