import type { PayloadRequest } from 'payload'

import type { ErrorCode } from '../../utilities/errors'
import type { Translate } from '../../utilities/explain'
import type { Run } from './types'

import { methodName } from '../../operations/payments/paymentMethods'
import { errorStatus } from '../../utilities/errors'
import { explain } from '../../utilities/explain'
import { runKindNamed } from './runKinds'

type Values = Record<string, string>

/** The words for the codes of a run's rows and counts, in the language of the request or of `initI18n`. */
export const wordsOf = (
  { i18n, t }: { i18n: Pick<PayloadRequest['i18n'], 'language' | 'translations'>; t: Translate },
  run: Pick<Run, 'kind'>,
) => {
  const { namespace } = runKindNamed(run.kind)
  const say = (group: string, code: string, fallback: string, values?: Values) => {
    const texts = i18n.translations as unknown as Record<string, Record<string, Values> | undefined>
    // Asked for first: what is translated in vain is logged each time.
    if (!Object.hasOwn(texts[namespace]?.[group] ?? {}, code)) return fallback
    return t(`${namespace}:${group}:${code}`, values)
  }
  return {
    /** What stopped the run: a code and what it is about ("targetWithoutPrices: Gold") in words with the next step, all else as it is. */
    error: (error: string): string => {
      const [code = '', value = ''] = error.split(/: (.*)/s)
      if (Object.hasOwn(errorStatus, code)) {
        const { message, nextStep } = explain({ code: code as ErrorCode, t })
        return `${message} ${nextStep}`
      }
      return [say('problems', code, error, { value }), say('problemSteps', code, '', { value })]
        .filter(Boolean)
        .join(' ')
    },
    nextStep: (reason: string) => say('nextSteps', reason, ''),
    outcome: (outcome: string) => say('outcomes', outcome, outcome),
    payment: (kind: null | string | undefined) => kind && methodName(kind, i18n.language),
    /** The sentence names what is wrong in the row; without a row, for all rows of a group, it leaves a gap. */
    reason: (reason: string, details?: unknown) =>
      say('reasons', reason, reason, {
        value: String((details as { value?: unknown } | null)?.value ?? '…'),
      }),
  }
}
