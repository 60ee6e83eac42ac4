import type { PayloadRequest } from 'payload'

import { mayRefund } from '../operations/mayRefund'
import { loadRefundable } from '../views/loadRefundable'
import { RefundForm } from './RefundForm'
import './index.scss'

type Props = { file: Record<string, any>; req: PayloadRequest }

/** On the page of a file that was charged: gives money back the way it came. */
export const RefundPayment = async ({ file, req }: Props) => {
  if (!mayRefund(req)) return null
  const charges = await loadRefundable({ file, req })
  if (!charges.length) return null
  return <RefundForm charges={charges} credit={Math.max(0, -Number(file.balance))} />
}
