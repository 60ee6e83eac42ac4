'use client'

import { Button, ConfirmationModal, toast, useModal, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState } from 'react'

import type { Refundable } from '../views/loadRefundable'

import { usePost } from '../../../components/usePost'
import { formatAmount } from '../../../utilities/formatAmount'
import { parseAmount } from '../../../utilities/parseAmount'
import { newKey } from './newKey'
import { whyNotRefunded } from './whyNotRefunded'

type Props = {
  charges: Refundable[]
  /** What the house owes on this file, in minor units: so much can go back without being due again. */
  credit: number
}

/** A button that becomes a small form: which payment, and how much of it goes back. */
export const RefundForm = ({ charges, credit }: Props) => {
  const { i18n, t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: string, values?: Record<string, string>) =>
    t(`payments:desk:${key}` as never, values as never)
  const post = usePost()
  const router = useRouter()
  const { openModal } = useModal()
  const id = useId()
  const modalSlug = `refund-${charges[0]!.id}`
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState(charges[0]!.id)
  const [typed, setTyped] = useState('')
  const key = useRef({ of: '', value: '' })
  // Refunded whole meanwhile, it is gone from the list: what was typed was not meant for another.
  const charge = charges.find((one) => one.id === chosen)
  const choose = (one: Refundable) => {
    setChosen(one.id)
    setTyped(formatAmount({ amount: one.left }))
  }
  const open = () => {
    choose(charges[0]!)
    setOpen(true)
  }
  if (!isOpen || !charge)
    return (
      <Button
        buttonStyle="secondary"
        id="refund-payment"
        margin={false}
        onClick={open}
        size="small"
      >
        {text('refund')}
      </Button>
    )
  const amount = parseAmount(typed) ?? 0
  const refusal = whyNotRefunded({ left: charge.left, typed })
  const written = (minorUnits: number) =>
    formatAmount({ amount: minorUnits, currency: charge.currency, language: i18n.language })
  const dueAgain = charge.isTooLate ? 0 : Math.max(0, amount - credit)
  const ask = () => {
    // Kept when the answer is lost on the way: confirmed again, the same gives nothing back again.
    const of = `${charge.id} ${amount}`
    if (key.current.of !== of) key.current = { of, value: newKey() }
    openModal(modalSlug)
  }
  const refund = async () => {
    const body = { amount, key: key.current.value }
    if (await post(`/payment/charges/${charge.id}/refund`, body)) {
      toast.success(text('refunding'))
      key.current.of = ''
      setOpen(false)
    }
    router.refresh()
  }
  return (
    <form
      className="book-payment"
      id="refund-form"
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      <label htmlFor={`${id}-charge`}>{text('refundWhich')}</label>
      <select
        id={`${id}-charge`}
        onChange={({ target }) => choose(charges.find((one) => one.id === target.value)!)}
        value={charge.id}
      >
        {charges.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
      {charge.isByFile ? (
        <p role="status">
          {t('reprise:reasons:refundByTransfer' as never)}{' '}
          {t('reprise:nextSteps:refundByTransfer' as never)}
        </p>
      ) : (
        <>
          <label htmlFor={`${id}-amount`}>
            {text('refundAmount', { most: written(charge.left) })}
          </label>
          <input
            aria-describedby={refusal && `${id}-refusal`}
            aria-invalid={Boolean(refusal)}
            autoComplete="off"
            id={`${id}-amount`}
            inputMode="decimal"
            maxLength={20}
            onChange={({ target }) => setTyped(target.value)}
            required
            value={typed}
          />
          <Button disabled={Boolean(refusal)} margin={false} size="small" type="submit">
            {text('refund')}
          </Button>
          <span aria-live="polite" className="book-payment__refusal" id={`${id}-refusal`}>
            {refusal && text(refusal, { most: written(charge.left) })}
          </span>
        </>
      )}
      <Button
        buttonStyle="secondary"
        margin={false}
        onClick={() => setOpen(false)}
        size="small"
        type="button"
      >
        {t('payments:screens:cancel' as never)}
      </Button>
      <ConfirmationModal
        body={[
          text('refundBody', { amount: written(amount), means: charge.means }),
          ...(dueAgain ? [text('refundDueAgain', { amount: written(dueAgain) })] : []),
          text('noWayBack'),
        ].join(' ')}
        cancelLabel={t('payments:screens:cancel' as never)}
        confirmLabel={text('refund')}
        heading={text('refund')}
        modalSlug={modalSlug}
        onConfirm={refund}
      />
    </form>
  )
}
