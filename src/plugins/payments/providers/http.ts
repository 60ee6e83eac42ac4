/** What came back over the wire, before anybody says what it means for money. */
export type HTTPResult =
  | {
      /** The JSON that came; undefined when it was none, or broke off. */
      body: unknown
      headers: Headers
      kind: 'answer'
      status: number
    }
  /** Nothing came, or not all of it. Whether the request took effect cannot be told from here. */
  | { error: string; kind: 'noAnswer' }

export type HTTPRequest = {
  /** Fields of a form, for providers that take no JSON. */
  form?: URLSearchParams
  headers?: Record<string, string>
  /** A JSON document. */
  json?: unknown
  method: 'DELETE' | 'GET' | 'POST' | 'PUT'
  /** Gives up earlier than the time limit. The request may have taken effect all the same. */
  signal?: AbortSignal
  timeoutMS?: number
  url: string
}

/** How long a provider may take, in milliseconds: a card's bank is asked meanwhile. */
const PROVIDER_TIMEOUT_MS = 10_000

/**
 * Sends one request, once. It never tries again and never follows a redirect: either would send a charge a second time, the latter
 * together with the account's key to another address.
 *
 * @returns what was answered, whatever the status; a time-out, a broken connection and a body that breaks off are `noAnswer`
 */
export const sendHTTP = async ({
  form,
  headers,
  json,
  method,
  signal,
  timeoutMS = PROVIDER_TIMEOUT_MS,
  url,
}: HTTPRequest): Promise<HTTPResult> => {
  const limit = AbortSignal.timeout(timeoutMS)
  try {
    const answer = await fetch(url, {
      body: form ?? (json === undefined ? undefined : JSON.stringify(json)),
      headers: {
        Accept: 'application/json',
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      method,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
    const text = await answer.text()
    return { body: parse(text), headers: answer.headers, kind: 'answer', status: answer.status }
  } catch (err) {
    return { error: reasonOf(err), kind: 'noAnswer' }
  }
}

/**
 * What an answer says about the effect of what was sent, by its status alone:
 * - `done`: 2xx with a document; read it
 * - `refused`: a 4xx that says no to this request; it has changed nothing
 * - `unclear`: no answer, 5xx, a redirect, a 2xx that cannot be read, and the 4xx that are about the moment (408 too slow, 409 the
 *   same key is under way, 425, 429 too many): it, or an earlier one under the same key, may have taken effect
 */
export const outcomeOf = (result: HTTPResult): 'done' | 'refused' | 'unclear' => {
  if (result.kind === 'noAnswer') return 'unclear'
  const { body, status } = result
  if (status >= 200 && status < 300)
    return typeof body === 'object' && body !== null ? 'done' : 'unclear'
  return status >= 400 && status < 500 && !MOMENTARY.has(status) ? 'refused' : 'unclear'
}

const MOMENTARY = new Set([408, 409, 425, 429])

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The error of `fetch` says "fetch failed"; its cause says why. */
const reasonOf = (err: unknown): string => {
  const { name, cause, message } = err as Error & { cause?: { code?: string; message?: string } }
  if (name === 'TimeoutError') return 'timeout'
  return cause?.code ?? cause?.message ?? message
}
