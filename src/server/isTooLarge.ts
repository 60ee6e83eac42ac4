import type { Request } from 'express'

/** Log-in, forgotten password and the like: an address and a password. */
const AUTH_LIMIT = 64 * 1024
/** A document with long texts, a list of some hundred thousand file numbers. */
const DATA_LIMIT = 10 * 1024 * 1024

export const AUTH_PATH =
  /^\/api\/[^/]+\/(?:login|forgot-password|reset-password|refresh-token|unlock|verify\/[^/]+|first-register)$/

/** A file of the bank, which is read as it arrives and never whole in memory. */
const STREAMED_PATH = /^\/api\/payment\/bank-files$/

type Args = { path: string; req: Request; uploadLimit: number }

/**
 * Whether a body is larger than what its path is for. Nobody has signed in yet where this is asked, and Payload reads bodies whole
 * into memory. A body that does not say its length (which no browser sends) counts as too large.
 */
export const isTooLarge = ({ path, req, uploadLimit }: Args): boolean => {
  if (req.get('transfer-encoding')) return true
  const length = Number(req.get('content-length') ?? 0)
  if (AUTH_PATH.test(path)) return length > AUTH_LIMIT
  return (
    length > (req.is('multipart/form-data') || STREAMED_PATH.test(path) ? uploadLimit : DATA_LIMIT)
  )
}
