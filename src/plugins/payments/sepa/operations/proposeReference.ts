import type { Payload, PayloadRequest } from 'payload'

import { readMany } from '../../../../database/bulk'
import { mandateKey } from '../../../../operations/payments/storedMeans'
import { newReference } from '../../operations/newReference'

/** Nobody signs more in a house; whoever does types a reference. */
const MOST = 99

/**
 * The next free reference for a mandate of a contact: the contact's number and a count, "1043-2". Short enough to be read out, and
 * of signs that every bank takes (EPC130-08).
 *
 * @returns `undefined` where there is no such contact, or it has a hundred mandates
 */
export const proposeReference = async ({
  contact: id,
  institution,
  payload,
  req,
}: {
  contact: string
  institution: string
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<string | undefined> => {
  const [contact] = await readMany<{ id: string; number: null | number }>({
    collection: 'contacts',
    payload,
    req,
    select: ['number'],
    where: { id, institution },
  })
  if (!contact) return undefined
  // Who came in by the API of another program may have no number.
  const name = contact.number ?? newReference().slice(0, 8)
  const proposals = Array.from({ length: MOST }, (_, i) => `${name}-${i + 1}`)
  const keyOf = (reference: string) => mandateKey({ institution, reference })
  const taken = new Set(
    (
      await readMany<{ id: string; mandateKey: string }>({
        collection: 'mandates',
        payload,
        req,
        select: ['mandateKey'],
        where: { mandateKey: proposals.map(keyOf) },
      })
    ).map(({ mandateKey: key }) => key),
  )
  return proposals.find((reference) => !taken.has(keyOf(reference)))
}
