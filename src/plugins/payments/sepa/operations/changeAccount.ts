import type { Payload, PayloadRequest } from 'payload'

import type { DebitMandate } from './debitTypes'

import { insertMany, readMany, updateMany } from '../../../../database/bulk'
import { inTransaction } from '../../../../database/inTransaction'
import { tokenContext } from '../../../../operations/payments/storedMeans'
import { isBIC } from '../../../../utilities/bank/identifiers/bic'
import { maskIBAN, readIBAN } from '../../../../utilities/bank/identifiers/iban'
import { RepriseError } from '../../../../utilities/errors'
import { open, seal } from '../../../../utilities/seal'
import { paymentSlugs } from '../../collections/slugs'
import { FILE_PROVIDER } from '../fileProvider'
import { refuseOutOfReach } from '../../../../operations/refuseOutOfReach'
import { authorOf } from '../../../../utilities/authorOf'

/**
 * Gives a mandate another account. Where it was collected under the former one, the bank is told with the next collection (SMNDA); a
 * mandate that a return has stopped goes on with it.
 *
 * @throws RepriseError `notFound`; `ibanWrong`; `conflict` for a mandate that was revoked or has expired, or is not collected by file
 */
export const changeAccount = async ({
  bic,
  holder,
  iban: typed,
  mandateID,
  payload,
  req,
}: {
  bic?: string
  holder?: string
  iban: string
  mandateID: string
  payload: Payload
  req: PayloadRequest
}): Promise<void> => {
  const { iban } = readIBAN(typed)
  if (!iban) throw new RepriseError('ibanWrong', { field: 'iban' })
  const bank = bic?.trim().toUpperCase() || null
  if (bank && !isBIC(bank)) throw new RepriseError('invalidInput', { field: 'bic' })
  await inTransaction({
    payload,
    req,
    work: async (own) => {
      const [mandate] = await readMany<DebitMandate>({
        collection: 'mandates',
        payload,
        req: own,
        where: { id: mandateID },
      })
      if (!mandate) throw new RepriseError('notFound')
      refuseOutOfReach({ docs: [{ institution: mandate.institution }], req: own })
      const [account] = await readMany<{ id: string; provider: string }>({
        collection: paymentSlugs.accounts as 'sites',
        payload,
        req: own,
        select: ['provider'],
        where: { id: mandate.account },
      })
      if (
        account?.provider !== FILE_PROVIDER ||
        (mandate.state !== 'active' && mandate.state !== 'stopped')
      )
        throw new RepriseError('conflict')
      await updateMany({
        collection: 'mandates',
        data: {
          bic: bank,
          formerIBAN: toldLater({ iban, mandate }),
          ...(holder?.trim() && { holder: holder.trim().slice(0, 70) }),
          iban: seal(iban, tokenContext(mandate)),
          maskedIBAN: maskIBAN(iban),
          state: 'active',
        },
        payload,
        req: own,
        where: { id: mandateID },
      })
      await insertMany({
        collection: 'journal',
        docs: [
          {
            action: 'update',
            after: { maskedIBAN: maskIBAN(iban), state: 'active' },
            before: { maskedIBAN: mandate.maskedIBAN, state: mandate.state },
            document: mandate.id,
            documentTitle: mandate.reference,
            institution: mandate.institution,
            noun: 'mandates',
            ...authorOf(own),
          },
        ],
        payload,
        req: own,
      })
    },
  })
}

/** The account that the bank still knows the mandate by, sealed, or `null` where it knows none or the new one. */
const toldLater = ({ iban, mandate }: { iban: string; mandate: DebitMandate }): null | string => {
  if (mandate.sequence === 'first') return null
  const known = mandate.formerIBAN ?? mandate.iban
  return known && open(known, tokenContext(mandate)) !== iban ? known : null
}
