import type { PayloadRequest } from 'payload'

import { mayBookPayments } from '../operations/mayBookPayments'
import { loadNoted } from '../views/loadNoted'
import { ReasonForm } from './ReasonForm'
import './index.scss'

type Props = { file: Record<string, any>; req: PayloadRequest }

/** On the page of a file for which a payment was noted: takes it back, where that was a mistake, or says who may. */
export const TakeBackPayment = async ({ file, req }: Props) => {
  if (!mayBookPayments(req)) return null
  const { hasOthers, noted } = await loadNoted({ file, req })
  return (
    <>
      {noted.length > 0 && (
        <ReasonForm
          choices={noted.map(({ id, consequences, title }) => ({
            body: consequences,
            path: `/payment/payments/${id}/take-back`,
            title,
          }))}
          name="takeBack"
        />
      )}
      {hasOthers && <small>{req.t('payments:desk:takeBackByOthers' as never)}</small>}
    </>
  )
}
