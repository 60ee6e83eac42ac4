import type { CollectionBeforeOperationHook } from 'payload'

import { RepriseError } from '../../utilities/errors'

/** After OWASP ASVS 5.0, 6.2.1, which asks for 8 and recommends more. Payload itself is content with 3. */
export const MINIMUM_PASSWORD_LENGTH = 10

/** Refuses a short password wherever a person sets one. What our own code makes (a demo, a test) may be shorter. */
export const refuseShortPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (req.payloadAPI === 'local' || !['create', 'resetPassword', 'update'].includes(operation))
    return
  const password = (args as { data?: { password?: unknown } }).data?.password
  if (typeof password === 'string' && password && password.length < MINIMUM_PASSWORD_LENGTH)
    throw new RepriseError('passwordTooShort', {
      field: 'password',
      values: { minimum: MINIMUM_PASSWORD_LENGTH },
    })
}
