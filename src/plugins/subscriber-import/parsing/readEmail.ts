import { domainToASCII } from 'node:url'

const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u
const TOP_LEVEL = /^[a-z]{2,63}$/

/**
 * One e-mail address, with its domain in lower case and in the letters that mail travels in ("jo@Müller.ch" → "jo@xn--mller-kva.ch").
 *
 * @returns `undefined` for anything else: several addresses, a name with it, a domain without a point
 */
export const readEmail = (text: string): string | undefined => {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  const written = text.slice(at + 1)
  if (at < 1 || local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(written)) return undefined
  const domain = domainToASCII(written.toLowerCase())
  const labels = domain.split('.')
  const isDomain =
    domain.length <= 253 &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    TOP_LEVEL.test(labels.at(-1)!)
  return isDomain ? `${local}@${domain}` : undefined
}
