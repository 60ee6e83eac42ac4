import type { MessageVisitor, Values } from './readMessage'
import type { BankSource } from './types'

import { readMessage } from './readMessage'
import { BankFileRefused } from './types'
import { moneyAt, textOf, textsOf } from './values'

const MAX_TRANSACTIONS = 200_000

export type StatusReason = {
  /** Of the ISO list, such as AC04, or the bank's own. */
  code: null | string
  text: string
}

/** RJCT, ACCP, ACSC, PART …; null where that level says nothing. */
type Status = { reasons: StatusReason[]; status: null | string }

export type StatusEvent =
  | ({
      type: 'group'
      /** The name of the message that is answered, such as pain.008.001.08. */
      originalMessageName: null | string
      originalMsgID: string
    } & Status)
  | ({ type: 'payment'; paymentID: string } & Status)
  | ({
      type: 'transaction'
      /** Minor units; null where the bank does not repeat it. */
      amount: null | number
      currency: null | string
      endToEndID: null | string
      mandateReference: null | string
      /** Of the part of the file it was in. */
      paymentID: null | string
    } & Status)
  | { type: 'end'; transactions: number }
  | { type: 'report'; createdAt: null | string; messageID: string; version: string }

const GROUP = 'OrgnlGrpInfAndSts'
const PAYMENT = 'OrgnlPmtInfAndSts'
const TRANSACTION = 'OrgnlPmtInfAndSts/TxInfAndSts'

const RECORDS = new Set(['GrpHdr', GROUP, PAYMENT, TRANSACTION])

/**
 * A bank's answer to a file that was handed in (pain.002, every version since .03): for the whole file, for each part, for each
 * collection. A level that says nothing leaves it to the one above or below. A part comes after its transactions.
 *
 * @param maxBytes how large the file may be. @default 20 MB
 * @throws BankFileRefused
 */
export async function* readStatusReport(
  source: BankSource,
  { maxBytes }: { maxBytes?: number } = {},
): AsyncGenerator<StatusEvent> {
  const events: StatusEvent[] = []
  const visitor = createStatusVisitor(events)
  const messages = new Map([['CstmrPmtStsRpt', 'pain.002']])
  let transactions = 0
  for await (const _ of readMessage({
    maxBytes,
    messages,
    records: RECORDS,
    source,
    visitor,
  })) {
    transactions += events.filter(({ type }) => type === 'transaction').length
    if (transactions > MAX_TRANSACTIONS)
      throw new BankFileRefused('tooManyEntries', MAX_TRANSACTIONS)
    yield* events
    events.length = 0
  }
  yield { type: 'end', transactions }
}

const createStatusVisitor = (events: StatusEvent[]): MessageVisitor => {
  let version = ''
  let payment: undefined | Values
  return {
    onEnd: (path, values) => {
      if (path === 'GrpHdr')
        events.push({
          type: 'report',
          createdAt: textOf(values, 'CreDtTm'),
          messageID: textOf(values, 'MsgId') ?? '',
          version,
        })
      if (path === GROUP)
        events.push({
          type: 'group',
          originalMessageName: textOf(values, 'OrgnlMsgNmId'),
          originalMsgID: textOf(values, 'OrgnlMsgId') ?? '',
          ...statusOf(values, 'GrpSts'),
        })
      if (path === PAYMENT)
        events.push({
          type: 'payment',
          paymentID: textOf(values, 'OrgnlPmtInfId') ?? '',
          ...statusOf(values, 'PmtInfSts'),
        })
      if (path === TRANSACTION) {
        const money = moneyAt(values, 'OrgnlTxRef/Amt/InstdAmt')
        events.push({
          type: 'transaction',
          amount: money?.amount ?? null,
          currency: money?.currency ?? null,
          endToEndID: textOf(values, 'OrgnlEndToEndId'),
          mandateReference: textOf(
            values,
            'OrgnlTxRef/MndtRltdInf/MndtId',
            'OrgnlTxRef/MndtRltdInf/DrctDbtMndt/MndtId',
          ),
          paymentID: payment ? textOf(payment, 'OrgnlPmtInfId') : null,
          ...statusOf(values, 'TxSts'),
        })
      }
    },
    onMessage: (message) => {
      version = message.version
    },
    onStart: (path, values) => {
      if (path === PAYMENT) payment = values
    },
  }
}

const statusOf = (values: Values, path: string): Status => {
  const codes = textsOf(values, 'StsRsnInf/Rsn/Cd', 'StsRsnInf/Rsn/Prtry')
  const text = textsOf(values, 'StsRsnInf/AddtlInf').join(' ')
  const reasons = codes.map((code, at) => ({ code, text: at ? '' : text }))
  return {
    reasons: !codes.length && text ? [{ code: null, text }] : reasons,
    status: textOf(values, path),
  }
}
