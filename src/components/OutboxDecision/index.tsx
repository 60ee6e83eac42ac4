import type { UIFieldServerProps } from 'payload'

import { isDecidable } from '../../jobs/outbox/isDecidable'
import { outboxKinds } from '../../jobs/outbox/outboxKinds'
import { DecisionPanel } from './DecisionPanel'
import './index.scss'

/** On an outgoing item in doubt: what that means, and a button for each thing a person can find out and its kind lets them say. */
export const OutboxDecision = ({ id, data }: { id?: string } & UIFieldServerProps) => {
  const kind = outboxKinds().find(({ name }) => name === data.kind)
  if (!id || !isDecidable(data as never, kind ?? {})) return null
  const { again, arrived, notArrived } = kind?.decisions ?? {}
  const decisions = [
    arrived && ('arrived' as const),
    notArrived && ('notArrived' as const),
    again && ('again' as const),
  ].filter((one) => one !== undefined)
  if (!decisions.length) return null
  return (
    <DecisionPanel
      id={id}
      asksID={decisions.filter((one) => kind?.decisions?.[one]?.asksID)}
      decisions={decisions}
      texts={kind?.decisionTexts ?? 'reprise:outbox'}
    />
  )
}
