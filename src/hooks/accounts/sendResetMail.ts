import type { CollectionAfterOperationHook, CollectionBeforeOperationHook, Payload } from 'payload'

import { resetMail } from '../../translations/mails'
import { publicURL } from '../../utilities/environment'
import { languageOf } from '../../utilities/languages'

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
  const { payload } = req
  setImmediate(async () => {
    try {
      const language = await languageOfAccount(payload, to)
      const message = resetMail[languageOf(language, req.i18n.language)]({
        minutes: LINK_MINUTES,
        url,
      })
      await payload.sendEmail({ ...message, to })
    } catch (err) {
      logger.error({ err, msg: 'The mail with the new-password link was not sent' })
    }
  })
  return result
}

/** The language that an account has chosen; asked for after the answer, which must not last longer for an account that exists. */
const languageOfAccount = async (payload: Payload, email: string): Promise<unknown> => {
  const { docs } = await payload.find({
    collection: 'users',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    pagination: false,
    where: { email: { equals: email.toLowerCase() } },
  })
  return docs[0]?.language
}
