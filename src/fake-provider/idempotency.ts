import { createHash } from 'crypto'

import type { Answer, Merchant, Provider } from './types'

import { Refusal } from './types'

/**
 * Runs an effect once per key: the effect and its answer are written in one transaction, and whoever comes again with the key gets that
 * answer, whatever it was (as Stripe does, 500s included). A refusal by `validate` is not remembered.
 *
 * @param breaks with a 500 which is then the remembered answer; `after`: with the effect, `instead`: without it
 * @throws Refusal (422) when the key was used for another request
 */
export const once = (
  { store }: Provider,
  {
    breaks,
    effect,
    key,
    merchant,
    request,
  }: {
    breaks?: 'after' | 'instead'
    effect: () => Answer
    key: string
    merchant: Merchant
    request: unknown
  },
): { isReplay: boolean } & Answer => {
  const print = createHash('sha256').update(JSON.stringify(request)).digest('hex')
  return store.transaction(() => {
    const known = store.get<{ body: string; request: string; status: number }>(
      'SELECT request, status, body FROM answers WHERE merchant = ? AND key = ?',
      merchant.id,
      key,
    )
    if (known && known.request !== print)
      throw new Refusal(422, 'key_reused', 'This key was used for another request.')
    if (known) return { body: JSON.parse(known.body), isReplay: true, status: known.status }
    const done = breaks === 'instead' ? undefined : effect()
    const answer = breaks || !done ? BROKEN : done
    store.run(
      'INSERT INTO answers VALUES (?, ?, ?, ?, ?)',
      merchant.id,
      key,
      print,
      answer.status,
      JSON.stringify(answer.body),
    )
    return { ...answer, isReplay: false }
  })
}

const BROKEN: Answer = {
  body: { code: 'api_error', message: 'Something went wrong here.', object: 'error' },
  status: 500,
}
