import { readBankFile } from '../../../../utilities/bank/files/readBankFile'
import { readStatusReport } from '../../../../utilities/bank/files/readStatusReport'
import { BankFileRefused } from '../../../../utilities/bank/files/types'

/** What a bank says that concerns direct debits, whichever message it says it in. Amounts in minor units. */
export type BankNews =
  | { type: 'head'; kind: string; messageID: string }
  | {
      type: 'credit'
      amount: null | number
      currency: string
      iban: null | string
      partID: null | string
      reference: null | string
      valueDate: null | string
    }
  | ({
      type: 'return'
      /** Of the booking, where it is one. */
      day: null | string
      iban: null | string
      /** Before it was settled (pain.002), or after (camt). */
      kind: 'rejected' | 'returned'
    } & Return)
  /** A return that the bank undoes, or another payment of the house that did not arrive. */
  | ({ type: 'cameBack'; iban: null | string } & Return)
  | ({ type: 'rejectedAll'; messageID?: string; partID?: string } & Pick<Return, 'code' | 'text'>)
  | { type: 'other' }

type Return = {
  name: null | string
  amount: null | number
  code: null | string
  currency: null | string
  mandate: null | string
  reference: null | string
  text: string
}

type Args = { maxBytes: number; source: AsyncIterable<Uint8Array> }

/**
 * Reads a statement or notification (camt.052, .053, .054) or a status report (pain.002) in pieces. **It can turn out to be broken at its
 * very end: book nothing before it has come to an end.**
 *
 * @throws BankFileRefused
 */
export async function* readBankReport({ maxBytes, source }: Args): AsyncGenerator<BankNews> {
  const replayed = replayable(source)
  try {
    for await (const news of readCamt({ maxBytes, source: replayed.read() })) {
      replayed.forget()
      yield news
    }
  } catch (err) {
    // Which of the two it is shows in its first element.
    const isOther = err instanceof BankFileRefused && err.code === 'unknownMessage'
    if (!isOther || !/^(CstmrPmtStsRpt|pain\.002)$/.test(err.value)) throw err
    yield* readPain({ maxBytes, source: replayed.read() })
  }
}

/** A stream that can be begun once more, until what was read is forgotten. Leaving off early does not close it. */
const replayable = (source: AsyncIterable<Uint8Array>) => {
  const iterator = source[Symbol.asyncIterator]()
  let read: null | Uint8Array[] = []
  return {
    forget: () => {
      read = null
    },
    read: async function* (): AsyncGenerator<Uint8Array> {
      yield* [...(read ?? [])]
      for (;;) {
        const { done, value } = await iterator.next()
        if (done) return
        read?.push(value)
        yield value
      }
    },
  }
}

async function* readCamt({ maxBytes, source }: Args): AsyncGenerator<BankNews> {
  let iban: null | string = null
  for await (const event of readBankFile(source, { maxBytes })) {
    if (event.type === 'message')
      yield { type: 'head', kind: event.kind, messageID: event.messageID }
    if (event.type === 'statement') iban = event.iban
    if (event.type !== 'transaction') continue
    const { amount, batchID, currency, endToEndID, mandateReference, movement, movesMoney } = event
    const row = {
      name: event.counterparty.name,
      amount,
      code: event.returnCode,
      currency,
      iban,
      mandate: mandateReference,
      reference: endToEndID,
      text: event.returnText ?? event.text,
    }
    if (movesMoney && movement === 'takenBack')
      yield { ...row, type: 'return', day: event.bookingDate ?? event.valueDate, kind: 'returned' }
    else if (movesMoney && movement === 'cameBack') yield { ...row, type: 'cameBack' }
    else if (movesMoney && movement === 'received')
      yield {
        type: 'credit',
        amount,
        currency,
        iban,
        partID: batchID,
        reference: endToEndID,
        valueDate: event.valueDate,
      }
    else yield { type: 'other' }
  }
}

async function* readPain({ maxBytes, source }: Args): AsyncGenerator<BankNews> {
  /** What is said of the whole file comes first, and counts for those of which nothing is said. */
  let ofAll: BankNews | undefined
  for await (const event of readStatusReport(source, { maxBytes })) {
    if (event.type === 'report')
      yield { type: 'head', kind: 'pain.002', messageID: event.messageID }
    if (event.type === 'end' && ofAll) yield ofAll
    if (event.type === 'end' || event.type === 'report') continue
    const { code = null, text = '' } = event.reasons[0] ?? {}
    const isRejected = event.status === 'RJCT'
    if (event.type === 'group' && isRejected)
      ofAll = { type: 'rejectedAll', code, messageID: event.originalMsgID, text }
    else if (event.type === 'payment' && isRejected)
      yield { type: 'rejectedAll', code, partID: event.paymentID, text }
    else if (event.type === 'transaction' && (isRejected || (!event.status && code)))
      yield {
        name: null,
        type: 'return',
        amount: event.amount,
        code,
        currency: event.currency,
        day: null,
        iban: null,
        kind: 'rejected',
        mandate: event.mandateReference,
        reference: event.endToEndID,
        text,
      }
    else yield { type: 'other' }
  }
}
