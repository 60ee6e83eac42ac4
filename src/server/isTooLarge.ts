import type { Request } from 'express'
import type { Payload } from 'payload'

/** Log-in, forgotten password and the like: an address and a password. */
const AUTH_LIMIT = 64 * 1024
/** A document with long texts, a list of some hundred thousand file numbers. */
const DATA_LIMIT = 10 * 1024 * 1024

export const AUTH_PATH =
  /^\/api\/[^/]+\/(?:login|forgot-password|reset-password|refresh-token|unlock|verify\/[^/]+|first-register)$/

/** A file of the bank, which is read as it arrives and never whole in memory. */
const STREAMED_PATH = /^\/api\/payment\/bank-files$/

/** Where Payload makes or changes a document of a collection. */
const DOCUMENT_PATH = /^\/api\/([^/]+)(?:\/[^/]+)?$/

type Args = {
  collections: Payload['config']['collections']
  path: string
  req: Request
  uploadLimit: number
}

/**
 * Whether a body is larger than what its path is for. Nobody has signed in yet where this is asked, and Payload reads bodies whole
 * into memory. Only where files are taken may a form be as large as a file. A body that does not say its length (which no browser
 * sends) counts as too large.
 */
export const isTooLarge = ({ collections, path, req, uploadLimit }: Args): boolean => {
  if (req.get('transfer-encoding')) return true
  const length = Number(req.get('content-length') ?? 0)
  if (AUTH_PATH.test(path)) return length > AUTH_LIMIT
  const slug = DOCUMENT_PATH.exec(path)?.[1]
  const isUpload =
    STREAMED_PATH.test(path) ||
    (req.is('multipart/form-data') &&
      collections.some((collection) => collection.upload && collection.slug === slug))
  return length > (isUpload ? uploadLimit : DATA_LIMIT)
}
