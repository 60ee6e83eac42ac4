'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'

import { usePost } from '../../../components/usePost'
import { newKey } from './newKey'

type Props = { contactID: string; last?: string; sites: { id: string; name: string }[] }

/** Sends a contact a personal link for a new card; asks for which site, where there are several. */
export const CardLinkPanel = ({ contactID, last, sites }: Props) => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: string, values?: Record<string, number>) =>
    t(`payments:screens:${key}` as never, values as never)
  const post = usePost()
  const router = useRouter()
  const [site, setSite] = useState(sites[0]!.id)
  const [isBusy, setBusy] = useState(false)
  const key = useRef('')
  const send = async () => {
    setBusy(true)
    // Kept when the answer is lost on the way: sent again, it sends nothing again.
    key.current ||= newKey()
    const path = `/payment/contacts/${contactID}/card-link`
    const answer = await post<{ sent: number }>(path, { key: key.current, site })
    if (answer) {
      key.current = ''
      toast.success(text('linksSent', { count: answer.sent }))
      router.refresh()
    }
    setBusy(false)
  }
  return (
    <div className="card-link-panel">
      <h3>{text('cardLink')}</h3>
      <p>{text('cardLinkHint')}</p>
      {sites.length > 1 && (
        <label>
          {text('cardLinkSite')}{' '}
          <select onChange={({ target }) => setSite(target.value)} value={site}>
            {sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Button
        buttonStyle="secondary"
        disabled={isBusy}
        id="send-card-link"
        margin={false}
        onClick={() => void send()}
        size="small"
      >
        {text('sendLinks')}
      </Button>
      {last && <p>{last}</p>}
    </div>
  )
}
