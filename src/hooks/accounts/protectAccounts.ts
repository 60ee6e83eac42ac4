import type { CollectionConfig, Plugin } from 'payload'

import { publicURL } from '../../utilities/environment'
import { RepriseError } from '../../utilities/errors'
import { forgiveAttempts, limitAttempts } from './limitAttempts'
import { refuseShortPassword } from './refuseShortPassword'
import { holdResetMail, sendResetMail } from './sendResetMail'

/**
 * Protects the log-in of every collection that has one. Runs after the other plugins, so that none is missed.
 *
 * Payload's own lock is off: it counts per account whoever guesses, so a stranger could keep the owner out. `limitAttempts` stands
 * in its place.
 */
export const protectAccounts: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) =>
    collection.auth ? withProtection(collection) : collection,
  ),
})

const withProtection = (collection: CollectionConfig): CollectionConfig => {
  const { endpoints, hooks } = collection
  const auth = typeof collection.auth === 'object' ? collection.auth : {}
  return {
    ...collection,
    auth: {
      ...auth,
      cookies: { sameSite: 'Lax', ...auth.cookies, secure: publicURL().startsWith('https:') },
      maxLoginAttempts: 0,
    },
    // Found before Payload's own of that path: nobody registers themselves, not even on an empty database.
    endpoints: [
      {
        handler: () => {
          throw new RepriseError('noFirstUserForm')
        },
        method: 'post',
        path: '/first-register',
      },
      ...(endpoints || []),
    ],
    hooks: {
      ...hooks,
      afterLogin: [...(hooks?.afterLogin ?? []), forgiveAttempts],
      afterOperation: [...(hooks?.afterOperation ?? []), sendResetMail],
      beforeOperation: [
        limitAttempts,
        holdResetMail,
        refuseShortPassword,
        ...(hooks?.beforeOperation ?? []),
      ],
    },
  }
}
