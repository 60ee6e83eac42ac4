import type { Payload, PayloadRequest } from 'payload'

import { dayIn } from '../../../../utilities/dayIn'
import { readMany, updateMany } from '../../../../database/bulk'
import { RepriseError } from '../../../../utilities/errors'
import { paymentSlugs } from '../../collections/slugs'
import { timeZoneOf } from '../../operations/timeZoneOf'
import { changeFile } from './changeFile'

/** Stand in the place of a bank's code, and are none: what a person has decided where no row of the bank says it. */
export const CAME_IN = 'cameIn'
export const NOT_CAME_IN = 'notCameIn'

type Standing = {
  bookedAt: null | string
  collectOn: string
  returnCode: null | string
  returnKind: null | string
  state: string
}

type Collection = {
  id: string
  debitFile: null | string
  institution: string
  reference: string
  site: string
} & Standing

const charges = paymentSlugs.charges as 'sites'

/**
 * What a person may decide of a collection that was handed in, from its day on: before, the bank may still collect what would be owed
 * again by then. Whatever the bank has said of it stands. That it came in can be put right, for the bank may never say that it did not.
 *
 * @param today in the time zone of the site, `YYYY-MM-DD`
 */
export const decisionsOn = (
  { bookedAt, collectOn, returnCode, returnKind, state }: Standing,
  today: string,
) => {
  const isOpen = state === 'pending' && bookedAt === null && returnKind === null
  const isNoted = returnCode === CAME_IN && returnKind === null
  const cameIn = isOpen && !isToCome({ collectOn }, today)
  return { cameIn, notCameIn: cameIn || isNoted }
}

const isToCome = ({ collectOn }: Pick<Standing, 'collectOn'>, today: string): boolean =>
  collectOn.slice(0, 10) > today

type Args = {
  chargeID: string
  now?: Date
  payload: Payload
  req?: Partial<PayloadRequest>
}

/**
 * Notes that the money of a collection came in, where no row of the bank says so: it is booked as what a bank credits. A bank can still
 * send it back.
 *
 * @param day on which it came in, `YYYY-MM-DD`
 * @throws RepriseError `notFound`; `invalidInput` for a day before its collection or after today; `conflict` when it is decided already
 */
export const noteCameIn = ({ day, ...args }: { day: string } & Args) =>
  decide({
    ...args,
    after: { day },
    check: (charge, today) => {
      if (day < charge.collectOn.slice(0, 10) || day > today)
        throw new RepriseError('invalidInput', { field: 'day', says: sentence('dayOutside') })
    },
    data: { bookedAt: `${day}T00:00:00.000Z`, returnCode: CAME_IN },
    decision: 'cameIn',
  })

/**
 * Notes that the money of a collection did not come in: it is owed again, as what a bank sends back without a code.
 *
 * @param reason in the words of the person
 * @throws RepriseError `notFound`; `conflict` when its day is still to come, or it is decided already
 */
export const noteNotCameIn = ({ reason, ...args }: { reason: string } & Args) =>
  decide({
    ...args,
    after: { reason },
    data: {
      returnCode: NOT_CAME_IN,
      returnKind: 'returned',
      returnText: reason.slice(0, 140),
    },
    decision: 'notCameIn',
  })

const decide = async ({
  after,
  chargeID,
  check,
  data,
  decision,
  now = new Date(),
  payload,
  req,
}: {
  after: Record<string, string>
  check?: (charge: Collection, today: string) => void
  data: Record<string, string>
  decision: keyof ReturnType<typeof decisionsOn>
} & Args): Promise<void> => {
  const read = async (own?: PayloadRequest) =>
    (
      await readMany<Collection>({
        collection: charges,
        payload,
        req: own,
        where: { id: chargeID },
      })
    )[0]
  const fileID = (await read())?.debitFile
  if (!fileID) throw new RepriseError('notFound')
  return changeFile({
    fileID,
    payload,
    req,
    state: 'released',
    work: async (_file, own) => {
      const charge = (await read(own))!
      const today = dayIn(now, await timeZoneOf(charge, payload))
      check?.(charge, today)
      if (!decisionsOn(charge, today)[decision])
        throw new RepriseError('conflict', {
          says: sentence(isToCome(charge, today) ? 'dayToCome' : 'decidedAlready'),
        })
      const { bookedAt, state } = charge
      const changed = await updateMany({
        collection: charges,
        data: { ...data, toSettle: true },
        payload,
        req: own,
        // A file of the bank may be read in at this moment: what it says stands.
        where: { id: chargeID, bookedAt, returnKind: null, state },
      })
      if (!changed) throw new RepriseError('conflict', { says: sentence('decidedAlready') })
      return { [decision]: charge.reference, ...after }
    },
  })
}

const sentence = (code: string) => ({
  message: `payments:debits:refusals:${code}`,
  nextStep: `payments:debits:refusalSteps:${code}`,
})
