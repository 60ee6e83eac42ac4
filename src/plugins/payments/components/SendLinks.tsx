'use client'

import type { ReactNode } from 'react'

import { Button, ConfirmationModal, toast, useModal, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'

import type { SentByHand } from '../operations/reminders/remindByHand'

import { usePost } from '../../../components/usePost'
import { newKey } from './newKey'

const MODAL = 'send-card-links'

type Props = { children: ReactNode; hasAny: boolean }

/** Around the table of failed payments: sends those whose boxes are ticked a link for a new card. */
export const SendLinks = ({ children, hasAny }: Props) => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: string, values?: Record<string, number | string>) =>
    t(`payments:screens:${key}` as never, values as never)
  const post = usePost()
  const router = useRouter()
  const { openModal } = useModal()
  const form = useRef<HTMLFormElement>(null)
  const [count, setCount] = useState(0)
  const key = useRef('')
  if (!hasAny) return children
  const boxes = () => [
    ...(form.current?.querySelectorAll<HTMLInputElement>('input[name="failure"]') ?? []),
  ]
  const recount = () => setCount(boxes().filter(({ checked }) => checked).length)
  const tickAll = (isTicked: boolean) => {
    for (const box of boxes()) box.checked = isTicked
    recount()
  }
  const ask = () => {
    // However often it arrives, what is confirmed now is sent once.
    key.current = newKey()
    openModal(MODAL)
  }
  const send = async () => {
    const failures = boxes()
      .filter(({ checked }) => checked)
      .map(({ value }) => value)
    const answer = await post<SentByHand>('/payment/card-links', { failures, key: key.current })
    if (!answer) return
    toast.success(text('linksSent', { count: answer.sent }))
    for (const [reason, skipped] of Object.entries(answer.skipped))
      toast.warning(`${skipped} · ${t(`reprise:reasons:${reason}` as never)}`)
    tickAll(false)
    router.refresh()
  }
  return (
    <form onChange={recount} onSubmit={(event) => event.preventDefault()} ref={form}>
      <div className="failed-payments__actions">
        <label>
          <input
            onChange={({ target }) => tickAll(target.checked)}
            type="checkbox"
            checked={count > 0 && count === boxes().length}
          />
          {text('tickAll')}
        </label>
        <Button
          buttonStyle="secondary"
          disabled={!count}
          id="send-card-links"
          margin={false}
          onClick={ask}
          size="small"
        >
          {text('sendLinks')}
        </Button>
        <span aria-live="polite">{count ? text('ticked', { count }) : ''}</span>
      </div>
      {children}
      <ConfirmationModal
        body={text('sendLinksBody', { count })}
        cancelLabel={text('cancel')}
        confirmLabel={text('sendLinks')}
        heading={text('sendLinks')}
        modalSlug={MODAL}
        onConfirm={send}
      />
    </form>
  )
}
