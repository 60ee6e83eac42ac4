import type { CollectionAfterOperationHook, CollectionBeforeOperationHook } from 'payload'

import { resetMail } from '../../translations/mails'
import { publicURL } from '../../utilities/environment'

/** How long the link works, in minutes; Payload's default. */
const LINK_MINUTES = 60

/**
 * Keeps Payload from sending the mail itself: it would do so inside the transaction, which holds up every writer while a mail
 * server thinks, and answer later for an account that exists than for one that does not.
 */
export const holdResetMail: CollectionBeforeOperationHook = ({ args, operation, req }) =>
  operation === 'forgotPassword' && req.payloadAPI !== 'local'
    ? { ...args, disableEmail: true }
    : args

/** Sends the mail with the new-password link, after the answer. */
export const sendResetMail: CollectionAfterOperationHook = ({ args, operation, req, result }) => {
  if (operation !== 'forgotPassword' || req.payloadAPI === 'local' || typeof result !== 'string')
    return result
  const { config, logger } = req.payload
  const to = String((args as { data: { email: string } }).data.email).trim()
  const url = `${publicURL()}${config.routes.admin}${config.admin.routes.reset}/${result}`
  const language = req.i18n.language as keyof typeof resetMail
  const message = (resetMail[language] ?? resetMail.en)({ minutes: LINK_MINUTES, url })
  setImmediate(() => {
    req.payload
      .sendEmail({ ...message, to })
      .catch((err: unknown) =>
        logger.error({ err, msg: 'The mail with the new-password link was not sent' }),
      )
  })
  return result
}
