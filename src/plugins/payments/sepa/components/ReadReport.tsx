'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'

import { usePost } from '../../../../components/usePost'
import { useDebitText } from './useDebitText'

/** Sends a file of the bank to be read, as it is. */
export const ReadReport = () => {
  const text = useDebitText()
  const post = usePost()
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async () => {
    if (!file) return
    setBusy(true)
    const name = encodeURIComponent(file.name.slice(0, 200))
    const answer = await post<{ counts: Record<string, number> }>(
      `/payment/bank-files?name=${name}`,
      // Browsers know no type for the endings that banks use.
      file.slice(0, file.size, 'application/xml'),
    )
    setBusy(false)
    if (answer) {
      toast.success([text('readDone'), text('counts', answer.counts)].join(' '))
      setFile(null)
      if (input.current) input.current.value = ''
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
