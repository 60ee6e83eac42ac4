import Stripe from 'stripe'

/** How long Stripe may take, in milliseconds: the card's bank is asked meanwhile. */
const TIMEOUT_MS = 30_000

export type StripeSettings = {
  /** Another address to speak to, for a counterpart in tests. */
  baseURL?: string
  secretKey: string
  timeoutMS?: number
  webhookSecret: string
}

export type StripeClient = {
  /**
   * Makes one call. Gives up when the signal says so; what was sent may take effect all the same.
   *
   * @throws the error of Stripe's client, or GivenUp
   */
  call: <T>(run: (stripe: Stripe) => Promise<T>, signal?: AbortSignal) => Promise<T>
  stripe: Stripe
}

/** The caller has given up before an answer came. */
class GivenUp extends Error {}

/**
 * Stripe's own client, told to send each request once: its retries would make up a key of their own where none is given, and hide
 * from us that nothing is known (docs.stripe.com, "Idempotent requests").
 */
export const openClient = ({ baseURL, secretKey, timeoutMS }: StripeSettings): StripeClient => {
  const { hostname, port, protocol } = new URL(baseURL ?? 'https://api.stripe.com')
  const stripe = new Stripe(secretKey, {
    host: hostname,
    // A redirect would take a charge and the key to another address.
    httpClient: Stripe.createFetchHttpClient((...[input, init]: Parameters<typeof fetch>) =>
      fetch(input, { ...init, redirect: 'manual' }),
    ),
    maxNetworkRetries: 0,
    port: port || (protocol === 'http:' ? 80 : 443),
    protocol: protocol === 'http:' ? 'http' : 'https',
    telemetry: false,
    timeout: timeoutMS ?? TIMEOUT_MS,
  })
  return { call: (run, signal) => unlessGivenUp(() => run(stripe), signal), stripe }
}

const unlessGivenUp = async <T>(run: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
  if (!signal) return run()
  if (signal.aborted) throw new GivenUp('before it was sent')
  const { promise: givenUp, reject } = promiseOf<never>()
  const onAbort = () => reject(new GivenUp('while it was under way'))
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([run(), givenUp])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

/** `Promise.withResolvers`, which Node 20 does not have. */
const promiseOf = <T>() => {
  let reject!: (err: Error) => void
  const promise = new Promise<T>((_, no) => (reject = no))
  // Nobody may be waiting any more when the caller gives up.
  promise.catch(() => undefined)
  return { promise, reject }
}
