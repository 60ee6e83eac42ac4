import { APIError } from 'payload'

/**
 * The public list of error and outcome codes. Each has, in `src/translations/*` under `reasons`, a sentence for the person and,
 * under `nextSteps`, what to do now. Clients tell errors apart by code, never by class or message.
 */
export const errorStatus = {
  accountMissing: 409,
  alreadyAsked: 409,
  alreadyCharging: 409,
  alreadyRunning: 409,
  alreadyTakenBack: 409,
  bankFileRefused: 400,
  cardNumbersInFile: 400,
  changedMeanwhile: 409,
  columnsMissing: 400,
  conflict: 409,
  copyTargetNotEmpty: 409,
  deadlineBeforeStart: 400,
  deadlineInPast: 400,
  debitAccountIncomplete: 409,
  debitsChanged: 409,
  duplicateSeat: 400,
  fileNotFound: 400,
  forbidden: 403,
  ibanWrong: 400,
  importFileRefused: 400,
  internal: 500,
  inUse: 409,
  invalidInput: 400,
  lastAdministrator: 409,
  linkRefused: 400,
  mappedTwice: 400,
  mappingToItself: 400,
  nameMissing: 400,
  noCardAccount: 409,
  noEmail: 409,
  noFirstUserForm: 404,
  noStoredMeans: 409,
  notBooked: 409,
  notFound: 404,
  nothingDue: 409,
  nothingFailed: 409,
  nothingReserved: 409,
  nothingToCollect: 409,
  notUnique: 400,
  otherInstitution: 403,
  otherSeason: 400,
  otherSite: 400,
  passwordTooShort: 400,
  paymentTooHigh: 400,
  periodReversed: 400,
  pluginOff: 404,
  refundByTransfer: 409,
  refundTooHigh: 400,
  refundUnderWay: 409,
  remarksChanged: 409,
  runDeadlinePassed: 409,
  schedulerGone: 409,
  sealedWithOtherSecret: 409,
  seasonsOverlap: 400,
  seatInUse: 409,
  seatTaken: 409,
  secondPersonNeeded: 403,
  signatureWrong: 400,
  stagesReversed: 400,
  startInPast: 400,
  startMissing: 400,
  startRefused: 400,
  stillOwed: 409,
  takeBackByOthers: 403,
  tooLarge: 413,
  tooManyAttempts: 429,
  unauthenticated: 401,
  unknownPlaceholder: 400,
  uploadLost: 409,
  wrongOrigin: 403,
} as const

export type ErrorCode = keyof typeof errorStatus

export type ErrorDetails = {
  /** The field the person typed into, as a path of the document. */
  field?: string
  /** A plugin's own sentence and next step, as keys of its translations, where they say more than those of the code. */
  says?: { message: string; nextStep: string }
  /** Values for the sentence. */
  values?: Record<string, number | string>
}

/** An error that a person may see: a code, its HTTP status, and what its sentence needs. */
export class RepriseError extends APIError<{ code: ErrorCode } & ErrorDetails> {
  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code, errorStatus[code], { code, ...details }, true)
  }
}

/** The code of an error, whatever copy of the class made it; `undefined` for an error that is not ours. */
export const errorCodeOf = (err: unknown): ErrorCode | undefined => {
  const code = (err as { data?: { code?: string } })?.data?.code
  return code && code in errorStatus ? (code as ErrorCode) : undefined
}
