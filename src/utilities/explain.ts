import type { ErrorCode, ErrorDetails } from './errors'

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
