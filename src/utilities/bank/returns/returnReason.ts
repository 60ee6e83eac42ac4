/**
 * What a returned or rejected collection asks for. `retry`: the same collection may be handed in once more; `stop`: nothing may be
 * collected under this mandate as it is; `ask`: somebody looks at it, and nothing is sent by itself.
 */
export type ReturnKind = 'ask' | 'retry' | 'stop'

/** Which sentences of `src/translations/bankReasons` say it. Codes that mean the same to a box office share one. */
export const returnTexts = [
  'accountBlocked',
  'accountClosed',
  'accountWrong',
  'bankUnreachable',
  'bicWrong',
  'creditorIDWrong',
  'dataMissing',
  'debtorBankRefuses',
  'debtorDied',
  'debtorRefuses',
  'duplicate',
  'fileWrong',
  'fundsMissing',
  'mandateDataWrong',
  'mandateMissing',
  'noReasonGiven',
  'notAllowed',
  'refundRequested',
  'specificService',
  'unknownReason',
] as const

export type ReturnText = (typeof returnTexts)[number]

export type ReturnReason = {
  kind: ReturnKind
  /** Whether the mandate itself must not be used again; a new one, or a new account, is needed. */
  stopsMandate: boolean
  text: ReturnText
}

const reason = (kind: ReturnKind, text: ReturnText, stopsMandate = false): ReturnReason => ({
  kind,
  stopsMandate,
  text,
})

/** ISO 20022 external reason codes as the EPC uses them in direct debits (EPC173-14, guidance on reason codes). */
const REASONS: ReadonlyMap<string, ReturnReason> = new Map([
  ['AC01', reason('stop', 'accountWrong', true)],
  ['AC04', reason('stop', 'accountClosed', true)],
  ['AC06', reason('stop', 'accountBlocked', true)],
  ['AC13', reason('stop', 'notAllowed', true)],
  ['AG01', reason('stop', 'notAllowed', true)],
  ['AG02', reason('ask', 'fileWrong')],
  ['AM04', reason('retry', 'fundsMissing')],
  ['AM05', reason('ask', 'duplicate')],
  ['BE05', reason('ask', 'creditorIDWrong')],
  ['CNOR', reason('ask', 'bankUnreachable')],
  ['DNOR', reason('ask', 'bankUnreachable')],
  ['FF01', reason('ask', 'fileWrong')],
  ['FF05', reason('ask', 'fileWrong')],
  ['MD01', reason('stop', 'mandateMissing', true)],
  ['MD02', reason('ask', 'mandateDataWrong')],
  ['MD06', reason('stop', 'refundRequested', true)],
  ['MD07', reason('stop', 'debtorDied', true)],
  ['MS02', reason('stop', 'debtorRefuses', true)],
  ['MS03', reason('retry', 'noReasonGiven')],
  ['RC01', reason('ask', 'bicWrong')],
  ['RR01', reason('ask', 'dataMissing')],
  ['RR02', reason('ask', 'dataMissing')],
  ['RR03', reason('ask', 'dataMissing')],
  ['RR04', reason('ask', 'debtorBankRefuses')],
  ['SL01', reason('stop', 'specificService', true)],
])

/** A code that we do not know decides nothing: somebody looks at it. */
const UNKNOWN = reason('ask', 'unknownReason')

/**
 * What the reason of a return (camt, RtrInf) or of a rejection (pain.002, StsRsnInf) means for the next step.
 *
 * @param code of ISO 20022, in any case; null where the bank gave none
 */
export const returnReason = (code: null | string): ReturnReason =>
  REASONS.get((code ?? '').trim().toUpperCase()) ?? UNKNOWN

/** The codes that are known, for lists and tests. */
export const returnCodes: readonly string[] = [...REASONS.keys()]
