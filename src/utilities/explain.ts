import type { ErrorCode } from './errors'

/** Payload's `req.t` (or any other), which knows our keys only at run time. */
export type Translate = (key: any, values?: Record<string, unknown>) => string

type Args = { code: ErrorCode; t: Translate; values?: Record<string, number | string> }

/** The sentence of a code and what to do now, in the language of `t`. */
export const explain = ({ code, t, values = {} }: Args): { message: string; nextStep: string } => ({
  message: t(`reprise:reasons:${code}`, values),
  nextStep: t(`reprise:nextSteps:${code}`, values),
})
