'use client'

import { Button, toast, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import type { Decision } from '../../operations/decideUnknown'
import type { outbox } from '../../translations/outbox'

import './index.scss'

/** On an outgoing item in doubt: what that means, and a button for each thing a person can find out. */
export const OutboxDecision = () => {
  const { config } = useConfig()
  const { id, initialData } = useDocumentInfo()
  const router = useRouter()
  const { t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: keyof (typeof outbox)['en']) => t(`reprise:outbox:${key}` as never)
  const [isBusy, setBusy] = useState(false)
  if (initialData?.state !== 'unknown' || initialData.dueAt) return null
  const decide = async (decision: Decision): Promise<void> => {
    setBusy(true)
    const answer = await fetch(
      `${config.serverURL}${config.routes.api}/outgoing/${String(id)}/decide`,
      {
        body: JSON.stringify({ decision }),
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      },
    )
    setBusy(false)
    if (answer.ok) return router.refresh()
    const error = (await answer.json().catch(() => ({}))).errors?.[0]
    toast.error([error?.message, error?.data?.nextStep].filter(Boolean).join(' '))
  }
  return (
    <div className="outbox-decision">
      <p>{text('doubt')}</p>
      <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void decide('arrived')}>
        {text('arrived')}
      </Button>
      <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void decide('again')}>
        {text('again')}
      </Button>
    </div>
  )
}
