'use client'

import { Button, ConfirmationModal, toast, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { usePost } from '../../../../components/usePost'
import { useDebitText } from './useDebitText'

type Props = {
  body?: Record<string, string>
  /** The text that says that it is done. */
  done: string
  isMain?: boolean
  /** The text on it. */
  label: string
  path: string
  /** What it will do, to be confirmed; done at once without it. */
  slug: string
  question?: string
}

/** Does one thing with a file of direct debits and shows what became of it. */
export const DebitButton = ({ slug, body, done, isMain, label, path, question }: Props) => {
  const text = useDebitText()
  const post = usePost()
  const router = useRouter()
  const { openModal } = useModal()
  const [isBusy, setBusy] = useState(false)
  const modalSlug = `debits-${label}-${slug}`
  const run = async () => {
    setBusy(true)
    const answer = await post<{ fileID?: string }>(path, body)
    setBusy(false)
    if (answer) toast.success(text(done))
    if (answer?.fileID) router.push(`?file=${encodeURIComponent(answer.fileID)}`)
    router.refresh()
  }
  return (
    <>
      <Button
        buttonStyle={isMain ? 'primary' : 'secondary'}
        disabled={isBusy}
        margin={false}
        onClick={() => (question ? openModal(modalSlug) : void run())}
        size="small"
      >
        {text(label)}
      </Button>
      {question && (
        <ConfirmationModal
          body={question}
          cancelLabel={text('cancel')}
          confirmLabel={text(label)}
          heading={text(label)}
          modalSlug={modalSlug}
          onConfirm={run}
        />
      )}
    </>
  )
}
