import type { PayloadRequest, ServerProps } from 'payload'

import { BOOKED_KINDS } from '../../../operations/payments/bookPayment'
import { methodName } from '../../../operations/payments/paymentMethods'
import { formatAmount } from '../../../utilities/formatAmount'
import { mayBookPayments } from '../operations/mayBookPayments'
import { BookPaymentForm } from './BookPaymentForm'
import './index.scss'

type Props = { file: Record<string, any>; req: PayloadRequest } & Pick<ServerProps, 'i18n'>

/** On the page of a file on which something is due: notes what came in at the counter or by transfer. */
export const BookPayment = ({ file, i18n, req }: Props) => {
  if (!mayBookPayments(req) || file.balance <= 0 || file.status === 'cancelled') return null
  return (
    <BookPaymentForm
      due={formatAmount({ amount: file.balance })}
      fileID={String(file.id)}
      methods={BOOKED_KINDS.map((kind) => ({ kind, label: methodName(kind, i18n.language) }))}
    />
  )
}
