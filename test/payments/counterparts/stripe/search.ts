import type { Reply } from '../serve'
import type { Parameters } from './parameters'

import { StripeRefusal } from './errors'
import { checkParameters } from './parameters'
import { nowS, settings } from './state'

type Searchable = { created: number; metadata: Record<string, string> }

/** `metadata['name']:'value'` (docs.stripe.com, "Search query language"), over what the index has seen so far. */
export const search = (all: Iterable<Searchable>, query: Parameters): Reply => {
  checkParameters(query, ['limit', 'page', 'query'])
  const [, name, text] =
    /^metadata\['((?:[^'\\]|\\.)*)'\]:'((?:[^'\\]|\\.)*)'$/.exec(`${query.query}`) ?? []
  if (name === undefined)
    throw new StripeRefusal(400, {
      message: 'We were unable to parse your search query.',
      param: 'query',
    })
  const value = text!.replace(/\\(.)/g, '$1')
  const found = [...all].filter(
    ({ created, metadata }) => metadata[name] === value && created <= nowS() - settings.searchLagS,
  )
  const limit = Number(query.limit ?? 10)
  return {
    body: {
      data: found.reverse().slice(0, limit),
      has_more: found.length > limit,
      next_page: null,
      object: 'search_result',
    },
    status: 200,
  }
}
