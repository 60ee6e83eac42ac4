import type { Endpoint, PayloadRequest } from 'payload'

import { z } from 'zod'

import type { LinkFacts } from '../pages/loadCardPage'
import type { Link } from '../operations/reminders/links'

import { updateMany } from '../../../database/bulk'
import { createLimiter } from '../../../database/createLimiter'
import { defineEndpoint } from '../../../endpoints/defineEndpoint'
import { clientIP } from '../../../utilities/clientIP'
import { RepriseError } from '../../../utilities/errors'
import { languageOf } from '../../../utilities/languages'
import { SetupError } from '../../../utilities/SetupError'
import { paymentSlugs } from '../collections/slugs'
import { completeLink } from '../operations/reminders/completeLink'
import { findLink } from '../operations/reminders/links'
import { openSetup } from '../operations/reminders/openSetup'
import { renderCardPage, renderNotice } from '../pages/cardPage'
import { loadCardPage } from '../pages/loadCardPage'
import { ProviderUnreachable, RequestRefused } from '../providers/types'

/** Links that lead nowhere, per address: nobody guesses a token, and nobody shall try at our cost. */
const guesses = createLimiter({ name: 'card-link', points: 30, seconds: 15 * 60 })
/** Pages opened at the provider, per link: each is a request there. */
const openings = createLimiter({ name: 'card-setup', points: 20, seconds: 3600 })

const answer = (html: string, status = 200): Response =>
  new Response(html, {
    headers: { 'Cache-Control': 'no-store', 'Content-Type': 'text/html; charset=utf-8' },
    status,
  })

type Found = { facts: LinkFacts; link: Link; token: string }

/** Finds the link and answers; whatever is wrong with a token, the answer is the same sentence. */
const withLink = async (
  { input, req }: { input: { params: { token: string } }; req: PayloadRequest },
  work: (found: Found) => Promise<Response>,
): Promise<Response> => {
  const { payload } = req
  const language = languageOf(req.i18n.language)
  const address = clientIP(req) ?? 'unknown'
  if (await guesses.take(payload, address)) return answer(renderNotice(language, 'tooMany'), 429)
  const { token } = input.params
  const link = await findLink({ payload, token })
  const facts = link && (await loadCardPage({ link, req }))
  if (!link || !facts) return answer(renderNotice(language, 'notThere'), 404)
  await guesses.giveBack(payload, address)
  return work({ facts, link, token })
}

const askPage = (
  { facts, token }: Found,
  said?: 'failed' | 'unavailable' | 'unfinished',
  status = 200,
): Response =>
  answer(renderCardPage({ ...facts, kind: 'ask', path: `/card/${token}`, said }), status)

/** What the provider knows by now, as a page. A new look at the facts: storing the card has changed them. */
const outcomePage = async (
  found: Found,
  req: PayloadRequest,
  { isBack }: { isBack: boolean },
): Promise<Response> => {
  const { link, token } = found
  const { payload } = req
  try {
    const outcome = await completeLink({ link, payload })
    if (outcome !== 'stored')
      return askPage(
        found,
        outcome === 'failed' ? 'failed' : isBack && outcome === 'open' ? 'unfinished' : undefined,
      )
  } catch (err) {
    if (err instanceof RepriseError)
      return answer(renderNotice(found.facts.language, 'notThere'), 404)
    if (!isOfProvider(err)) throw err
    payload.logger.warn({ err, msg: `The provider does not answer about link ${link.id}` })
    return askPage(found, isBack ? 'unavailable' : undefined)
  }
  const used = await findLink({ payload, token })
  const facts = used && (await loadCardPage({ link: used, req }))
  if (!facts) return answer(renderNotice(found.facts.language, 'notThere'), 404)
  return answer(renderCardPage({ ...facts, card: facts.card ?? '', kind: 'stored' }))
}

const isOfProvider = (err: unknown): boolean =>
  err instanceof ProviderUnreachable ||
  err instanceof RequestRefused ||
  // The account was entered wrong, or its keys are sealed with another secret: not the customer's doing.
  err instanceof SetupError

const input = { params: z.object({ token: z.string().max(200) }) }
const common = {
  anonymous: true,
  input,
  output: z.string(),
  produces: 'text/html',
  transaction: false,
  who: () => true,
} as const

/**
 * The page of a personal link (`/card/<token>`), for customers without an account: plain HTML that works without scripts. No card
 * number passes through here; the customer types it on the provider's page.
 */
export const cardPages: Endpoint[] = [
  defineEndpoint({
    ...common,
    handler: ({ input, req }) =>
      withLink({ input, req }, async (found) => {
        if (!found.link.openedAt)
          await updateMany({
            collection: paymentSlugs.links as 'sites',
            data: { openedAt: new Date().toISOString() },
            payload: req.payload,
            where: { id: found.link.id, openedAt: null },
          })
        return outcomePage(found, req, { isBack: false })
      }),
    method: 'get',
    path: '/payment/card/:token',
    summary: 'The page on which a customer stores a new card by their personal link',
  }),
  defineEndpoint({
    ...common,
    handler: ({ input, req }) =>
      withLink({ input, req }, async (found) => {
        const { facts, link, token } = found
        const { payload } = req
        if (link.state === 'used') return outcomePage(found, req, { isBack: false })
        if (await openings.take(payload, link.id))
          return answer(renderNotice(facts.language, 'tooMany'), 429)
        try {
          const address = await openSetup({ language: facts.language, link, payload, token })
          return answer(renderCardPage({ ...facts, address, kind: 'going' }))
        } catch (err) {
          if (!isOfProvider(err)) throw err
          payload.logger.error({ err, msg: `No page of the provider for link ${link.id}` })
          return askPage(found, 'unavailable', 503)
        }
      }),
    method: 'post',
    path: '/payment/card/:token',
    summary: 'Open the provider’s page for the customer of a personal link',
  }),
  // The one get after which something may be written: what the provider says was stored, once, however often it is called.
  defineEndpoint({
    ...common,
    handler: ({ input, req }) =>
      withLink({ input, req }, (found) => outcomePage(found, req, { isBack: true })),
    method: 'get',
    path: '/payment/card/:token/back',
    summary: 'Where the provider sends the customer of a personal link back to',
  }),
]
