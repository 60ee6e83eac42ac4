'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import type { Decision } from '../../jobs/outbox/types'

import { usePost } from '../usePost'

type Props = {
  /** The outgoing item. */
  id: string
  decisions: readonly Decision[]
  /** Where their words stand among the translations. */
  texts: string
}

/** Ends the doubt about an outgoing item by what a person says. */
export const DecisionPanel = ({ id, decisions, texts }: Props) => {
  const post = usePost()
  const router = useRouter()
  const { t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: 'doubt' | Decision) => t(`${texts}:${key}` as never)
  const [isBusy, setBusy] = useState(false)
  const decide = async (decision: Decision): Promise<void> => {
    setBusy(true)
    const answer = await post(`/outgoing/${id}/decide`, { decision })
    setBusy(false)
    if (answer) router.refresh()
  }
  return (
    <div className="outbox-decision">
      <p>{text('doubt')}</p>
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
