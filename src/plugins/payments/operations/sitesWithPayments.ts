import type { Payload, PayloadRequest } from 'payload'

/** Which of some sites have payments switched on. */
export const sitesWithPayments = async ({
  ids,
  payload,
  req,
}: {
  ids: readonly string[]
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<Set<string>> => {
  const { docs } = await payload.find({
    collection: 'sites',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req: req as PayloadRequest,
    where: { id: { in: [...new Set(ids)] } },
  })
  return new Set(
    docs
      .filter(({ plugins }) => (plugins as string[] | undefined)?.includes('payments'))
      .map(({ id }) => String(id)),
  )
}
