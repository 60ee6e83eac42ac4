import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'crypto'

import { secret } from './environment'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const VERSION = 'v1'

const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret(), '', `reprise/${purpose}`, 32))

/**
 * Seals a text that is worth money (a card token, an IBAN, a provider's key) before it is stored.
 *
 * @param context whom it belongs to, as in `<institution>:<contact>`: it opens for no other, so that a sealed text that was copied
 * to somebody else's document is worth nothing there
 * @returns a text that says nothing to whoever reads the database, and is another one each time
 */
export const seal = (text: string, context: string): string => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, keyFor('seal'), nonce)
  cipher.setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [VERSION, Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')].join(
    '.',
  )
}

/**
 * Opens what `seal` has sealed.
 *
 * @throws an Error when it was sealed for another context, with another secret, or was changed since
 */
export const open = (sealed: string, context: string): string => {
  const [version, body] = sealed.split('.')
  if (version !== VERSION || !body) throw new Error('This is not a sealed text.')
  const bytes = Buffer.from(body, 'base64url')
  const decipher = createDecipheriv(ALGORITHM, keyFor('seal'), bytes.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return Buffer.concat([
    decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
    decipher.final(),
  ]).toString('utf8')
}

/** A sign of a text that is the same each time and from which it cannot be told: for unique keys and for looking it up. */
export const signOf = (text: string, context: string): string =>
  createHmac('sha256', keyFor('sign')).update(`${context}\u0000${text}`).digest('base64url')
