import { createHash, randomBytes } from 'crypto'

import { publicURL } from '../../../../utilities/environment'

/** 256 bits: nobody guesses one. */
const BYTES = 32

/** The secret of a personal link. It is in the mail and in the customer's browser; here only its hash stays. */
export const newToken = (): string => randomBytes(BYTES).toString('base64url')

/** Under which a link is found by its token. The token is random, so a plain hash says nothing about it. */
export const hashOf = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')

/** Whom a token that waits for its mail is sealed for. */
export const tokenContext = ({ id, institution }: { id: string; institution: string }): string =>
  `card-link:${institution}:${id}`

/** The address of the customer's page; `next.config.mjs` leads it to the endpoint. */
export const linkAddress = (token: string): string => `${publicURL()}/card/${token}`
