'use client'

import { Button, toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { usePost } from '../../../components/usePost'

/** On a personal link that is still valid: takes it back. */
export const WithdrawLink = () => {
  const { id, initialData } = useDocumentInfo()
  const { t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: string) => t(`payments:screens:${key}` as never)
  const post = usePost()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [isDone, setDone] = useState(false)
  if (isDone || initialData?.state !== 'open') return null
  const withdraw = async () => {
    setBusy(true)
    if (await post(`/payment/card-links/${String(id)}/withdraw`)) {
      toast.success(text('withdrawn'))
      setDone(true)
      router.refresh()
    }
    setBusy(false)
  }
  return (
    <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void withdraw()}>
      {text('withdraw')}
    </Button>
  )
}
