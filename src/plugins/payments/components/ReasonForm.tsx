'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'

import { usePost } from '../../../components/usePost'

type Props = {
  /** What it can be done to: what follows from it in sentences, and the endpoint. */
  choices: { body: string[]; path: string; title: string }[]
  /** Asks for one of these days, `YYYY-MM-DD`, in place of a reason; with the text `…Day`. */
  days?: { first: string; last: string }
  /** Its texts are under this name, the message afterwards under `…Done`. */
  name: 'cameIn' | 'closeFailure' | 'notCameIn' | 'takeBack'
}

/** A button that becomes a small form: what follows, and why it is done, or on which day. The journal keeps what is typed. */
export const ReasonForm = ({ name, choices, days }: Props) => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: string) => t(`payments:desk:${key}` as never)
  const post = usePost()
  const router = useRouter()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [chosen, setChosen] = useState(0)
  const [reason, setReason] = useState('')
  const [day, setDay] = useState(days?.last ?? '')
  const choice = choices[chosen] ?? choices[0]!
  if (!isOpen)
    return (
      <Button
        aria-label={choices.length > 1 ? text(name) : `${text(name)}: ${choice.title}`}
        buttonStyle="secondary"
        margin={false}
        onClick={() => setOpen(true)}
        size="small"
      >
        {text(name)}
      </Button>
    )
  const close = () => {
    setOpen(false)
    setReason('')
    setDay(days?.last ?? '')
    setChosen(0)
  }
  const send = async () => {
    setBusy(true)
    if (await post(choice.path, days ? { day } : { reason })) {
      toast.success(text(`${name}Done`))
      close()
    }
    // Also when it was refused: somebody else may have been quicker.
    router.refresh()
    setBusy(false)
  }
  const isReady = !isBusy && (days ? day !== '' : reason.trim().length >= 3)
  // No form of its own: it may stand in a table that is one.
  return (
    <div aria-labelledby={`${id}-title`} className="reason-form" role="group">
      {choices.length > 1 ? (
        <label id={`${id}-title`}>
          {text('which')}{' '}
          <select onChange={({ target }) => setChosen(Number(target.value))} value={chosen}>
            {choices.map(({ path, title }, i) => (
              <option key={path} value={i}>
                {title}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <strong id={`${id}-title`}>{choice.title}</strong>
      )}
      <ul id={`${id}-body`}>
        {choice.body.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <label htmlFor={`${id}-reason`}>{text(days ? `${name}Day` : 'reason')}</label>
      <input
        aria-describedby={`${id}-body`}
        autoComplete="off"
        id={`${id}-reason`}
        onChange={({ target }) => (days ? setDay : setReason)(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (isReady) void send()
        }}
        required
        {...(days
          ? { type: 'date', max: days.last, min: days.first, value: day }
          : { maxLength: 500, value: reason })}
      />
      <div className="reason-form__buttons">
        <Button disabled={!isReady} margin={false} onClick={() => void send()} size="small">
          {text(name)}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={close} size="small">
          {t('payments:screens:cancel' as never)}
        </Button>
      </div>
    </div>
  )
}
