'use client'

import { Button, ConfirmationModal, toast, useModal, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import type { Revocable } from '../views/loadRevocable'

import { usePost } from '../../../components/usePost'

/** Revokes a card or mandate, after saying what follows from it. */
export const RevokeButton = ({ id, collection, consequences, title }: Revocable) => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: string, values?: Record<string, string>) =>
    t(`payments:desk:${key}` as never, values as never)
  const post = usePost()
  const router = useRouter()
  const { openModal } = useModal()
  const modalSlug = `revoke-${id}`
  const name = text(collection === 'aliases' ? 'revokeCard' : 'revokeMandate')
  const revoke = async () => {
    if (await post(`/payment/${collection}/${id}/revoke`)) toast.success(text('revoked', { title }))
    router.refresh()
  }
  return (
    <>
      <Button
        aria-label={`${name}: ${title}`}
        buttonStyle="secondary"
        margin={false}
        onClick={() => openModal(modalSlug)}
        size="small"
      >
        {name}
      </Button>
      <ConfirmationModal
        body={[text('revokeBody', { title }), ...consequences, text('noWayBack')].join(' ')}
        cancelLabel={t('payments:screens:cancel' as never)}
        confirmLabel={name}
        heading={name}
        modalSlug={modalSlug}
        onConfirm={revoke}
      />
    </>
  )
}
