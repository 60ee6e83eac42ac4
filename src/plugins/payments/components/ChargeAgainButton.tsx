'use client'

import { Button, ConfirmationModal, toast, useModal, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { usePost } from '../../../components/usePost'

type Props = {
  /** What is to be charged, as people read it. */
  id: string
  name: string
  amount: string
}

/** Charges a failed payment once more, after a question: it is real money. */
export const ChargeAgainButton = ({ id, name, amount }: Props) => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: string, values?: Record<string, string>) =>
    t(`payments:screens:${key}` as never, values)
  const post = usePost()
  const router = useRouter()
  const { openModal } = useModal()
  const modalSlug = `charge-again-${id}`
  const charge = async () => {
    const answer = await post(`/payment/failures/${id}/charge`)
    if (answer) toast.success(text('charged'))
    router.refresh()
  }
  return (
    <>
      <Button
        buttonStyle="secondary"
        margin={false}
        onClick={() => openModal(modalSlug)}
        size="small"
      >
        {text('charge')}
      </Button>
      <ConfirmationModal
        body={text('chargeBody', { name, amount })}
        cancelLabel={text('cancel')}
        confirmLabel={text('charge')}
        heading={text('charge')}
        modalSlug={modalSlug}
        onConfirm={charge}
      />
    </>
  )
}
