'use client'

import { ConfirmationModal, useModal } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { useCheck } from './useCheck'
import { useText } from './useText'

type Props = { slug: string; batchID: string; onStart: () => Promise<void> }

/** Asks once more before anything is written, and says how much it will be. */
export const StartModal = ({ slug, batchID, onStart }: Props) => {
  const text = useText()
  const { isModalOpen } = useModal()
  const { ask, inWords } = useCheck()
  const [numbers, setNumbers] = useState('')
  const isOpen = isModalOpen(slug)
  useEffect(() => {
    if (!isOpen) return
    let isGone = false
    setNumbers('')
    void ask(batchID).then((check) => !isGone && check && setNumbers(inWords(check).join(' ')))
    return () => {
      isGone = true
    }
    // The words follow from the numbers.
  }, [ask, batchID, isOpen])
  return (
    <ConfirmationModal
      body={text('startBody', { numbers: numbers || text('checking') })}
      cancelLabel={text('cancel')}
      confirmLabel={text('start')}
      heading={text('startTitle')}
      modalSlug={slug}
      onConfirm={onStart}
    />
  )
}
