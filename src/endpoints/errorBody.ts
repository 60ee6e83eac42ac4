import type { AfterErrorHook, PayloadRequest } from 'payload'

import type { ErrorCode, ErrorDetails } from '../utilities/errors'
import type { Translate } from '../utilities/explain'

import { isDuplicateKey, isTransient } from '../database/inTransaction'
import { errorCodeOf, errorStatus, RepriseError } from '../utilities/errors'
import { explain } from '../utilities/explain'

type ErrorEntry = {
  data: {
    code: ErrorCode
    /** What exactly is wrong with the entry, where a schema said so. */
    detail?: string
    /** The form fields to mark, in the shape Payload's forms read. */
    errors?: { message: string; path: string }[]
    field?: string
    nextStep: string
  }
  message: string
}

export type ErrorBody = { errors: ErrorEntry[] }

type Entry = {
  code: ErrorCode
  detail?: string
  field?: string
  /** A sentence that is better than the one of the code. */
  message?: string
} & Pick<ErrorDetails, 'says' | 'values'>

/** Payload's own errors, and ours, by what they carry: two copies of a class may meet in one process. */
type Thrown = {
  data?: {
    errors?: { message?: string; path?: string }[]
    field?: string
  } & Pick<ErrorDetails, 'says' | 'values'>
  isPublic?: boolean
  message?: string
  status?: number
}

const codeOfStatus: Record<number, ErrorCode> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  413: 'tooLarge',
  423: 'conflict',
  429: 'tooManyAttempts',
}

/**
 * What a person is told of an error: its code, a sentence and the next step in their language, and the field, where there is one.
 * Whatever nobody foresaw is `internal`, without any detail.
 *
 * @returns the HTTP status and the body; `isForeseen` is false for what belongs in the log
 */
export const errorBody = ({
  err,
  t,
}: {
  err: unknown
  t: Translate
}): { body: ErrorBody; isForeseen: boolean; status: number } => {
  const thrown = (err ?? {}) as Thrown
  const own = errorCodeOf(err)
  if (own)
    return foreseen({
      entries: [
        {
          code: own,
          field: thrown.data?.field,
          says: thrown.data?.says,
          values: thrown.data?.values,
        },
      ],
      status: errorStatus[own],
      t,
    })
  if (isDuplicateKey(err))
    return foreseen({ entries: [{ code: 'notUnique' }], status: errorStatus.notUnique, t })
  if (thrown.isPublic && thrown.status && thrown.status < 500) {
    const fields = Array.isArray(thrown.data?.errors) ? thrown.data.errors : []
    const entries: Entry[] = fields.length
      ? fields.map(({ message, path }) => ({ code: 'invalidInput', field: path, message }))
      : [{ code: codeOfStatus[thrown.status] ?? 'invalidInput', message: thrown.message }]
    return foreseen({ entries, status: thrown.status, t })
  }
  return {
    body: entriesBody({ entries: [{ code: 'internal' }], t }),
    isForeseen: false,
    status: errorStatus.internal,
  }
}

/** The body for a list of things that are wrong. */
export const entriesBody = ({ entries, t }: { entries: Entry[]; t: Translate }): ErrorBody => ({
  errors: entries.map(({ code, detail, field, message, says, values }) => {
    const sentence = explain({ code, says, t, values })
    const said = message || sentence.message
    return {
      data: {
        code,
        ...(detail && { detail }),
        ...(field && { errors: [{ message: said, path: field }], field }),
        nextStep: sentence.nextStep,
      },
      message: said,
    }
  }),
})

const foreseen = ({ entries, status, t }: { entries: Entry[]; status: number; t: Translate }) => ({
  body: entriesBody({ entries, t }),
  isForeseen: true,
  status,
})

/**
 * Gives our errors their sentence where Payload's own endpoints answer: a hook that refuses a document throws a code, and the
 * form must say it in words and mark the field. Payload's forms show the message alone, so the next step goes into it. Payload does not
 * try again what met the change of somebody else.
 */
export const explainErrors: AfterErrorHook = ({ error, req }) => {
  const field = unreadablePart(error, req)
  const err = field
    ? new RepriseError('invalidInput', { field })
    : isTransient(error)
      ? new RepriseError('conflict')
      : error
  if (!errorCodeOf(err)) return
  const { body, status } = errorBody({ err, t: req.t as Translate })
  return {
    response: {
      errors: body.errors.map((entry) => ({
        ...entry,
        message: `${entry.message} ${entry.data.nextStep}`,
      })),
    } as never,
    status,
  }
}

/** Payload takes a condition as JSON too, and says of what is none that the program failed. */
const unreadablePart = (error: Error, req: PayloadRequest): string | undefined => {
  if (isUnreadableForm(error, req)) return 'body'
  return error.name === 'SyntaxError'
    ? ['joins', 'where'].find((name) => typeof req.query?.[name] === 'string')
    : undefined
}

/**
 * Whether an error comes of a form that cannot be read: without the boundary between its parts, cut off, or with values that are no
 * JSON. Payload says of each that the program failed, in no way that they could be told by.
 */
export const isUnreadableForm = (err: unknown, req: PayloadRequest): boolean => {
  const { name, status } = err as { name?: string; status?: number }
  const isForm = req.headers.get('content-type')?.includes('multipart/')
  if (!isForm || req.data || (status && status < 500) || isTransient(err)) return false
  // Files are read before the values; where neither is there, nothing could be read.
  return name === 'SyntaxError' || !req.files
}
