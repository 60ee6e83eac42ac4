import type { ErrorCode, ErrorDetails } from './errors'

import { RepriseError } from './errors'

/** Payload's `req.t` (or any other), which knows our keys only at run time. */
export type Translate = (key: any, values?: Record<string, unknown>) => string

type Args = { code: ErrorCode; t: Translate } & Pick<ErrorDetails, 'says' | 'values'>

/** The sentence of a code and what to do now, in the language of `t`. */
export const explain = ({
  code,
  says = { message: `reprise:reasons:${code}`, nextStep: `reprise:nextSteps:${code}` },
  t,
  values = {},
}: Args): { message: string; nextStep: string } => ({
  message: t(says.message, values),
  nextStep: t(says.nextStep, values),
})

/**
 * An error that says its sentence by itself, in the language of `t`: where one of several documents is refused, Payload passes on
 * nothing but the message.
 *
 * @param isStepKnown leaves the next step out, where it has been said of another document
 */
export const explainedError = ({
  code,
  details,
  isStepKnown,
  t,
}: {
  code: ErrorCode
  details?: ErrorDetails
  isStepKnown?: boolean
  t: Translate
}): RepriseError => {
  const { message, nextStep } = explain({ code, t, values: details?.values })
  return Object.assign(new RepriseError(code, details), {
    message: isStepKnown ? message : `${message} ${nextStep}`,
  })
}
