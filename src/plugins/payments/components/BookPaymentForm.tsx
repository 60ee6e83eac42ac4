'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState } from 'react'

import { usePost } from '../../../components/usePost'
import { parseAmount } from '../../../utilities/parseAmount'
import { newKey } from './newKey'

type Props = {
  /** What is due, as people type it. */
  due: string
  fileID: string
  methods: { kind: string; label: string }[]
}

/** The calendar day here, as a field for days takes it. The Swedish form of a date is the ISO one. */
const today = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date())

/** A button that becomes a small form: how much came in, and how. */
export const BookPaymentForm = ({ due, fileID, methods }: Props) => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: string) => t(`payments:screens:${key}` as never)
  const post = usePost()
  const router = useRouter()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [typed, setTyped] = useState(due)
  const [method, setMethod] = useState(methods[0]!.kind)
  const [day, setDay] = useState('')
  const key = useRef('')
  const open = () => {
    setTyped(due)
    setDay(today())
    // Kept when the answer is lost on the way: sent again, it books nothing again.
    key.current = newKey()
    setOpen(true)
  }
  if (!isOpen)
    return (
      <Button buttonStyle="secondary" id="book-payment" margin={false} onClick={open} size="small">
        {text('bookPayment')}
      </Button>
    )
  const amount = parseAmount(typed)
  const book = async () => {
    setBusy(true)
    // Of a day in the past nobody knows the hour; noon is that day in every time zone near the house.
    const paidAt = day && day < today() ? new Date(`${day}T12:00`).toISOString() : undefined
    const body = { amount, key: key.current, method, paidAt }
    if (await post(`/payment/files/${fileID}/payments`, body)) {
      toast.success(text('booked'))
      setOpen(false)
      router.refresh()
    }
    setBusy(false)
  }
  return (
    <form
      className="book-payment"
      onSubmit={(event) => {
        event.preventDefault()
        void book()
      }}
    >
      <label htmlFor={`${id}-amount`}>{text('amount')}</label>
      <input
        autoComplete="off"
        id={`${id}-amount`}
        inputMode="decimal"
        maxLength={20}
        onChange={({ target }) => setTyped(target.value)}
        required
        value={typed}
      />
      <label htmlFor={`${id}-method`}>{text('bookMethod')}</label>
      <select id={`${id}-method`} onChange={({ target }) => setMethod(target.value)} value={method}>
        {methods.map(({ kind, label }) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-day`}>{text('bookedOn')}</label>
      <input
        id={`${id}-day`}
        max={today()}
        onChange={({ target }) => setDay(target.value)}
        type="date"
        value={day}
      />
      <Button disabled={isBusy || !amount || amount < 1} margin={false} size="small" type="submit">
        {text('book')}
      </Button>
      <Button
        buttonStyle="secondary"
        margin={false}
        onClick={() => setOpen(false)}
        size="small"
        type="button"
      >
        {text('cancel')}
      </Button>
    </form>
  )
}
