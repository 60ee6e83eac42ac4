import type { PayloadRequest } from 'payload'

import { staffOf } from '../access/ofOwnInstitution'
import { RepriseError } from '../utilities/errors'

/**
 * Refuses documents of another institution, or of a site that the person asking is not bound to, as if they did not exist. What has no
 * site belongs to the whole institution.
 * Batches and commands ask on nobody's behalf and reach everything; whether the person has the right role is the endpoint's
 * question.
 *
 * @throws RepriseError `notFound`
 */
export const refuseOutOfReach = ({
  docs,
  req,
}: {
  docs: readonly { institution: string; site?: null | string }[]
  req?: Partial<PayloadRequest>
}): void => {
  const staff = req?.user ? staffOf({ user: req.user }) : null
  if (!staff) return
  for (const { institution, site } of docs)
    if (
      institution !== staff.institution ||
      (site && staff.sites.length && !staff.sites.includes(site))
    )
      throw new RepriseError('notFound')
}
