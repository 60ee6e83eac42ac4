'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRouter, useSearchParams } from 'next/navigation'
import { useRef, useState } from 'react'

import { usePost } from '../../../components/usePost'
import { newKey } from './newKey'
import { proposeSite, SITE_PARAM } from './proposeSite'

type Props = {
  contactID: string
  /** Where a payment of theirs has failed last. */
  failed?: string
  last?: string
  sites: { id: string; name: string }[]
}

/**
 * Sends a contact a personal link for a new card. Where there are several sites it asks for which, see `proposeSite`.
 */
export const CardLinkPanel = ({ contactID, failed, last, sites }: Props) => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: string, values?: Record<string, number>) =>
    t(`payments:screens:${key}` as never, values as never)
  const post = usePost()
  const router = useRouter()
  const cameFrom = useSearchParams().get(SITE_PARAM)
  const [site, setSite] = useState(() => proposeSite({ cameFrom, failed, sites }))
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
            {!site && <option value="">{text('cardLinkChoose')}</option>}
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
        disabled={isBusy || !site}
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
