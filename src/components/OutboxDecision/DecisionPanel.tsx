'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'

import type { Decision } from '../../jobs/outbox/types'

import { usePost } from '../usePost'

type Props = {
  /** The outgoing item. */
  id: string
  /** With which of them the recipient’s own ID may be said. */
  asksID: readonly Decision[]
  decisions: readonly Decision[]
  /** Where their words stand among the translations. */
  texts: string
}

/** Ends the doubt about an outgoing item by what a person says. */
export const DecisionPanel = ({ id, asksID, decisions, texts }: Props) => {
  const post = usePost()
  const router = useRouter()
  const { t } = useTranslation<Record<string, unknown>, string>()
  const fieldID = useId()
  const text = (key: 'doubt' | 'id' | 'idHint' | Decision) => t(`${texts}:${key}` as never)
  const [isBusy, setBusy] = useState(false)
  const [providerID, setProviderID] = useState('')
  const decide = async (decision: Decision): Promise<void> => {
    setBusy(true)
    const answer = await post(`/outgoing/${id}/decide`, {
      decision,
      ...(asksID.includes(decision) && providerID.trim() && { providerID }),
    })
    setBusy(false)
    if (answer) router.refresh()
  }
  return (
    <div className="outbox-decision">
      <p>{text('doubt')}</p>
      {asksID.length > 0 && (
        <div className="outbox-decision__id">
          <label htmlFor={fieldID}>{text('id')}</label>
          <input
            aria-describedby={`${fieldID}-hint`}
            autoComplete="off"
            id={fieldID}
            maxLength={100}
            onChange={({ target }) => setProviderID(target.value)}
            // It stands in the form of the page, and must not send that.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            value={providerID}
          />
          <span id={`${fieldID}-hint`}>{text('idHint')}</span>
        </div>
      )}
      {decisions.map((decision) => (
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          key={decision}
          onClick={() => void decide(decision)}
        >
          {text(decision)}
        </Button>
      ))}
    </div>
  )
}
