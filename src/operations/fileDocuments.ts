import type { PaymentPlan } from './payments/paymentDocuments'
import type { PlannedInstalment } from './payments/planInstalments'

import { toSearchKey } from '../utilities/toSearchKey'
import { fileTotals } from './fileStatus'
import { paymentDocuments } from './payments/paymentDocuments'

/** A subscription for one beneficiary (or a fee) as it is to be written. Amounts in minor units. */
export type LinePlan = {
  amount: number
  beneficiary?: null | string
  /** Given by callers that must name the line before it is written (result rows). */
  id?: string
  kind: 'fee' | 'subscription'
  originLine?: null | string
  performances?: string[]
  priceCategory?: null | string
  /** `renew:<origin line>:<target season>`; other lines get a key of their own. */
  renewalKey?: string
  season?: null | string
  seat?: null | string
  shipmentMode?: null | string
  subscription?: null | string
  tariff?: null | string
}

export type OrderPlan = {
  /** When it happened, where that is not now (what comes in from an old system). */
  at?: Date | string
  cause?: null | string
  /** A sale that counts only once its first charge is answered: until then it is neither sold nor reserved. */
  isCharging?: boolean
  kind: 'reservation' | 'sale'
  lines: LinePlan[]
  paymentDeadline?: Date | null | string
  requestedBy: 'institution' | 'public'
  shipmentMode?: null | string
}

export type FilePlan = {
  id?: string
  channel?: null | string
  currency: string
  externalNumber?: null | string
  institution: string
  orders: OrderPlan[]
  /** Unique sign of where the file came from, so that the same source never makes a second one. */
  originKey?: null | string
  payer: string
  payments?: PaymentPlan[]
  remarks?: unknown
  run?: null | string
  season?: null | string
  site: string
}

export type WrittenFile = {
  id: string
  lineIDs: string[][]
  number: number
  /** In the order of the plan. */
  payments: { id: string; instalments: ({ id: string } & PlannedInstalment)[] }[]
}

/** What the journal calls the way in. */
export type FileAction = 'import' | 'renew' | 'reserve' | 'sell'

/** The member of staff in whose name files are written; `null` where it is nobody's. */
export type FileAuthor = { id: string; name?: null | string } | null

type Documents = Record<
  'allocations' | 'files' | 'instalments' | 'journal' | 'lines' | 'orders' | 'payments',
  Record<string, unknown>[]
> & { written: WrittenFile[] }

/** The documents that plans come to; pure but for the ids it is handed. The bench writes the same ones as its reference. */
export const toDocuments = ({
  action,
  first,
  newID: id,
  plans,
  user,
}: {
  action: FileAction
  first: { file: number; order: number }
  newID: () => string
  plans: FilePlan[]
  user: FileAuthor
}): Documents => {
  const out: Documents = {
    allocations: [],
    files: [],
    instalments: [],
    journal: [],
    lines: [],
    orders: [],
    payments: [],
    written: [],
  }
  let fileNumber = first.file
  let orderNumber = first.order
  for (const plan of plans) {
    const file = plan.id ?? id()
    const base = { institution: plan.institution, site: plan.site }
    const orders: { amount: number; kind: string }[] = []
    const lines: { kind: string; state: string }[] = []
    const lineIDs: string[][] = []
    const orderIDs: string[] = []
    let deadline: Date | null | string = null
    for (const order of plan.orders) {
      const orderID = id()
      orderIDs.push(orderID)
      const state = order.isCharging ? 'charging' : order.kind === 'sale' ? 'sold' : 'reserved'
      const amount = order.lines.reduce((sum, line) => sum + line.amount, 0)
      const at = order.at ? { createdAt: new Date(order.at).toISOString() } : {}
      if (
        order.paymentDeadline &&
        (!deadline || new Date(order.paymentDeadline) < new Date(deadline))
      )
        deadline = order.paymentDeadline
      out.orders.push({
        ...base,
        ...at,
        id: orderID,
        amount,
        cause: order.cause,
        channel: plan.channel,
        file,
        kind: order.kind,
        number: orderNumber,
        numberKey: `${plan.institution}:${orderNumber}`,
        paymentDeadline: order.paymentDeadline,
        requestedBy: order.requestedBy,
        run: plan.run,
        searchKey: String(orderNumber),
        shipmentMode: order.shipmentMode,
        user: user?.id,
      })
      orderNumber++
      orders.push({ amount, kind: order.kind })
      lineIDs.push(
        order.lines.map((line) => {
          const lineID = line.id ?? id()
          const common = {
            ...base,
            ...at,
            beneficiary: line.beneficiary,
            file,
            order: orderID,
            payer: plan.payer,
            priceCategory: line.priceCategory,
            run: plan.run,
            season: line.season,
            seat: line.seat,
            shipmentMode: line.shipmentMode,
            state,
            subscription: line.subscription,
            tariff: line.tariff,
          }
          lines.push({ kind: line.kind, state })
          out.lines.push({
            ...common,
            id: lineID,
            amount: line.amount,
            kind: line.kind,
            originLine: line.originLine,
            renewalKey: line.renewalKey ?? `line:${lineID}`,
          })
          for (const performance of line.performances ?? []) {
            const performanceLine = id()
            out.lines.push({
              ...common,
              id: performanceLine,
              amount: 0,
              kind: 'performance',
              parent: lineID,
              performance,
              renewalKey: `line:${performanceLine}`,
            })
            if (line.seat)
              out.allocations.push({
                ...base,
                ...at,
                id: id(),
                file,
                line: performanceLine,
                performance,
                seat: line.seat,
                seatKey: `${performance}:${line.seat}`,
                state,
              })
          }
          return lineID
        }),
      )
    }
    const payments = (plan.payments ?? []).map((payment) =>
      paymentDocuments(
        payment,
        {
          ...base,
          file,
          order: payment.order === undefined ? null : orderIDs[payment.order],
          payer: plan.payer,
        },
        id,
      ),
    )
    for (const { instalments, payment } of payments) {
      out.payments.push(payment)
      out.instalments.push(...instalments)
    }
    const totals = fileTotals({
      lines,
      orders,
      payments: payments.map(({ payment }) => payment),
    })
    out.files.push({
      ...base,
      ...totals,
      id: file,
      channel: plan.channel,
      currency: plan.currency,
      externalNumber: plan.externalNumber,
      number: fileNumber,
      numberKey: `${plan.institution}:${fileNumber}`,
      originKey: plan.originKey,
      payer: plan.payer,
      paymentDeadline: deadline,
      remarks: plan.remarks,
      run: plan.run,
      searchKey: toSearchKey(fileNumber, plan.externalNumber),
      season: plan.season,
    })
    // A sale in the making is noted once it is one.
    if (!plan.orders.some(({ isCharging }) => isCharging))
      out.journal.push({
        action,
        after: { lines: lines.length, status: totals.status, total: totals.total },
        document: file,
        documentTitle: String(fileNumber),
        file,
        institution: plan.institution,
        noun: 'files',
        run: plan.run,
        site: plan.site,
        user: user?.id,
        userName: user?.name,
      })
    out.written.push({
      id: file,
      lineIDs,
      number: fileNumber,
      payments: payments.map(({ payment, schedule }) => ({
        id: payment.id,
        instalments: schedule,
      })),
    })
    fileNumber++
  }
  return out
}
