'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'

import { usePost } from '../../../../components/usePost'
import { useDebitText } from './useDebitText'

/** Gives a mandate another account, where the one it has is missing, wrong or closed. */
export const AccountForm = ({ mandateID }: { mandateID: string }) => {
  const text = useDebitText()
  const post = usePost()
  const router = useRouter()
  const id = useId()
  const [iban, setIBAN] = useState<null | string>(null)
  const [holder, setHolder] = useState('')
  if (iban === null)
    return (
      <Button buttonStyle="secondary" margin={false} onClick={() => setIBAN('')} size="small">
        {text('change')}
      </Button>
    )
  const save = async () => {
    const body = { iban, ...(holder.trim() && { holder }) }
    if (!(await post(`/payment/mandates/${mandateID}/account`, body))) return
    toast.success(text('changed'))
    setIBAN(null)
    router.refresh()
  }
  return (
    <form
      className="direct-debits__account"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label htmlFor={`${id}-iban`}>{text('iban')}</label>
      <input
        autoComplete="off"
        id={`${id}-iban`}
        maxLength={60}
        onChange={(event) => setIBAN(event.target.value)}
        required
        value={iban}
      />
      <label htmlFor={`${id}-holder`}>{text('holder')}</label>
      <input
        autoComplete="off"
        id={`${id}-holder`}
        maxLength={70}
        onChange={(event) => setHolder(event.target.value)}
        value={holder}
      />
      <Button margin={false} size="small" type="submit">
        {text('save')}
      </Button>
      <Button buttonStyle="secondary" margin={false} onClick={() => setIBAN(null)} size="small">
        {text('cancel')}
      </Button>
    </form>
  )
}
