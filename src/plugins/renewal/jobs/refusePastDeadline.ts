import type { RenewalSettings } from '../operations/types'

import { RepriseError } from '../../../utilities/errors'

/**
 * A run that was stopped goes on with the deadline it began with. Once that has passed, what it reserves would be overdue from the
 * first.
 *
 * @throws RepriseError `runDeadlinePassed`
 */
export const refusePastDeadline = ({ paymentDeadline }: RenewalSettings): void => {
  if (new Date(paymentDeadline) <= new Date()) throw new RepriseError('runDeadlinePassed')
}
