'use client'

import { Button, toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'

import { useDebitText } from './useDebitText'

/** Sends a file of the bank to be read, as it is. */
export const ReadReport = () => {
  const text = useDebitText()
  const { config } = useConfig()
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async () => {
    if (!file) return
    setBusy(true)
    const address = `${config.serverURL}${config.routes.api}/payment/bank-files?name=${encodeURIComponent(file.name.slice(0, 200))}`
    const answer = await fetch(address, {
      body: file,
      credentials: 'include',
      headers: { 'Content-Type': 'application/xml' },
      method: 'POST',
    })
    const json = await answer.json().catch(() => ({}))
    setBusy(false)
    if (answer.ok) {
      toast.success([text('readDone'), text('counts', json.counts)].join(' '))
      setFile(null)
      if (input.current) input.current.value = ''
    } else {
      const error = json.errors?.[0]
      toast.error(
        [error?.message, error?.data?.nextStep].filter(Boolean).join(' ') || answer.statusText,
      )
    }
    router.refresh()
  }
  return (
    <div className="direct-debits__until">
      <label htmlFor="debits-report">{text('bankFile')}</label>
      <input
        accept=".xml,.c53,.c54,.camt,.txt"
        id="debits-report"
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        ref={input}
        type="file"
      />
      <Button disabled={!file || isBusy} margin={false} onClick={() => void send()} size="small">
        {text('read')}
      </Button>
    </div>
  )
}
