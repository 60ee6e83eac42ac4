import type { Payload, PayloadRequest } from 'payload'

import type { DebitAccount } from './debitAccount'
import type { DebitMandate } from './debitTypes'

import { readMany } from '../../../../database/bulk'
import { mandateExpiresOn } from '../../../../utilities/bank/mandates/mandateSequence'
import { newerMandate } from '../../operations/newerMandate'
import { MANDATE_FIELDS } from './debitTypes'

/**
 * Of mandates that are not good any more on a day: those that were signed in their place since.
 *
 * @param on the day, `YYYY-MM-DD`
 * @returns by the id of the former one
 */
export const newMandates = async ({
  account,
  mandates,
  on,
  payload,
  req,
}: {
  account: DebitAccount
  mandates: readonly DebitMandate[]
  on: string
  payload: Payload
  req?: Partial<PayloadRequest>
}): Promise<Map<string, DebitMandate>> => {
  const ended = mandates.filter((mandate) => !isGood(mandate, on))
  if (!ended.length) return new Map()
  const others = await readMany<DebitMandate>({
    collection: 'mandates',
    payload,
    req,
    select: MANDATE_FIELDS,
    where: {
      account: account.id,
      contact: [...new Set(ended.map(({ contact }) => contact))],
      state: 'active',
    },
  })
  const good = others.filter((mandate) => isGood(mandate, on))
  return new Map(
    ended.flatMap((former) => {
      const newer = newerMandate(former, good)
      return newer ? [[former.id, newer] as const] : []
    }),
  )
}

const isGood = ({ lastPresentedOn, signedOn, state }: DebitMandate, on: string): boolean =>
  state === 'active' &&
  Boolean(signedOn) &&
  on <=
    mandateExpiresOn({
      lastPresentedOn: lastPresentedOn?.slice(0, 10) ?? null,
      signedOn: signedOn!.slice(0, 10),
    })
