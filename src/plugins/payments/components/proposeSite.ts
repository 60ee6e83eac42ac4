/** In the address of a contact: the site from whose failed payment one came. */
export const SITE_PARAM = 'site'

/**
 * For which site something is to be sent, where that is likely: the only one there is, the one from whose failed payment one came, the
 * one where a payment has failed.
 *
 * @returns its id, or nothing: then the person says
 */
export const proposeSite = ({
  cameFrom,
  failed,
  sites,
}: {
  cameFrom?: null | string
  failed?: string
  sites: readonly { id: string }[]
}): string => {
  if (sites.length === 1) return sites[0]!.id
  return [cameFrom, failed].find((one) => sites.some(({ id }) => id === one)) ?? ''
}
