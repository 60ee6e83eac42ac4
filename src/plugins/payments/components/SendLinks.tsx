'use client'

import type { ReactNode } from 'react'

import {
  Button,
  ConfirmationModal,
  Link,
  toast,
  useConfig,
  useModal,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { Fragment, useRef, useState } from 'react'

import type { SentByHand } from '../operations/reminders/remindByHand'

import { slugs } from '../../../collections/slugs'
import { usePost } from '../../../components/usePost'
import { newKey } from './newKey'

type Props = {
  children: ReactNode
  /** Whether there is anybody to send to. */
  hasAny: boolean
  /** What the boxes of the table are called, and what is sent of those that are ticked. */
  name: 'cards' | 'failures'
  /** Of the endpoint. */
  path: string
}

/** Around a table with boxes: sends those whose boxes are ticked a link for a new card. */
export const SendLinks = ({ name, children, hasAny, path }: Props) => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: string, values?: Record<string, number | string>) =>
    t(`payments:screens:${key}` as never, values as never)
  const post = usePost()
  const router = useRouter()
  const { config } = useConfig()
  const { openModal } = useModal()
  const modalSlug = `send-links-${name}`
  const form = useRef<HTMLFormElement>(null)
  const [count, setCount] = useState(0)
  const [withoutEmail, setWithoutEmail] = useState<SentByHand['withoutEmail']>([])
  const key = useRef('')
  if (!hasAny) return children
  const boxes = () => [
    ...(form.current?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? []),
  ]
  const recount = () => setCount(boxes().filter(({ checked }) => checked).length)
  const tickAll = (isTicked: boolean) => {
    for (const box of boxes()) box.checked = isTicked
    recount()
  }
  const ask = () => {
    // However often it arrives, what is confirmed now is sent once.
    key.current = newKey()
    openModal(modalSlug)
  }
  const send = async () => {
    const ticked = boxes()
      .filter(({ checked }) => checked)
      .map(({ value }) => value)
    const answer = await post<SentByHand>(path, { [name]: ticked, key: key.current })
    if (!answer) return
    if (answer.sent) toast.success(text('linksSent', { count: answer.sent }))
    setWithoutEmail(answer.withoutEmail)
    for (const [reason, skipped] of Object.entries(answer.skipped))
      if (reason !== 'noEmail')
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
          id={modalSlug}
          margin={false}
          onClick={ask}
          size="small"
        >
          {text('sendLinks')}
        </Button>
        <span aria-live="polite">{count ? text('ticked', { count }) : ''}</span>
      </div>
      <div aria-live="polite">
        {withoutEmail.length > 0 && (
          <p>
            {text('withoutEmail')}{' '}
            {withoutEmail.map(({ id, name }, i) => (
              <Fragment key={id}>
                {i > 0 && ', '}
                <Link
                  href={formatAdminURL({
                    adminRoute: config.routes.admin,
                    path: `/collections/${slugs.contacts}/${id}`,
                  })}
                  prefetch={false}
                >
                  {name}
                </Link>
              </Fragment>
            ))}
          </p>
        )}
      </div>
      {children}
      <ConfirmationModal
        body={text('sendLinksBody', { count })}
        cancelLabel={text('cancel')}
        confirmLabel={text('sendLinks')}
        heading={text('sendLinks')}
        modalSlug={modalSlug}
        onConfirm={send}
      />
    </form>
  )
}
