/** Set by our Express on every request, over whatever the client sent under that name. */
export const CLIENT_IP_HEADER = 'x-reprise-client-ip'

type RequestLike = {
  headers: { get: (name: string) => null | string } | Record<string, string | string[] | undefined>
}

/**
 * The address of the person's connection: the only place to ask for it, in Express and in Payload endpoints alike. Proxies are
 * believed as far as `TRUST_PROXY` says; no other header counts.
 *
 * @returns an IPv4 or IPv6 address, or `undefined` when the request did not come through our server
 */
export const clientIP = ({ headers }: RequestLike): string | undefined => {
  const value =
    typeof headers.get === 'function'
      ? headers.get(CLIENT_IP_HEADER)
      : (headers as Record<string, string | string[] | undefined>)[CLIENT_IP_HEADER]
  return typeof value === 'string' && value ? value : undefined
}
