import crypto from 'crypto'
import { syncBuiltinESMExports } from 'module'

/**
 * Makes the passwords of this process quick to hash: those of tests are of no use elsewhere, and hashing hundreds of them as slowly as
 * real ones takes minutes. Programs that a test starts hash as they do for people.
 */
export const quickPasswords = (): void => {
  const { pbkdf2 } = crypto
  crypto.pbkdf2 = (password, salt, _iterations, ...rest) => pbkdf2(password, salt, 1, ...rest)
  syncBuiltinESMExports()
}
